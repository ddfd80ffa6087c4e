import type { JsonObject } from '../../src/kit/index.js';
import { Story } from '../../test/engine/core/story.js';
import { assetHandover } from './workflow.js';

const definition = { ...assetHandover, hash: 'draft' };
const received = { kind: 'oficio', number: '123', date: '2026-03-30', receivedAt: '2026-04-01' } as const;

function opened(operator = 'muni-16206'): Story {
  return new Story({
    definition, on: '2026-03-02',
    participants: [
      { role: 'regionalGovernment', institution: 'gore-16', party: true }, { role: 'operator', institution: operator, party: true },
      { role: 'comptroller', institution: 'cgr-16', party: false },
    ],
    data: { initiative: 'Adquisición de un camión aljibe', start: 'request' },
  });
}

const thing = (code: string, kind: string, value: number | null): JsonObject => ({ code, description: 'Un bien', kind, value, title: null, guarantee: null, insurance: null });
const inventory = (...goods: readonly JsonObject[]): JsonObject => ({ goods, openPoints: [] });
/** 60 million: 923 UTM of the stories. */
const truck = thing('CAMION-1', 'vehicle', 60_000_000);
/** 20 million: 307 UTM. */
const computers = thing('EQUIPO-1', 'equipment', 20_000_000);
const land = thing('TERRENO-1', 'real-estate', 20_000_000);

const drafted = (goods: readonly JsonObject[] = [truck], operator?: string): Story => opened(operator).does('inventory.finish', inventory(...goods)).on('2026-03-10').does('draft.finish');
const toSign = (goods: readonly JsonObject[] = [computers]): Story => {
  const story = drafted(goods);
  return story.where.includes('approval.councilVote') ? story.on('2026-03-12').does('councilVote.present').does('councilVote.certify') : story;
};
const signed = (goods?: readonly JsonObject[]): Story => toSign(goods).on('2026-03-16').does('signature.sign', {}, { office: 'mayor' }).does('signature.sign', {}, { office: 'governor' });
const resolved = (goods?: readonly JsonObject[]): Story => signed(goods).on('2026-03-20').does('resolution.issue', { nature: 'exenta' });
const delivered = (goods?: readonly JsonObject[]): Story => resolved(goods).on('2026-03-23').does('agreement.send').on('2026-04-01').does('delivery.record');

function handOver(story: Story, ...items: readonly string[]): Story {
  for (const item of items) story.does('acceptance.present', { item }).does('acceptance.accept', { item });
  return story;
}
const papers = ['titles', 'guarantees', 'insurance', 'open-points'] as const;

describe('An ordinary hand-over to a municipality', () => {
  it('goes from the inventory to the inscription and the closing, and every side acts', () => {
    const story = opened();
    expect(story.tasks).toEqual(['takeInventory']);
    story.does('inventory.finish', inventory(truck)).on('2026-03-10').does('draft.finish');
    expect(story.context).toMatchObject({ amount: 60_000_000, draft: { matter: 'j' } });

    story.does('draft.send');
    expect(story.told).toEqual([expect.objectContaining({ message: 'textToSign' })]);
    story.on('2026-03-12').does('councilVote.present').does('councilVote.certify');
    story.on('2026-03-16').does('signature.sign', {}, { office: 'mayor' }).does('signature.sign', {}, { office: 'governor' });
    story.on('2026-03-20').does('resolution.issue', { nature: 'exenta' }).on('2026-03-23').does('agreement.send').on('2026-04-01').does('delivery.record');
    expect(story.context).toMatchObject({ offeredOn: '2026-03-10', councilVote: 'approved', signedOn: '2026-03-16', resolution: 'exenta', sentOn: '2026-03-23', deliveredOn: '2026-04-01' });

    handOver(story, 'CAMION-1', ...papers).on('2026-04-10').does('acceptance.complete');
    expect(story.where).toEqual(['registration']);
    expect(story.tasks).toEqual(['register']);
    story.does('registration.record').does('closing.resolve');
    expect(story.state).toMatchObject({ status: 'closed', outcome: 'closed' });
    expect(story.open).toEqual([]);
  });
});

