import { Controller, Get, Inject } from '@nestjs/common';
import { z } from 'zod';
import { Durations, type DurationItem } from '../../cases/durations/durations.js';
import { Visibility } from '../../cases/visibility.js';
import { CurrentCall, type ApiCall } from '../call.js';
import type { ApiRoutes } from '../openapi.js';
import { PlainDate } from '../validation.js';

const DurationsQuery = z.object({
  workflow: z.string().max(120).default('fndr-transfer'),
  region: z.string().regex(/^\d{2}$/).optional().meta({ example: '16' }),
  from: PlainDate.optional().meta({ description: 'The measured stretch ended on that day or later' }),
  to: PlainDate.optional().meta({ description: 'The measured stretch ended by that day' }),
});

const days = z.number().nullable();
const Item = z.object({
  segment: z.string(), variant: z.enum(['exenta', 'afecta', 'all']), n: z.number(), p25: days, median: days, p75: days, p90: days, max: days,
  excluded: z.array(z.object({ reason: z.string(), n: z.number() })),
});

/** Reports over the cases the asker may see. */
@Controller('api/v1/reports')
export class ReportsController {
  constructor(@Inject(Durations) private readonly durationsReport: Durations, @Inject(Visibility) private readonly visibility: Visibility) {}

  @Get('durations')
  async durations(@CurrentCall() call: ApiCall): Promise<{ readonly items: readonly DurationItem[] }> {
    const wanted = call.query(DurationsQuery);
    return { items: await this.durationsReport.report(wanted, await this.visibility.scopeOf(call.official.username)) };
  }
}

export const reportsRoutes: ApiRoutes = {
  'GET /api/v1/reports/durations': {
    summary: { es: 'Cuánto tarda cada tramo, en días hábiles', en: 'How long each segment takes, in business days' },
    tag: 'reports', query: DurationsQuery, answers: { 200: { schema: z.object({ items: z.array(Item) }) } },
  },
};
