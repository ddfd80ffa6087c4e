import { agreementFacts, areaFacts, type AgreementFacts } from '../../src/cases/history/facts.js';
import { tellings } from '../../src/cases/history/history.js';
import type { JournalLine } from '../../src/engine/case-reader.js';
import { demonstrationTitles } from '../../src/governance/demonstration/competences.js';
import { flagged, HistoryRig } from './history-rig.js';

const today = '2026-11-22';
const rig = new HistoryRig(`${today}T15:00:00.000Z`);
const ids = tellings.map(({ id }) => id);
const clp = (million: number | null): number | null => (million === null ? null : Math.round(million * 1_000_000));
const percent = (share: number): string => `Aporta el ${(share * 100).toLocaleString('es-CL', { maximumFractionDigits: 1 })} % del total`;
const of = (lines: readonly JournalLine[], type: string): readonly JournalLine[] => lines.filter((line) => line.type === type);
const types: Readonly<Record<string, string>> = {
  coreVote: 'coreVote.certify', amendedVote: 'coreVote.certify', signature: 'signature.sign', decreeRequest: 'decree.request', amendment: 'amendment.propose',
  balance: 'execution.returnBalance', settlement: 'execution.settle', underReview: 'area.record', cleared: 'review.clear',
};

let ledgerBefore: unknown;
let first: unknown;
beforeAll(async () => {
  rig.clock.stop(`${today}T15:00:00.000Z`);
  ledgerBefore = await rig.db.query('SELECT competence, territory, from_day, until_day FROM competence_title ORDER BY id');
  first = await rig.tell();
});

describe('Twelve agreements, a decree of two competences, three metropolitan areas', () => {
  it('are told once: a second start, on another day, changes nothing', async () => {
    expect([agreementFacts.length, demonstrationTitles.length, areaFacts.length, first]).toEqual([12, 2, 3, { told: 17, untold: [] }]);
    const before = await rig.written();
    rig.clock.stop('2027-03-01T12:00:00.000Z');
    expect(await rig.tell()).toEqual({ told: 0, untold: [] });
    expect(await rig.written()).toEqual(before);
  });

  it('tell nobody anything, and start no clock: no source dates what one would run from', async () => {
    expect(await rig.db.query('SELECT * FROM dispatch')).toEqual([]);
    expect(await rig.db.query(`SELECT name FROM deadline WHERE status IN ('running', 'expired')`)).toEqual([]);
  });
});

describe.each(ids)('%s', (id) => {
  it('says of each line where it is from, and how exactly its day is known', async () => {
    for (const line of await rig.lines(id)) {
      expect(line).toMatchObject({ source: 'imported', attested: true, recordedBy: 'admin.subdere' });
      expect(flagged(line, 'source').length).toBeGreaterThan(0);
      expect(flagged(line, 'precision')).toHaveLength(1);
      expect(line.flags.includes('dayUncertain')).toBe(flagged(line, 'precision')[0] !== 'day' || line.flags.includes('effectNotKnown'));
    }
  });

  it('dates by a day nothing that its facts do not date by a day', async () => {
    const facts = [...agreementFacts, ...areaFacts].find((one) => one.id === id);
    const dated = facts ? [...facts.acts, ...facts.notes].flatMap(({ when }) => (when?.precision === 'day' ? [when.date] : [])) : ['2023-09-26'];
    const lines = (await rig.lines(id)).filter((line) => flagged(line, 'precision')[0] === 'day');
    expect([...new Set(lines.map(({ occurredOn }) => occurredOn))].toSorted()).toEqual([...new Set(dated)].toSorted());
  });

  it('says that what came after is not known', async () => {
    expect((await rig.caseOf(id)).flags).toContain('laterCourseNotKnown');
  });
});

