import type { TitleEntry } from '../../governance/competences/title.js';
import { demonstrationCompetences, demonstrationTitles } from '../../governance/demonstration/competences.js';
import { flagsOf, openingFlags, type Telling, type ToldCase } from './telling.js';

/**
 * The transfers whose regional government is known, as cases of `competence-transfer`. The ledger holds their titles: the
 * cases are made of those, say no more than they do, and enter none.
 */
export const transferTellings: readonly Telling[] = demonstrationTitles.map((title) => ({
  workflow: 'competence-transfer', id: title.competence, region: title.territory.slice(0, 2), tell: () => told(title),
}));

function told({ competence, territory, holder, origin, duration, mode, until, act, source }: TitleEntry): ToldCase {
  const name = demonstrationCompetences().find(({ code }) => code === competence)?.es ?? competence;
  const decreedOn = act.date ?? '';
  const by = { role: 'secretariat', office: 'legal', institution: 'subdere' };
  const record = {
    type: 'transfer.record', on: decreedOn, by, instrument: { kind: 'decreto', date: decreedOn, ...(act.number !== undefined && { number: act.number }) } as const,
    data: { duration, mode, inCharge: null, effectiveOn: null, until, number: act.number, decreedOn },
    // The day is the decree's own; from which day the transfer counts is not known.
    flags: [...flagsOf({ date: decreedOn, precision: 'day' }, [source]), 'effectNotKnown', 'dayUncertain'],
  };
  return {
    workflow: 'competence-transfer', id: competence, title: `${act.number ?? 'Decreto'}: ${name}`, region: territory.slice(0, 2),
    parties: [{ role: 'regionalGovernment', institution: holder }, { role: 'origin', institution: origin }],
    identifiers: [{ scheme: 'HISTORY', value: competence }, ...(act.number === undefined ? [] : [{ scheme: 'DECREE', value: act.number }])],
    opening: { type: 'case.opened', on: decreedOn, by, data: { competence, name, field: 'not-known' }, flags: openingFlags([source]) }, lines: [record],
  };
}
