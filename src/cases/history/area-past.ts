import type { AreaFacts } from './facts.js';
import { earliest, flagsOf, inOrder, latestDay, noteLine, openingFlags, type Telling, type ToldCase, type ToldLine } from './telling.js';

const secretariat = { role: 'secretariat', office: 'legal', institution: 'subdere' };
const comptroller = { role: 'comptroller', office: 'comptroller', institution: 'cgr' };

/** A documented metropolitan area as a case of `metropolitan-area`. */
export function areaTelling(facts: AreaFacts): Telling {
  const { id, region } = facts;
  return { workflow: 'metropolitan-area', id, region, tell: (today) => told(facts, today) };
}

function told(facts: AreaFacts, today: string): ToldCase {
  const { id, region, name, communes, acts, notes, sources } = facts;
  const on = earliest([...acts, ...notes].map(({ when }) => latestDay(when, today)), today);
  return {
    workflow: 'metropolitan-area', id, title: `Área metropolitana ${name}`, region, identifiers: [{ scheme: 'HISTORY', value: id }],
    parties: [{ role: 'regionalGovernment', institution: `gore-${region}` }, ...communes.map((code) => ({ role: 'municipality', institution: `muni-${code}` }))],
    opening: { type: 'case.opened', on, data: { name }, flags: openingFlags(sources), by: secretariat },
    lines: inOrder([...acts.flatMap((act) => actLines(facts, act, today)), ...notes.map((note) => noteLine(note, sources, today))]),
  };
}

/** The decree before Contraloría; and that it passed, which says that it was there. */
function actLines({ path, sources: ofCase }: AreaFacts, { act, when, sources = ofCase }: AreaFacts['acts'][number], today: string): readonly ToldLine[] {
  const on = latestDay(when, today);
  const record = { type: 'area.record', on, data: { path, competences: [], basis: sources.join('; ') }, by: secretariat };
  if (act === 'underReview') return [{ ...record, flags: flagsOf(when, sources) }];
  return [{ ...record, flags: [...flagsOf(null, sources), 'stepImplied'] }, { type: 'review.clear', on, data: {}, by: comptroller, flags: flagsOf(when, sources) }];
}
