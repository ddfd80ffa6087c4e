import { Controller, Get, Inject, Post } from '@nestjs/common';
import { z } from 'zod';
import { OpeningDesk, type Application } from '../../cases/opening-desk.js';
import { Register, type CaseSummary } from '../../cases/register/register.js';
import { sortKeys, type Sort } from '../../cases/register/sorting.js';
import { CaseViewer, type CaseView } from '../../cases/view/case-view.js';
import { Visibility } from '../../cases/visibility.js';
import { CurrentCall, type ApiCall } from '../call.js';
import { IdempotencyHeader, type ApiRoutes } from '../openapi.js';
import { Cursor, PageQuery, type Page } from '../pagination.js';
import { QueryFlag } from '../validation.js';
import { CasePath, CaseSummarySchema, CaseViewSchema, NewCase, pageOf } from './schemas.js';
import { submissionOf } from './submission.js';

const CasesQuery = PageQuery.extend({
  workflow: z.string().max(120).optional(),
  region: z.string().regex(/^\d{2}$/).optional().meta({ example: '16' }),
  institution: z.string().max(120).optional().meta({ description: 'One that takes part', example: 'muni-16101' }),
  state: z.string().max(200).optional().meta({ description: 'A state, or one that contains it', example: 'approval.signature' }),
  status: z.enum(['open', 'closed']).optional(),
  overdue: QueryFlag.optional(),
  q: z.string().max(200).optional().meta({ description: 'Words of the title, the number or an identifier' }),
  sort: z.enum(sortKeys.flatMap((key) => [key, `-${key}`] as const)).default('number').meta({ description: '`-` reverses' }),
});

const place = z.tuple([z.string().max(100), z.uuid()]);

@Controller('api/v1/cases')
export class CasesController {
  constructor(
    @Inject(OpeningDesk) private readonly openings: OpeningDesk, @Inject(CaseViewer) private readonly viewer: CaseViewer,
    @Inject(Register) private readonly register: Register, @Inject(Visibility) private readonly visibility: Visibility,
  ) {}

  @Post()
  async open(@CurrentCall() call: ApiCall): Promise<CaseView> {
    const official = call.official.username;
    const submission = submissionOf(call, NewCase);
    if (submission.fault) {
      const asked = Foreseeable.safeParse(submission.raw);
      if (asked.success) await this.openings.foresee({ official, ...asked.data });
      throw submission.fault;
    }
    const application: Application = { official, ...submission.body };
    return shown(call, this.viewer, await this.openings.open(application, submission.idempotency));
  }

  @Get()
  async list(@CurrentCall() call: ApiCall): Promise<Page<CaseSummary>> {
    const { limit, cursor, sort, ...wanted } = call.query(CasesQuery);
    const cursors = new Cursor(`cases ${sort}`, place);
    const found = await this.register.find(wanted, call.official.username, { sort: sortOf(sort), after: cursors.read(cursor), limit: limit + 1, language: call.language });
    const { items, nextCursor } = cursors.page(found, limit, (one) => [...one.place]);
    return { items: items.map(({ item }) => item), nextCursor };
  }

  @Get(':id')
  async one(@CurrentCall() call: ApiCall): Promise<CaseView> {
    const { id } = call.path(CasePath);
    await this.visibility.require(call.official.username, id);
    return shown(call, this.viewer, id);
  }
}

/** What of a malformed opening is enough to ask whether it may be made at all. */
const { workflow, territory, participants, office } = NewCase.shape;
const Foreseeable = z.object({ workflow, territory, participants, office });

/** The case as it stands, for whoever asks; its `seq` is the answer's ETag. */
export async function shown(call: ApiCall, viewer: CaseViewer, caseId: string): Promise<CaseView> {
  const view = await viewer.view(caseId, call.official.username, call.language);
  call.etag(view.seq);
  return view;
}

function sortOf(text: string): Sort {
  const descending = text.startsWith('-');
  return { key: text.slice(descending ? 1 : 0) as Sort['key'], direction: descending ? 'desc' : 'asc' };
}

export const casesRoutes: ApiRoutes = {
  'POST /api/v1/cases': {
    summary: { es: 'Abrir un expediente', en: 'Open a case' },
    tag: 'cases', headers: IdempotencyHeader, body: NewCase,
    answers: { 201: { schema: CaseViewSchema } },
    problems: ['not-empowered', 'key-reused', 'missing-idempotency-key'],
  },
  'GET /api/v1/cases': {
    summary: { es: 'Registro de expedientes', en: 'Register of cases' },
    tag: 'cases', query: CasesQuery,
    answers: { 200: { schema: pageOf(CaseSummarySchema) } },
    problems: ['bad-cursor'],
  },
  'GET /api/v1/cases/{id}': {
    summary: { es: 'Un expediente: dónde está, quién debe actuar, hasta cuándo y qué puede ocurrir', en: 'A case: where it stands, who must act, until when, and what may happen' },
    tag: 'cases', path: CasePath,
    answers: { 200: { schema: CaseViewSchema } },
    problems: ['not-found'],
  },
};
