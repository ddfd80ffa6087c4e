import type { Certainty } from '../../kit/case-event.js';
import { addDays, type ChargePoint } from './timeline.js';
import type { Administration, Competence, CompetenceAct, Mode, Other, Title } from './title.js';

/** A competence on a day, in communes where all of this is the same. */
export interface Holding {
  readonly competence: Competence;
  /** The smallest territory with all of them; null: more than one region. */
  readonly territory: string | null;
  /** Which of the territory's communes; null: all of them. */
  readonly communes: readonly string[] | null;
  /** The first of them: by which holdings are ordered. */
  readonly first: string;
  readonly holder: Holder;
  readonly inCharge: InCharge;
  readonly others: readonly Other[];
}

/** Who has the legal title, as the act says it; the law itself where there is no act. */
export interface Holder extends Grounds {
  readonly institution: string;
  readonly mode: Mode | null;
  readonly duration: 'definitive' | 'temporary';
  /** Null: since before this ledger. */
  readonly since: string | null;
  /** Last day: as the act says it, or the eve of the title that took over before. */
  readonly until: string | null;
  readonly ends: Title['ends'];
  readonly caseId: string | null;
}

export interface InCharge extends Grounds {
  readonly institution: string;
  readonly joint: 'yes' | 'no';
  readonly since: string | null;
  /** Last day, as far as it is known now. */
  readonly until: string | null;
  readonly ends: 'open' | 'on-day' | 'unknown';
  /** The act whose time was over the day before `since`. */
  readonly afterLapseOf: CompetenceAct | null;
}

interface Grounds {
  /** Null: the law itself. */
  readonly act: CompetenceAct | null;
  readonly basis: string;
  readonly certainty: Certainty;
}

/** What is known of one competence in some communes: their points, oldest first, and the titles these name. */
export interface Known {
  readonly competence: Competence;
  readonly places: readonly Administration[];
  readonly points: ReadonlyMap<string, readonly ChargePoint[]>;
  readonly titles: ReadonlyMap<number, Title>;
  /** How many communes begin with a code; '' for the country. */
  readonly communesIn: (code: string) => number;
}

/** Communes that have the same answer on a day, and the institutions it names; the answer itself is made when asked for. */
export interface Group {
  readonly place: Administration;
  /** Place of their point in their list of points; -1: before the first. */
  readonly at: number;
  readonly communes: readonly string[];
  readonly inCharge: string;
  readonly concerned: readonly string[];
}

/** A competence on a day, once for each different answer, in order of the first commune. */
export function groupsOn(known: Known, day: string): readonly Group[] {
  const groups = new Map<string, Group & { readonly communes: string[] }>();
  for (const place of known.places) {
    const points = known.points.get(place.commune) ?? [];
    const at = points.findLastIndex(({ from }) => from <= day);
    const point = at === -1 ? null : points[at];
    const inCharge = point?.institution ?? startOf(known, place);
    const key = [point?.from, inCharge, point?.title ?? place.certainty, point?.afterTitle, points[at + 1]?.from, nextAfter(points, point?.title)?.from].join(' ');
    const group = groups.get(key);
    const title = point?.title ? known.titles.get(point.title) : undefined;
    if (group) group.communes.push(place.commune);
    else groups.set(key, { place, at, communes: [place.commune], inCharge, concerned: [inCharge, ...(title ? [title.holder, ...title.others.map(({ institution }) => institution)] : [])] });
  }
  return [...groups.values()];
}

export function holdingOf(known: Known, { place, at, communes }: Pick<Group, 'place' | 'at' | 'communes'>): Holding {
  return { ...spanOf(known, place, at), ...area(known, communes), first: place.commune };
}

/** Everything a commune has seen and will see, as far as it is known, oldest first. */
export function historyOf(known: Known, place: Administration): readonly Holding[] {
  const points = known.points.get(place.commune) ?? [];
  return [-1, ...points.keys()].map((at) => holdingOf(known, { place, at, communes: [place.commune] }));
}

/** Between a point (-1: before the first) and the next. */
function spanOf(known: Known, place: Administration, at: number): Pick<Holding, 'competence' | 'holder' | 'inCharge' | 'others'> {
  const { competence, titles } = known;
  const points = known.points.get(place.commune) ?? [];
  const [point, next] = [points[at], points[at + 1]];
  const title = point?.title ? titles.get(point.title) : undefined;
  const lapsed = point?.afterTitle ? titles.get(point.afterTitle) : undefined;
  const institution = point?.institution ?? startOf(known, place);
  const grounds: Grounds = title ? { act: title.act, basis: title.basis, certainty: title.certainty } : groundsInLaw(competence, place, lapsed);
  return {
    competence,
    holder: title ? holderOf(title, nextAfter(points, title.id)) : { ...grounds, institution, mode: competence.mode, duration: 'definitive', since: null, until: null, ends: 'never', caseId: null },
    inCharge: {
      ...grounds, institution, joint: (title ?? competence).mode === 'shared' ? 'yes' : 'no', since: point?.from ?? null,
      until: next ? addDays(next.from, -1) : null, ends: next ? 'on-day' : title?.ends === 'unknown' ? 'unknown' : 'open', afterLapseOf: lapsed?.act ?? null,
    },
    others: title?.others ?? [],
  };
}

/** As its act says it, but no longer than until another title takes over for good. */
function holderOf(title: Title, next: ChargePoint | undefined): Holder {
  const { holder: institution, mode, duration, from: since, act, basis, certainty, caseId } = title;
  const { until, ends } = next ? { until: addDays(next.from, -1), ends: 'on-day' as const } : title;
  return { institution, mode, duration, since, until, ends, act, basis, certainty, caseId };
}

/** The point from which a title never leads again; undefined: none is known. */
function nextAfter(points: readonly ChargePoint[], title: number | null | undefined): ChargePoint | undefined {
  return typeof title === 'number' ? points[points.findLastIndex((point) => point.title === title) + 1] : undefined;
}

function startOf({ competence }: Known, place: Administration): string {
  return competence.origin ?? place.municipality;
}

/** Of an institution in the whole country, who administers the commune does not matter. */
function groundsInLaw(competence: Competence, place: Administration, lapsed: Title | undefined): Grounds {
  const { law, article, certainty } = competence;
  const surest = competence.origin === null ? weaker(certainty, place.certainty) : certainty;
  return { act: null, basis: [law, article].filter(Boolean).join(' '), certainty: lapsed ? weaker(surest, lapsed.certainty) : surest };
}

const surety: readonly Certainty[] = ['assumption', 'secondary', 'official'];

function weaker(one: Certainty, other: Certainty): Certainty {
  return surety.indexOf(one) < surety.indexOf(other) ? one : other;
}

function area({ communesIn }: Known, communes: readonly string[]): Pick<Holding, 'territory' | 'communes'> {
  const [first = ''] = communes;
  const code = [5, 3, 2].map((length) => first.slice(0, length)).find((part) => communes.every((commune) => commune.startsWith(part))) ?? '';
  return { territory: code === '' ? null : code, communes: communesIn(code) === communes.length ? null : communes };
}
