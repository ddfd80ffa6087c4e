import { actsBefore, linesOf } from './agreement-acts.js';
import type { AgreementAct, AgreementFacts, ContributionFacts } from './facts.js';
import { earliest, flagsOf, inOrder, latestDay, noteLine, openingFlags, type Telling, type ToldCase, type ToldLine } from './telling.js';

const million = 1_000_000;

/** A documented agreement as a case of `programming-agreement`. */
export function agreementTelling(facts: AgreementFacts): Telling {
  const { id, region } = facts;
  return { workflow: 'programming-agreement', id, region, tell: (today) => told(facts, today) };
}

function told(facts: AgreementFacts, today: string): ToldCase {
  const { id, region, title, parties, object, from, until, projects, totalMillionClp, sources } = facts;
  const on = openedOn(facts, today);
  const planning = { role: 'regionalGovernment', office: 'planning', institution: `gore-${region}` };
  return {
    workflow: 'programming-agreement', id, title, region, parties, identifiers: [{ scheme: 'HISTORY', value: id }],
    opening: { type: 'case.opened', on, data: { object, from, until, projects, amount: pesos(totalMillionClp) }, flags: openingFlags(sources), by: planning },
    lines: [...contributionLines(facts, { on, flags: flagsOf(null, sources) }), ...inOrder([...actLines(facts, today), ...facts.notes.map((note) => noteLine(note, sources, today))])],
  };
}

/** The earliest day by which something shows that it had been proposed: an act, a report, or the end of the first year it was to run. */
function openedOn({ acts, notes, from }: AgreementFacts, today: string): string {
  return earliest([...[...acts, ...notes].map(({ when }) => latestDay(when, today)), ...(from === null ? [] : [`${from}-12-31`])], today);
}

/** Each documented act with those that must have come before it and that no source tells. */
function actLines(facts: AgreementFacts, today: string): readonly ToldLine[] {
  const known = new Set<string>();
  return facts.acts.flatMap((act) => {
    const { when, sources = facts.sources } = act;
    const on = latestDay(when, today);
    const flags = [...flagsOf(when, sources), ...(act.follows === undefined ? [] : ['stepImplied'])];
    const missing = actsBefore(act.act).filter((key) => !known.has(key));
    for (const key of [...missing, act.act]) known.add(key);
    // Of what an act implies it says that it was done, and no more.
    const implied = { facts, act: { act: act.act, when: null }, on, flags: [...flagsOf(null, sources), 'stepImplied'] };
    return [...missing.flatMap((key) => linesOf(key, implied)), ...linesOf(act.act, { facts, act, on, flags }), ...agreedIn(facts, act, { on, flags })];
  });
}

function agreedIn(facts: AgreementFacts, { act }: AgreementAct, line: Pick<ToldLine, 'on' | 'flags'>): readonly ToldLine[] {
  return act === 'amendment' ? contributionLines(facts, line, 'amendment') : [];
}

/** What each party puts in: the amount where it is printed, and the part of the whole, or the works, among its duties. */
function contributionLines({ contributions, region }: AgreementFacts, { on, flags }: Pick<ToldLine, 'on' | 'flags'>, stage?: ContributionFacts['agreedIn']): readonly ToldLine[] {
  const by = { role: 'regionalGovernment', office: 'planning', institution: `gore-${region}` };
  return contributions.filter(({ agreedIn: of }) => of === stage).flatMap((one) => {
    const { party, millionClp } = one;
    const duties = dutiesOf(one);
    const share: ToldLine = { type: 'share.put', on, flags, data: { party, year: null, amount: pesos(millionClp) }, by };
    return duties === '' ? share : [share, { type: 'duties.put', on, flags, data: { party, duties }, by }];
  });
}

function dutiesOf({ share, duties }: ContributionFacts): string {
  const percent = share === null ? [] : [`Aporta el ${String(Math.round(share * 1000) / 10).replace('.', ',')} % del total`];
  return [...percent, ...(duties === null ? [] : [duties])].join('. ');
}

/** CLP of millions as printed. */
export function pesos(millionClp: number | null): number | null {
  return millionClp === null ? null : Math.round(millionClp * million);
}
