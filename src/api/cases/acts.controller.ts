import { Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { z } from 'zod';
import { Desk } from '../../cases/desk.js';
import { CaseViewer, type CaseView } from '../../cases/view/case-view.js';
import { Visibility } from '../../cases/visibility.js';
import { CurrentCall, type ApiCall } from '../call.js';
import { IdempotencyHeader, type ApiRoutes, type RouteDoc } from '../openapi.js';
import { shown } from './cases.controller.js';
import { CasePath, CaseViewSchema, DeadlinePath, Extension, NewEvent, Resumption, SuspensionOfDeadline } from './schemas.js';
import { submissionOf, type Submission } from './submission.js';

type Event = z.output<typeof NewEvent>;

/** Everything officials do to a case. */
@Controller('api/v1/cases')
export class ActsController {
  constructor(@Inject(Desk) private readonly desk: Desk, @Inject(CaseViewer) private readonly viewer: CaseViewer, @Inject(Visibility) private readonly visibility: Visibility) {}

  @Post(':id/events')
  @HttpCode(200)
  async send(@CurrentCall() call: ApiCall): Promise<CaseView> {
    const { id } = call.path(CasePath);
    await this.visibility.require(call.official.username, id);
    return this.act(call, id, submissionOf(call, NewEvent));
  }

  @Post(':id/deadlines/:name/extend')
  @HttpCode(200)
  extend(@CurrentCall() call: ApiCall): Promise<CaseView> {
    return this.onDeadline(call, 'deadline.extended', Extension);
  }

  @Post(':id/deadlines/:name/suspend')
  @HttpCode(200)
  suspend(@CurrentCall() call: ApiCall): Promise<CaseView> {
    return this.onDeadline(call, 'deadline.suspended', SuspensionOfDeadline);
  }

  @Post(':id/deadlines/:name/resume')
  @HttpCode(200)
  resume(@CurrentCall() call: ApiCall): Promise<CaseView> {
    return this.onDeadline(call, 'deadline.resumed', Resumption);
  }

  private async onDeadline(call: ApiCall, type: string, schema: z.ZodType<Partial<Event>>): Promise<CaseView> {
    const { id, name } = call.path(DeadlinePath);
    await this.visibility.require(call.official.username, id);
    await this.desk.requireDeadline(id, name);
    const submission = submissionOf(call, schema.transform((body) => eventOf(type, name, body)), `${type} ${name}`);
    return this.act(call, id, { ...submission, raw: { ...submission.raw, type, data: { deadline: name } } });
  }

  private async act(call: ApiCall, id: string, submission: Submission<Event>): Promise<CaseView> {
    const official = call.official.username;
    if (submission.fault) {
      const asked = Foreseeable.parse(submission.raw);
      await this.desk.foresee(id, { official, ...asked, expectedSeq: submission.expectedSeq });
      throw submission.fault;
    }
    const { body, idempotency, expectedSeq } = submission;
    await this.desk.send(id, { official, ...body, idempotency, expectedSeq });
    return shown(call, this.viewer, id);
  }
}

/** What of a malformed event is enough to ask whether this official may send it at all. */
const Foreseeable = z.object({
  type: z.string().catch(''),
  data: z.unknown().optional(),
  office: z.string().optional().catch(undefined),
  attested: NewEvent.shape.attested.catch(undefined),
});

function eventOf(type: string, deadline: string, { occurredAt, instrument, office, attested, ...data }: Partial<Event>): Event {
  return { type, data: { deadline, ...data }, occurredAt, instrument, office, attested };
}

const ofActs = (summary: RouteDoc['summary'], path: z.ZodObject, body: z.ZodType): RouteDoc => ({
  summary, tag: 'cases', path, headers: IdempotencyHeader.extend({ 'If-Match': z.string().optional().meta({ description: 'The `seq` you saw', example: '"7"' }) }), body,
  answers: { 200: { schema: CaseViewSchema } },
  problems: ['not-found', 'not-empowered', 'stale', 'key-reused', 'missing-idempotency-key', 'event-refused'],
});

export const actsRoutes: ApiRoutes = {
  'POST /api/v1/cases/{id}/events': ofActs({ es: 'Registrar una actuación', en: 'Send an event' }, CasePath, NewEvent),
  'POST /api/v1/cases/{id}/deadlines/{name}/extend': ofActs({ es: 'Ampliar un plazo', en: 'Extend a deadline' }, DeadlinePath, Extension),
  'POST /api/v1/cases/{id}/deadlines/{name}/suspend': ofActs({ es: 'Suspender un plazo', en: 'Suspend a deadline' }, DeadlinePath, SuspensionOfDeadline),
  'POST /api/v1/cases/{id}/deadlines/{name}/resume': ofActs({ es: 'Reanudar un plazo', en: 'Resume a deadline' }, DeadlinePath, Resumption),
};
