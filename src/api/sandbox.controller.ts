import { Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { z } from 'zod';
import { startOfDay } from '../calendar/place.js';
import { TrainingClock } from '../engine/training-clock.js';
import type { ApiCall } from './call.js';
import { CurrentCall } from './call.js';
import type { ApiRoutes } from './openapi.js';
import { Problem } from './problem.js';
import { CountableDate } from './validation.js';

const Advance = z.strictObject({
  advanceTo: z
    .union([z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString()), CountableDate.transform((date) => startOfDay(date, 'America/Santiago'))], 'problem.instant')
    .refine((instant) => instant <= TrainingClock.LAST, 'problem.clock-too-far')
    .meta({ override: { type: 'string', description: 'An instant, or a date: its first instant in the capital', example: '2026-06-01T12:00:00-04:00' } }),
});
const Moved = z.object({ now: z.string().meta({ description: 'The training clock, once all that fell due has happened' }) });

/** The training clock; there is none outside the sandbox. */
@Controller('api/v1/sandbox')
export class SandboxController {
  constructor(@Inject(TrainingClock) private readonly clock: TrainingClock | null) {}

  @Post('clock')
  @HttpCode(200)
  async advance(@CurrentCall() call: ApiCall): Promise<z.input<typeof Moved>> {
    if (!this.clock) throw new Problem('not-found');
    return { now: await this.clock.advanceTo(call.body(Advance).advanceTo) };
  }
}

export const sandboxRoutes: ApiRoutes = {
  'POST /api/v1/sandbox/clock': {
    summary: { es: 'Adelantar el reloj de práctica (sólo con CONVENIO_SANDBOX=1)', en: 'Move the training clock forward (only with CONVENIO_SANDBOX=1)' },
    tag: 'sandbox',
    body: Advance,
    answers: { 200: { schema: Moved } },
    problems: ['not-found'],
  },
};