describe('The inventory', () => {
  it('names and values every thing; audits found hand-overs without', () => {
    const story = opened();
    expect(story.why('inventory.finish', inventory())).toEqual(['namesGoods']);
    expect(story.why('inventory.finish', inventory(thing('A', 'equipment', null)))).toEqual(['everyGoodValued']);
    expect(story.why('inventory.finish', inventory(truck, truck))).toEqual(['codesDistinct']);
    expect(story.why('inventory.finish', { openPoints: [{ point: 'Falta el manual', owner: 'muni-16101', until: '2026-05-01' }] })).toEqual(['ownersTakePart']);
  });

  it('is made again before the text is fixed; afterwards the goods stay those of the agreement', () => {
    const story = opened().does('inventory.finish', inventory(truck)).does('inventory.reopen').does('inventory.finish', inventory(truck, computers));
    expect(story.context).toMatchObject({ amount: 80_000_000 });
    const later = resolved().does('agreement.send');
    expect(later.why('inventory.update', inventory(truck))).toEqual(['sameGoods']);
    expect(later.does('inventory.update', inventory({ ...computers, title: 'Factura 9' })).context).toMatchObject({ goods: [{ title: 'Factura 9' }] });
  });
});

describe('The ninety days of the formal transfer (LOC 19.175 art. 70 f, secondary)', () => {
  it('do not run while no reception is recorded: from when they count, no source says', () => {
    expect(opened().deadline('transfer')).toMatchObject({ status: 'pending', started: null, due: null });
    expect(opened().on('2027-03-02').where).toEqual(['approval.inventory']);
    expect(opened().why('reception.record', { receivedOn: '2026-03-03' })).toEqual(['receptionHasCome']);
  });

  it('are counted from the reception as calendar days, an assumption; the other reading is shown', () => {
    const story = opened().does('reception.record', { receivedOn: '2026-02-20' });
    // Thursday 21 May is a holiday, and nothing says that it moves.
    expect(story.deadline('transfer')).toMatchObject({ started: '2026-02-20', due: '2026-05-21', alternative: '2026-07-02', certainty: 'assumption', onExpiry: 'none' });
    expect(story.why('reception.record', { receivedOn: '2026-02-21' })).toEqual(['receptionUnknown']);
  });

  it('are met by the resolution; expired, nothing moves', () => {
    const story = opened().does('reception.record', { receivedOn: '2025-06-02' }).on('2026-03-10');
    expect(story.deadline('transfer')).toMatchObject({ status: 'expired' });
    expect(story.where).toEqual(['approval.inventory']);
    const met = resolved();
    expect(met.state.deadlines.find(({ name }) => name === 'transfer')).toMatchObject({ status: 'met', endedOn: '2026-03-20' });
  });
});

describe('The concejo (LOC 18.695 art. 65)', () => {
  it('agrees on 500 UTM or more (letter j), on real estate of any value (letter f), and on nothing else', () => {
    expect(drafted([computers]).context).toMatchObject({ draft: { matter: 'none' }, councilVote: 'notRequired' });
    expect(drafted([computers]).where).toEqual(['approval.signature']);
    expect(drafted([land]).context).toMatchObject({ draft: { matter: 'f' } });
    expect(drafted([truck]).context).toMatchObject({ draft: { matter: 'j' } });
    expect(drafted([thing('A', 'equipment', 500 * 65_000)]).where).toEqual(['approval.councilVote']);
    expect(drafted([thing('A', 'equipment', 500 * 65_000 - 1)]).where).toEqual(['approval.signature']);
    expect(drafted([truck], 'ss-nuble').where).toEqual(['approval.signature']);
  });

  it('for real estate below that by those who attend; otherwise by the whole concejo, by two thirds beyond the mayor’s term', () => {
    const few = { present: 4, inFavour: 3, against: 2 };
    expect(drafted([land]).does('councilVote.certify', few).where).toEqual(['approval.signature']);
    expect(drafted([truck]).does('councilVote.certify', few).where).toEqual(['approval.drafting']);
    const four = { present: 6, inFavour: 4, against: 3 };
    const until = (bindsUntil: string): Story => opened().does('inventory.finish', inventory(truck)).does('draft.finish', { bindsUntil }).does('councilVote.certify', four);
    expect(until('2028-12-06').where).toEqual(['approval.signature']);
    expect(until('2028-12-07').where).toEqual(['approval.drafting']);
  });

  it('silent for 20 days from the account given in session: the mayor’s proposal stands', () => {
    const story = drafted([truck]).on('2026-03-12').does('councilVote.present', { sitting: '2026-03-12' });
    expect(story.deadline('councilVote')).toMatchObject({ due: '2026-04-01', alternative: null });
    expect(story.on('2026-04-02').context).toMatchObject({ councilVote: 'proposalStands' });
    expect(story.where).toEqual(['approval.signature']);
  });
});

