import type { CaseEvent, EventSource } from '../case-event.js';
import { signOffLogic, type SignOffInput, type SignOffState } from './sign-off.js';
import { isRefusal } from './step.js';

const text = 'c'.repeat(64);
const three: SignOffInput = {
  manner: 'signature', order: 'ordered', textSha256: text,
  signers: [{ role: 'region', offices: ['governor'] }, { role: 'town', offices: ['mayor', 'director'] }, { role: 'ministry', offices: ['minister'] }],
};
type Actor = readonly [role: string, office: string, official?: string];
const governor: Actor = ['region', 'governor'];
const mayor: Actor = ['town', 'mayor'];
const minister: Actor = ['ministry', 'minister'];

function event(data: CaseEvent['data'], [role, office, official = `${office}.${role}`]: Actor, source: EventSource = 'own'): CaseEvent {
  return { type: 'signature', data, source, on: '2026-03-02', at: '2026-03-02T15:00:00.000Z', law: {}, actor: { role, office, institution: role, official }, expired: [], participants: [] };
}

const signed = { textSha256: text, document: { sha256: 'd'.repeat(64), name: 'firmado.pdf' } };
const start = (input: SignOffInput): SignOffState => signOffLogic.start(input, event({}, governor)).state;

/** Applies acts in turn; answers the outcome, the codes of a refusal, or `open`. */
function told(input: SignOffInput, ...acts: readonly (readonly [act: string, actor: Actor, data?: CaseEvent['data'], source?: EventSource])[]): string {
  let state = start(input);
  for (const [act, actor, data = act === 'refuse' ? { reason: 'No' } : signed, source] of acts) {
    const change = signOffLogic.apply({ state, act, event: event(data, actor, source), input });
    if (isRefusal(change)) return change.refused.map((one) => one.code).join(', ');
    if (change.done) return change.done.outcome;
    state = change.state;
  }
  return 'open';
}

describe('A sign-off in order', () => {
  it('is given by each in turn, and ends with the last', () => {
    expect(told(three, ['sign', governor], ['sign', mayor])).toBe('open');
    expect(told(three, ['sign', governor], ['sign', mayor], ['sign', minister])).toBe('signed');
  });

  it('asks who is next before', () => {
    const change = signOffLogic.apply({ state: start(three), act: 'sign', event: event(signed, mayor), input: three });
    expect(change).toEqual({ refused: [{ code: 'signature-not-your-turn', params: { role: 'region' }, unblockedBy: { region: ['governor'] } }] });
  });

  it('offers the act to the one whose turn it is, and the refusal to all', () => {
    const [sign, refuse] = signOffLogic.open(start(three), { today: '2026-03-02', input: three, law: {} });
    expect(sign).toMatchObject({ act: 'sign', by: { region: ['governor'] }, expected: true });
    expect(refuse).toMatchObject({ act: 'refuse', by: { region: ['governor'], town: ['mayor', 'director'], ministry: ['minister'] }, expected: false });
  });

  it('may be refused out of turn', () => {
    expect(told(three, ['refuse', minister])).toBe('refused');
  });
});

describe('A sign-off in parallel', () => {
  const parallel: SignOffInput = { ...three, order: 'parallel' };

  it('is given in any order, by any office that fits', () => {
    expect(told(parallel, ['sign', minister], ['sign', ['town', 'director']], ['sign', governor])).toBe('signed');
  });

  it('is given once by each', () => {
    expect(told(parallel, ['sign', minister], ['sign', minister])).toBe('signature-not-asked-of-you');
  });

  it('n of m: ends with the n-th, and is refused when n can no longer be reached', () => {
    const two: SignOffInput = { ...parallel, needed: 2 };
    expect(told(two, ['sign', minister], ['sign', mayor])).toBe('signed');
    expect(told(two, ['refuse', minister])).toBe('open');
    expect(told(two, ['refuse', minister], ['sign', mayor], ['sign', governor])).toBe('signed');
    expect(told(two, ['refuse', minister], ['refuse', mayor])).toBe('refused');
  });

  it('of all: ends with the first refusal', () => {
    expect(told(parallel, ['sign', minister], ['refuse', mayor])).toBe('refused');
  });
});

describe('A signature', () => {
  it('is of those asked only', () => {
    expect(told(three, ['sign', ['region', 'mayor']])).toBe('signature-not-asked-of-you');
    expect(told(three, ['sign', ['town', 'governor']])).toBe('signature-not-asked-of-you');
  });

  it('of one person does not count for two parties', () => {
    expect(told(three, ['sign', ['region', 'governor', 'ana']], ['sign', ['town', 'mayor', 'ana']])).toBe('signature-by-the-same-person');
  });

  it('is bound to the hash of the text, and attaches the signed document', () => {
    expect(told(three, ['sign', governor, { ...signed, textSha256: 'e'.repeat(64) }])).toBe('signature-of-another-text');
    expect(told(three, ['sign', governor, { ...signed, textSha256: null }])).toBe('signature-of-another-text');
    expect(told(three, ['sign', governor, { ...signed, document: null }])).toBe('signature-without-document');
  });

  it('read from a register is believed without text, document or names', () => {
    const nothing = { textSha256: null, document: null };
    expect(told(three, ['sign', governor, nothing, 'imported'], ['sign', ['town', 'mayor', 'governor.region'], nothing, 'imported'])).toBe('open');
  });

  it('attested by somebody here is bound to the text all the same', () => {
    expect(told(three, ['sign', governor, { ...signed, textSha256: 'e'.repeat(64) }, 'attested'])).toBe('signature-of-another-text');
  });
});

describe('An endorsement', () => {
  const endorsement: SignOffInput = { ...three, manner: 'endorsement', signers: three.signers.slice(0, 1) };

  it('needs no document, but the same text', () => {
    expect(told(endorsement, ['endorse', governor, { textSha256: text }])).toBe('signed');
    expect(told(endorsement, ['endorse', governor, { textSha256: 'e'.repeat(64) }])).toBe('signature-of-another-text');
    expect(signOffLogic.open(start(endorsement), { today: '2026-03-02', input: endorsement, law: {} }).map(({ act }) => act)).toEqual(['endorse', 'refuse']);
  });
});
