import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { businessDaysBetween } from '../../calendar/between.js';
import type { Place } from '../../calendar/place.js';
import type { JournalLine } from '../../engine/case-reader.js';
import { Places } from '../../governance/places.js';
import type { ReadingScope } from '../../governance/powers/reading.js';
import { query } from '../../platform/database.js';
import { visibleCondition } from '../visibility.js';
import { distributionOf, type Distribution } from './distribution.js';
import { milestonesOf, milestoneTypes, segments, type Milestones, type Segment } from './milestones.js';

/** Which agreements are measured. `from` and `to`: the day on which the measured stretch ended, both included. */
export interface DurationsWanted {
  readonly workflow: string;
  readonly region?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface DurationItem extends Distribution {
  readonly segment: string;
  readonly variant: 'exenta' | 'afecta' | 'all';
  readonly excluded: readonly { readonly reason: 'impossible-order' | 'over-800-days'; readonly n: number }[];
}

/** From so many calendar days on a stretch says more about a slip of the pen, or of the register, than about the procedure. */
const TOO_LONG = 800;
const DAY_MS = 86_400_000;

/** Where the months go: how long each stretch of a procedure took, in business days by the national holidays. */
@Injectable()
export class Durations {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource, @Inject(Places) private readonly places: Places) {}

  /** One item for each segment and variant, counted from the day after the first date to the second. */
  async report(wanted: DurationsWanted, scope: ReadingScope): Promise<readonly DurationItem[]> {
    const measured = Object.hasOwn(segments, wanted.workflow) ? segments[wanted.workflow] : [];
    if (measured.length === 0) return [];
    const cases = await this.milestones(wanted, scope);
    const country = await this.places.placeOfTerritory(null);
    return measured.flatMap((segment) => (['all', 'exenta', 'afecta'] as const).map((variant) => {
      const ofVariant = cases.filter(({ nature }) => variant === 'all' || nature === variant);
      return itemOf(segment, variant, ofVariant, { ...wanted, place: country });
    }));
  }

  private async milestones({ workflow, region }: DurationsWanted, scope: ReadingScope): Promise<readonly Milestones[]> {
    const params: unknown[] = [workflow, region ?? null, milestoneTypes];
    const rows = await query<{ case_id: string; text: string }>(this.dataSource, /* sql */ `
      SELECT j.case_id, j.text FROM journal j JOIN cases c ON c.id = j.case_id
      WHERE c.workflow = $1 AND ($2::text IS NULL OR c.region = $2) AND j.type = ANY ($3::text[]) AND ${visibleCondition(scope, params)}
      ORDER BY j.case_id, j.seq`, params);
    const journals = new Map<string, JournalLine[]>();
    for (const { case_id: id, text } of rows) {
      const line = JSON.parse(text) as JournalLine;
      const lines = journals.get(id);
      if (lines) lines.push(line);
      else journals.set(id, [line]);
    }
    return [...journals.values()].map(milestonesOf);
  }
}

function itemOf({ segment, from, to }: Segment, variant: DurationItem['variant'], cases: readonly Milestones[], within: Pick<DurationsWanted, 'from' | 'to'> & { readonly place: Place }): DurationItem {
  const days: number[] = [];
  const excluded = { 'impossible-order': 0, 'over-800-days': 0 };
  for (const milestones of cases) {
    const [start, end] = [milestones[from], milestones[to]];
    if (start === null || end === null || end < (within.from ?? '') || end > (within.to ?? '9999')) continue;
    if (end < start) excluded['impossible-order'] += 1;
    else if ((Date.parse(end) - Date.parse(start)) / DAY_MS >= TOO_LONG) excluded['over-800-days'] += 1;
    else days.push(businessDaysBetween(start, end, within.place));
  }
  const counted = (['impossible-order', 'over-800-days'] as const).map((reason) => ({ reason, n: excluded[reason] })).filter(({ n }) => n > 0);
  return { segment, variant, ...distributionOf(days), excluded: counted };
}
