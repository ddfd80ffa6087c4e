import { Controller, Get, Inject, Post } from '@nestjs/common';
import { z } from 'zod';
import { localDate } from '../../calendar/place.js';
import { Assumptions, type UnitAssumption } from '../../cases/assumptions.js';
import { Powers } from '../../governance/powers/powers.js';
import { CLOCK } from '../../platform/tokens.js';
import type { Clock } from '../../platform/clock.js';
import { CurrentCall, type ApiCall } from '../call.js';
import type { ApiRoutes } from '../openapi.js';

const Settling = z.strictObject({
  rule: z.string().min(1).max(80).meta({ example: 'core.decide' }),
  unit: z.enum(['business', 'calendar']),
  from: z.iso.date().meta({ description: 'For deadlines that start on this day or later' }),
  basis: z.string().trim().min(3).max(500).meta({ description: 'The opinion, ruling or act that settles it' }),
});

const AssumptionView = z.object({
  rule: z.string(), basis: z.string(), amount: z.number().nullable(), assumed: z.string(), otherUnit: z.string(),
  deadlines: z.array(z.object({ workflow: z.string(), version: z.number(), name: z.string(), title: z.string() })),
  settled: z.array(z.object({ from: z.string(), unit: z.string(), basis: z.string() })),
});

/** Where the law leaves a unit open, and how it is counted here. */
@Controller('api/v1/assumptions')
export class AssumptionsController {
  constructor(@Inject(Assumptions) private readonly assumptions: Assumptions, @Inject(Powers) private readonly powers: Powers, @Inject(CLOCK) private readonly clock: Clock) {}

  @Get()
  async list(@CurrentCall() call: ApiCall): Promise<{ readonly items: readonly UnitAssumption[]; readonly nextCursor: null }> {
    return { items: await this.assumptions.all(call.language), nextCursor: null };
  }

  @Post()
  async settle(@CurrentCall() call: ApiCall): Promise<z.input<typeof Settling>> {
    const { username } = call.official;
    await this.powers.requireAdminister(username, localDate(this.clock.now(), 'America/Santiago'));
    const settling = call.body(Settling);
    await this.assumptions.settle(settling, username);
    return settling;
  }
}

export const assumptionsRoutes: ApiRoutes = {
  'GET /api/v1/assumptions': {
    summary: { es: 'Unidades que la ley no precisa, y cómo se cuentan', en: 'Units the law leaves open, and how they are counted' },
    tag: 'calendar', answers: { 200: { schema: z.object({ items: z.array(AssumptionView), nextCursor: z.null() }) } },
  },
  'POST /api/v1/assumptions': {
    summary: { es: 'Fijar la unidad de un plazo que la ley no precisa (administrador)', en: 'Settle the unit of a limit the law leaves open (administrator)' },
    tag: 'calendar', body: Settling, answers: { 201: { schema: Settling } }, problems: ['not-empowered', 'conflict'],
  },
};
