import { z } from 'zod';
import { expecting, nameOf, Office, type OfficeOf, type View } from '../../support/office.js';

const office = new Office('2026-03-02T15:00:00.000Z');
const english = { 'accept-language': 'en' };

interface Workflow extends Readonly<Record<string, unknown>> {
  readonly version: number;
  readonly states: readonly Readonly<Record<string, unknown>>[];
  readonly events: readonly { readonly event: string; readonly schema: Readonly<Record<string, unknown>>; readonly offices: readonly { readonly role: string; readonly offices: readonly string[] }[] }[];
  readonly deadlines: readonly Readonly<Record<string, unknown>>[];
  readonly outcomes: readonly { readonly outcome: string }[];
  readonly open: { readonly offices: readonly OfficeOf[]; readonly schema: object; readonly example: Readonly<Record<string, unknown>>; readonly examples: readonly { readonly offices: readonly OfficeOf[]; readonly example: Readonly<Record<string, unknown>> }[] };
}
const told = async (path = '', headers = english): Promise<Workflow> => expecting(200, await office.get<Workflow>('mayor.muni-13101', `/workflows/fndr-transfer${path}`, headers));

describe('workflows', () => {
  it('are listed, for every official', async () => {
    const { items } = expecting(200, await office.get<{ items: object[] }>('mayor.muni-13101', '/workflows', english));
    expect(items).toContainEqual(expect.objectContaining({
      name: 'fndr-transfer', version: 1, title: 'FNDR transfer or mandate agreement', status: 'released',
      levels: ['regional', 'municipal', 'national', 'association', 'other', 'control'], basis: expect.arrayContaining([expect.objectContaining({ law: 'LOC 18.695' })]),
    }));
  });

  it('tell their states, events, deadlines, roles and ends in both languages', async () => {
    const workflow = await told();
    expect(workflow.states).toContainEqual(expect.objectContaining({ state: 'approval.review.reviewing', title: 'Under legality review', kind: 'atomic', deadlines: ['legalityReview'], waits: [expect.objectContaining({ role: 'comptroller' })] }));
    expect(workflow.deadlines).toContainEqual(expect.objectContaining({ name: 'coreVote', amount: 30, unit: 'calendar', onExpiry: 'proposalStands', certainty: 'assumption', basis: 'LOC 19.175 art. 36, inciso final' }));
    expect(workflow.outcomes.map(({ outcome }) => outcome)).toEqual(['closed', 'expired', 'terminated', 'rejected', 'neverSigned', 'abandoned', 'objected']);
    expect(workflow.events.find(({ event }) => event === 'signature.sign')?.offices).toEqual([{ role: 'regionalGovernment', offices: ['governor'] }]);
    expect(workflow.events.find(({ event }) => event === 'execution.submitAccount')?.offices).toEqual([{ role: 'technicalUnit', offices: ['finance', 'mayor', 'director', 'president', 'head'] }]);
    expect(workflow['roles']).toContainEqual(expect.objectContaining({ role: 'comptroller', byLaw: true, levels: ['control'] }));
    expect((await told('', { 'accept-language': 'es' }))['title']).toBe('Convenio de transferencia o mandato FNDR');
    expect(await told('/versions/1')).toEqual(workflow);
  });

  it('say how regions begin and end them; a case of such a region says how its own does', async () => {
    const ofNuble = {
      region: '16', start: { act: 'Solicitud de Elaboración de Convenio', instrument: 'otro' }, end: { act: 'Resolución que aprueba Convenio', instrument: 'resolución' },
      source: 'CPAT 2024, PT-GOR00568-00046 (Ñuble)', certainty: 'secondary',
    };
    expect((await told())['variants']).toContainEqual(ofNuble);
    expect(await office.open()).toMatchObject({ region: '16', variant: ofNuble });
    const ofMaule = { title: 'Sede social', territory: '07', participants: [{ role: 'regionalGovernment', institution: 'gore-07' }, { role: 'technicalUnit', institution: 'sernatur' }] };
    const elsewhere = await office.post<View>('investment.gore-07', '/cases', { workflow: 'fndr-transfer', ...ofMaule, data: { initiative: 'Sede social', amount: null } });
    expect(expecting(201, elsewhere)).toMatchObject({ region: '07', variant: null });
  });

  it('say how they were verified: over how many situations, and what was found', async () => {
    const { states, events, deadlines, ...workflow } = await told();
    expect(workflow['verification']).toEqual({ situations: expect.any(Number), states: states.length, events: events.length, deadlines: deadlines.length, faults: [] });
    expect((workflow['verification'] as { situations: number }).situations).toBeGreaterThan(100);
  });

  it('give every event a JSON Schema that takes what the case offers', async () => {
    const { events } = await told();
    for (const { schema } of events) expect(z.fromJSONSchema(schema as never)).toBeDefined();
    const view = await office.walk(await office.open(), 'proposal.present');
    const certify = view.next.find(({ event }) => event === 'coreVote.certify')!;
    expect(certify.schema).toEqual(events.find(({ event }) => event === 'coreVote.certify')?.schema);
    expect(z.fromJSONSchema(certify.schema as never).safeParse(certify.example).success).toBe(true);
  });

  it('are opened with their own example, by each of the offices they name', async () => {
    const { open: { offices, schema, example } } = await told();
    expect(offices).toEqual([{ office: 'investment', institution: 'gore-16' }, { office: 'governor', institution: 'gore-16' }, { office: 'legal', institution: 'gore-16' }]);
    expect(z.fromJSONSchema(schema as never).safeParse(example['data']).success).toBe(true);
    for (const one of offices) {
      const view = expecting(201, await office.post<View>(nameOf(one), '/cases', { workflow: 'fndr-transfer', ...example }));
      expect(view.next.some(({ allowed }) => allowed)).toBe(true);
    }
  });

  it('give every further way to open one, each with the offices that may', async () => {
    const { open } = expecting(200, await office.get<Workflow>('mayor.muni-13101', '/workflows/programming-agreement'));
    expect(open.examples[0]).toEqual({ offices: open.offices, example: open.example });
    expect(open.examples.length).toBeGreaterThan(1);
    for (const { offices, example } of open.examples) {
      expecting(201, await office.post<View>(nameOf(offices[0]), '/cases', { workflow: 'programming-agreement', ...example }));
    }
  });

  it.each(['/nothing', '/constructor', '/fndr-transfer/versions/2', '/fndr-transfer/versions/0', '/fndr-transfer/versions/x', '/fndr-transfer/versions/1e0'])('are not found at %s', async (path) => {
    expect((await office.get('governor.gore-16', `/workflows${path}`)).status).toBe(404);
  });
});