describe.each([...agreementFacts, ...areaFacts])('Every fact of $id', ({ id, acts, notes, sources: ofCase }) => {
  it('its acts, each with its day and its source', async () => {
    const lines = await rig.lines(id);
    for (const { act, when, sources = ofCase } of acts) {
      const told = of(lines, types[act]).filter(({ flags }) => !flags.includes('stepImplied') || act === 'decreeRequest');
      expect(told.length).toBeGreaterThan(0);
      for (const line of told) {
        expect([flagged(line, 'precision'), flagged(line, 'source')]).toEqual([[when?.precision ?? 'not-known'], sources]);
        expect(line.occurredOn.startsWith(when?.date ?? today)).toBe(true);
      }
    }
  });

  it('what is told of it beside', async () => {
    const told = of(await rig.lines(id), 'fact.noted').map((line) => ({ fact: line.data['fact'], sources: flagged(line, 'source') }));
    expect(told.toSorted(byFact)).toEqual(notes.map(({ fact, sources = ofCase }) => ({ fact, sources })).toSorted(byFact));
  });
});

describe.each(agreementFacts)('What $id says of money and parties', (facts: AgreementFacts) => {
  const { id, title, parties, from, until, projects, totalMillionClp, contributions } = facts;

  it('parties, years, projects and amount as printed, null where they are not', async () => {
    const found = await rig.caseOf(id);
    expect(found.title).toBe(title);
    expect(found.participants.filter(({ party }) => party).map(({ role, institution }) => ({ role, institution }))).toEqual(parties);
    expect(found.context).toMatchObject({ from, until, announcedProjects: projects, amount: clp(totalMillionClp) });
    expect(found.amount === null ? null : Number(found.amount)).toBe(clp(totalMillionClp));
  });

  it('what each puts in: an amount only where one is printed, a part of the whole in words', async () => {
    const { shares, duties } = (await rig.caseOf(id)).context['draft'] as { shares: unknown; duties: readonly { party: string; duties: string }[] };
    expect(shares).toEqual(contributions.map(({ party, millionClp }) => ({ party, year: null, amount: clp(millionClp) })));
    expect(duties).toEqual(contributions.filter((one) => one.share !== null || one.duties !== null)
      .map(({ party, share, duties: stated }) => ({ party, duties: share === null ? stated : percent(share) })));
  });
});

