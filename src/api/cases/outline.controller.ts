import { Controller, Get, Inject } from '@nestjs/common';
import { z } from 'zod';
import { Outlines, type CaseOutline } from '../../cases/outline/outlines.js';
import { Visibility } from '../../cases/visibility.js';
import { CurrentCall, type ApiCall } from '../call.js';
import type { ApiRoutes } from '../openapi.js';
import { CasePath } from './schemas.js';

/** A case told step by step: what is done, where it is, what is ahead. */
@Controller('api/v1/cases/:id')
export class OutlineController {
  constructor(@Inject(Outlines) private readonly outlines: Outlines, @Inject(Visibility) private readonly visibility: Visibility) {}

  @Get('outline')
  async outline(@CurrentCall() call: ApiCall): Promise<CaseOutline> {
    const { id } = call.path(CasePath);
    await this.visibility.require(call.official.username, id);
    return this.outlines.ofCase(id, call.language);
  }
}

const place = z.object({ kind: z.string(), number: z.string(), state: z.string(), title: z.string() }).nullable();

export const OutlineItemSchema = z.object({
  number: z.string().meta({ example: '2.3' }), state: z.string(), title: z.string(), kind: z.enum(['state', 'group', 'parallel', 'end']),
  tasks: z.array(z.object({ task: z.string(), title: z.string(), by: z.string() })),
  ways: z.array(z.object({ kind: z.enum(['event', 'outcome', 'automatic']), title: z.string(), by: z.string(), when: z.string(), leadsTo: place.meta({ description: 'null: the state does not change' }) })),
  deadlines: z.array(z.object({
    deadline: z.string(), title: z.string(), clock: z.string(), effect: z.string(), basis: z.string(), certainty: z.string(), leadsTo: place,
    run: z.object({ status: z.string(), started: z.string().nullable(), due: z.string().nullable(), endedOn: z.string().nullable() }).nullable().meta({ description: 'Its latest run in the case' }),
  })),
  sentences: z.array(z.string()).meta({ description: 'All of it in words' }),
  progress: z.object({ status: z.enum(['done', 'now', 'notYet', 'notTaken']), since: z.string().nullable(), until: z.string().nullable(), times: z.number() }).nullable().meta({ description: 'null without a case' }),
}).meta({ id: 'OutlineItem' });

export const outlineRoutes: ApiRoutes = {
  'GET /api/v1/cases/{id}/outline': {
    summary: { es: 'Los trámites de un expediente en palabras: lo hecho, dónde está y lo que viene', en: 'The steps of a case in words: what is done, where it is, and what is ahead' },
    tag: 'cases', path: CasePath,
    answers: { 200: { schema: z.object({ case: z.string(), number: z.string(), workflow: z.string(), version: z.number(), items: z.array(OutlineItemSchema) }) } }, problems: ['not-found'],
  },
};