describe('Signature and resolution', () => {
  it('refused by either side: not agreed', () => {
    expect(toSign().does('signature.refuse', {}, { office: 'mayor' }).state.outcome).toBe('notConcluded');
  });

  it('given up before and after the signatures', () => {
    expect(opened().does('transfer.abandon').state.outcome).toBe('notConcluded');
    expect(signed().does('transfer.abandon').state.outcome).toBe('abandoned');
  });

  it('a resolution that is afecta passes Contraloría, which answers or not: no silence approves it', () => {
    const story = signed().on('2026-03-30').does('resolution.issue', { nature: 'afecta' }).does('review.enter', {}, { instrument: received, on: '2026-04-01' });
    expect(story.deadline('legalityReview')).toMatchObject({ started: '2026-04-01', due: '2026-04-23', onExpiry: 'waits' });
    expect(story.on('2026-06-01').where).toEqual(['approval.review.reviewing']);
    story.does('review.object').does('draft.reopen');
    expect(story.context).toMatchObject({ objections: 1, draft: null });
    expect(story.state.deadlines.filter(({ name }) => name === 'transfer')).toHaveLength(1);
  });

  it('is notified in five business days; late is late, and nothing else', () => {
    const story = resolved();
    expect(story.deadline('notification')).toMatchObject({ started: '2026-03-20', due: '2026-03-27' });
    expect(story.on('2026-04-15').where).toEqual(['approval.sending']);
  });
});

describe('Acceptance, of each thing and not of the title', () => {
  it('waits for every thing and every paper; a thing is refused with reasons and presented again', () => {
    const story = handOver(delivered(), 'EQUIPO-1');
    expect(story.why('acceptance.complete')).toEqual(['handover-items-open']);
    story.does('acceptance.refuse', { item: 'EQUIPO-1', reasons: 'No enciende' });
    handOver(story, 'EQUIPO-1', ...papers).does('acceptance.complete');
    expect(story.where).toEqual(['closing']);
  });

  it('what does not apply is said so, and accepted like the rest', () => {
    const story = handOver(delivered(), 'EQUIPO-1', 'titles', 'guarantees', 'open-points').does('acceptance.dispense', { item: 'insurance', reason: 'El receptor contrata el seguro' });
    expect(story.does('acceptance.accept', { item: 'insurance' }).does('acceptance.complete').where).toEqual(['closing']);
  });

  it('never given: the region closes with its reasons, and the outcome says so', () => {
    const story = delivered().does('receipt.close').does('closing.resolve');
    expect(story.state.outcome).toBe('closedUnaccepted');
  });

  it('each vehicle and each piece of land is inscribed, or it is said why not', () => {
    const story = delivered([truck, land, computers]).does('receipt.close');
    expect(story.why('registration.record', { good: 'EQUIPO-1' })).toEqual(['isToRegister']);
    story.does('registration.record', { good: 'TERRENO-1' });
    expect(story.why('registration.record', { good: 'TERRENO-1', inscription: 'Fojas 1' })).toEqual(['isToRegister']);
    expect(story.does('registration.waive', { good: 'CAMION-1' }).where).toEqual(['closing']);
  });
});

describe('What a register of the past shows', () => {
  const imported = { source: 'imported' } as const;
  const bare = { goods: [], openPoints: [] };

  it('may be no inventory and no text; then the concejo counts as needed, and what is missing has to be there before the delivery', () => {
    const story = opened().does('inventory.finish', bare, imported).does('draft.finish', { text: null, bindsUntil: null }, imported);
    expect(story.where).toEqual(['approval.councilVote']);
    expect(story.why('councilVote.except', { reason: 'not-in-register' })).toEqual(['exceptionOfRegister']);
    story.does('councilVote.except', { reason: 'not-in-register', basis: 'El registro no lo muestra' }, imported);
    const unsigned = { textSha256: null, document: null };
    story.does('signature.sign', unsigned, { ...imported, office: 'governor' }).does('signature.sign', unsigned, { ...imported, office: 'mayor' });
    story.does('resolution.issue', { nature: 'exenta' }, imported).does('agreement.send', {}, imported);
    expect(story.why('delivery.record')).toEqual(['hasInventory']);
    expect(story.does('inventory.update', inventory(truck)).does('delivery.record').where).toEqual(['acceptance']);
  });

  it('or a text sent to be signed, and nothing since', () => {
    const story = opened('ss-nuble').does('inventory.finish', bare, imported).does('draft.finish', { text: null, bindsUntil: null }, imported).does('draft.send', {}, imported);
    expect(story.where).toEqual(['approval.signature']);
    expect(story.context).toMatchObject({ offeredOn: '2026-03-02' });
  });
});