describe('Where the facts leave them', () => {
  it.each([
    ['los-lagos-minsal-2019', 'approval.formalisation.signature'], ['aysen-minsal-2025', 'approval.formalisation.signature'], ['nuble-mop-2025', 'approval.formalisation.signature'],
    ['biobio-mop-2022', 'approval.formalisation.sending'], ['coquimbo-minsal-undated', 'approval.formalisation.sending'], ['antofagasta-serviu-2023', 'approval.formalisation.sending'],
    ['maule-mop-2014', 'approval.negotiation'], ['coquimbo-minsal-2023', 'approval.negotiation'],
    ['alto-hospicio-iquique', 'decreeing.review.reviewing'], ['gran-valparaiso', 'decreeing.publication'], ['gran-concepcion', 'initiative'],
  ])('%s: %s', async (id, state) => {
    expect((await rig.caseOf(id)).state).toEqual([state]);
  });

  it('Aysén and Salud 2019 wait for Hacienda since January 2019, of which only the month is known', async () => {
    expect(await rig.caseOf('aysen-minsal-2019')).toMatchObject({ state: ['approval.formalisation.hacienda'], since: '2019-01-31', context: { signedOn: null, votedOn: null, decreedOn: null, daysFromVoteToSignature: null } });
    const told = of(await rig.lines('aysen-minsal-2019'), 'fact.noted').map(({ occurredOn }) => occurredOn);
    expect(told).toEqual(['2019-01-31', '2019-09-12', '2019-10-04']);
  });

  it('Ñuble and Salud: voted on 26 October 2023, signed on 19 December 2024, 420 days by our own count', async () => {
    expect(await rig.caseOf('nuble-minsal-2023')).toMatchObject({ state: ['approval.formalisation.sending'], since: '2024-12-19', context: { votedOn: '2023-10-26', signedOn: '2024-12-19', daysFromVoteToSignature: 420 } });
    expect(JSON.stringify(agreementFacts)).not.toContain('420');
  });

  it('Antofagasta 2015: 5,886 million came back, and no minutes are known', async () => {
    const found = await rig.caseOf('antofagasta-minvu-2015');
    expect(found).toMatchObject({ state: ['evaluation'], amount: null, context: { inForceSince: null, endsOn: null } });
    const [step] = await rig.db.query<{ row: { state: unknown } }>(`SELECT row FROM step WHERE case_id = $1 AND row->>'id' = 'execution'`, [found.id]);
    expect(step.row.state).toMatchObject({ returned: [{ party: 'min-minvu', amount: 5_886_000_000 }], minutes: [], budgets: [], executed: [], silence: 0, missed: [], awaited: null });
  });

  it('Magallanes: the amendment was voted 10 to 3 with 1 abstention; what was in force is unknown but for that', async () => {
    expect(await rig.caseOf('magallanes-minsal-2021')).toMatchObject({ state: ['performing.running.amending.formalisation.signature'], context: { amendments: 1, inForceSince: null, inForce: { shares: [], endsOn: null } } });
    expect(of(await rig.lines('magallanes-minsal-2021'), 'coreVote.certify').at(-1)).toMatchObject({ occurredOn: '2025-12-17', data: { sitting: null, result: 'approved', inFavour: 10, against: 3, abstained: 1 } });
  });

  it('an act that no source tells is flagged so, and names no sitting and no count', async () => {
    const implied = (await Promise.all(agreementFacts.map(({ id }) => rig.lines(id)))).flat().filter(({ flags }) => flags.includes('stepImplied'));
    expect(implied.length).toBeGreaterThan(0);
    for (const { flags, data } of implied) {
      expect(flags).toContain('dayUncertain');
      expect([{}, { text: null, endsOn: null }, { sitting: null, result: 'approved' }, { textSha256: null, document: null }, { remarks: expect.any(String) as string }]).toContainEqual(data);
    }
  });
});

describe('DS 251: the ledger and the cases tell one story', () => {
  it.each(demonstrationTitles)('$competence as its title has it, and what the title assumes left open', async ({ competence, holder, origin, duration, act, source }) => {
    expect(await rig.caseOf(competence)).toMatchObject({ state: expect.arrayContaining(['transferred.inForce.temporary.term.running']) as unknown });
    const [record] = of(await rig.lines(competence), 'transfer.record');
    expect(record).toMatchObject({ occurredOn: act.date, data: { duration, mode: null, inCharge: null, effectiveOn: null, until: null, number: act.number, decreedOn: act.date }, instrument: { date: act.date } });
    expect(flagged(record, 'source')).toEqual([source]);
    expect((await rig.caseOf(competence)).context).toMatchObject({ competence, receiver: holder, origin, transfer: null, expiresOn: null, terms: { mode: null, inCharge: null } });
  });

  it('no title is entered a second time', async () => {
    expect(await rig.db.query('SELECT competence, territory, from_day, until_day FROM competence_title ORDER BY id')).toEqual(ledgerBefore);
  });
});

it.each(areaFacts)('$name has the inhabitants of its communes', async ({ id, communes, population2017 }) => {
  const [{ sum }] = await rig.db.query<{ sum: number }>('SELECT sum(population)::int AS sum FROM territory WHERE code = ANY ($1)', [communes]);
  expect(sum).toBe(population2017);
  const municipalities = (await rig.caseOf(id)).participants.filter(({ role }) => role === 'municipality').map(({ institution }) => institution);
  expect(municipalities).toEqual(communes.map((code) => `muni-${code}`));
});

function byFact(one: { readonly fact: unknown }, other: { readonly fact: unknown }): number {
  return String(one.fact) < String(other.fact) ? -1 : 1;
}
