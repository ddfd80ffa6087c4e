import { Controller, Get, Inject, Post } from '@nestjs/common';
import { z } from 'zod';
import { toEpochDay } from '../calendar/epoch-day.js';
import { localDate } from '../calendar/place.js';
import { Visibility } from '../cases/visibility.js';
import { Powers } from '../governance/powers/powers.js';
import { GovernanceRefusal } from '../governance/refusal.js';
import type { Session } from '../governance/sessions/session.js';
import { Sessions, type AgendaItem } from '../governance/sessions/sessions.js';
import type { Clock } from '../platform/clock.js';
import { CLOCK } from '../platform/tokens.js';
import { CurrentCall, type ApiCall } from './call.js';
import type { ApiRoutes } from './openapi.js';
import { Problem } from './problem.js';
import { CountableDate } from './validation.js';

/** Days a range of sessions may span. */
const LONGEST = 400;

const Kind = z.enum(['ordinary', 'extraordinary']);
const InstitutionPath = z.object({ code: z.string().max(120).meta({ example: 'muni-16101' }) });
const SessionPath = InstitutionPath.extend({ day: CountableDate.meta({ example: '2026-03-04' }), kind: Kind });
const SessionsQuery = z.object({ from: CountableDate, to: CountableDate }).refine(({ from, to }) => toEpochDay(to) - toEpochDay(from) <= LONGEST, { path: ['to'], error: 'problem.range-too-long' });
const NewSession = z.strictObject({
  day: CountableDate, kind: Kind, status: z.enum(['called', 'cancelled']).default('called'),
  basis: z.string().trim().min(3).max(500).meta({ description: 'The act that calls or cancels it' }),
});
const NewItem = z.strictObject({ matter: z.string().trim().min(3).max(500), case: z.uuid().nullable().default(null) });
const SessionView = z.object({ day: z.string(), kind: Kind, basis: z.string(), certainty: z.enum(['official', 'secondary', 'assumption']) });
const ItemView = z.object({ position: z.number(), matter: z.string(), caseId: z.string().nullable() });

/** Offices that keep the sessions of their body: they call them and make up the agenda. */
const keepers = ['council-secretary', 'core-secretary', 'mayor', 'governor', 'secretary', 'president'];

/** When collegiate bodies sit, and what about. Sessions are public (LOC 18.695 art. 84): every official may read them. */
@Controller('api/v1/institutions/:code/sessions')
export class SessionsController {
  constructor(
    @Inject(Sessions) private readonly sessions: Sessions, @Inject(Powers) private readonly powers: Powers,
    @Inject(Visibility) private readonly visibility: Visibility, @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async list(@CurrentCall() call: ApiCall): Promise<{ readonly items: readonly Session[]; readonly nextCursor: null }> {
    const { from, to } = call.query(SessionsQuery);
    return { items: await this.sessions.between(call.path(InstitutionPath).code, from, to), nextCursor: null };
  }

  @Post()
  async declare(@CurrentCall() call: ApiCall): Promise<z.input<typeof NewSession>> {
    const { code } = call.path(InstitutionPath);
    await this.requireKeeper(call, code);
    const session = call.body(NewSession);
    await this.sessions.declare(code, session, call.official.username);
    return session;
  }

  @Get(':day/:kind/agenda')
  async agenda(@CurrentCall() call: ApiCall): Promise<{ readonly items: readonly AgendaItem[]; readonly nextCursor: null }> {
    const { code, day, kind } = call.path(SessionPath);
    const items = await this.sessions.agenda(code, day, kind);
    const seen = await this.visibility.among(call.official.username, items.flatMap(({ caseId }) => caseId ?? []));
    return { items: items.map(({ position, matter, caseId }) => ({ position, matter, caseId: caseId !== null && seen.has(caseId) ? caseId : null })), nextCursor: null };
  }

  @Post(':day/:kind/agenda')
  async putOnAgenda(@CurrentCall() call: ApiCall): Promise<AgendaItem> {
    const { code, day, kind } = call.path(SessionPath);
    await this.requireKeeper(call, code);
    const { matter, case: caseId } = call.body(NewItem);
    if (caseId !== null && !(await this.visibility.among(call.official.username, [caseId])).has(caseId)) throw new Problem('not-found');
    const position = await this.sessions.putOnAgenda(code, { day, kind }, { matter, caseId }, call.official.username);
    return { position, matter, caseId };
  }

  private async requireKeeper({ official: { username } }: ApiCall, institution: string): Promise<void> {
    const today = localDate(this.clock.now(), 'America/Santiago');
    const held = await this.powers.officesHolding(institution, keepers, today);
    if (held.some(({ officials }) => officials.includes(username)) || (await this.powers.mayAdminister(username, today))) return;
    throw new GovernanceRefusal('not-empowered', 'other-office', { institution, on: today }, held);
  }
}

const summaries = {
  list: { es: 'Sesiones de un cuerpo colegiado', en: 'Sessions of a collegiate body' },
  declare: { es: 'Convocar o suspender una sesión', en: 'Call or cancel a session' },
  agenda: { es: 'Tabla de una sesión', en: 'Agenda of a session' },
  put: { es: 'Poner una materia en tabla', en: 'Put a matter on the agenda' },
} as const;

export const sessionsRoutes: ApiRoutes = {
  'GET /api/v1/institutions/{code}/sessions': {
    summary: summaries.list, tag: 'governance', path: InstitutionPath, query: SessionsQuery,
    answers: { 200: { schema: z.object({ items: z.array(SessionView), nextCursor: z.null() }) } },
  },
  'POST /api/v1/institutions/{code}/sessions': {
    summary: summaries.declare, tag: 'governance', path: InstitutionPath, body: NewSession, answers: { 201: { schema: NewSession } }, problems: ['not-empowered', 'conflict'],
  },
  'GET /api/v1/institutions/{code}/sessions/{day}/{kind}/agenda': {
    summary: summaries.agenda, tag: 'governance', path: SessionPath, answers: { 200: { schema: z.object({ items: z.array(ItemView), nextCursor: z.null() }) } }, problems: ['conflict'],
  },
  'POST /api/v1/institutions/{code}/sessions/{day}/{kind}/agenda': {
    summary: summaries.put, tag: 'governance', path: SessionPath, body: NewItem, answers: { 201: { schema: ItemView } }, problems: ['not-empowered', 'conflict', 'not-found'],
  },
};
