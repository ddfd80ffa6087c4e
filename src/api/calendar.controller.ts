import { Controller, Get, Inject, Post } from '@nestjs/common';
import { z } from 'zod';
import { computeDue } from '../calendar/due.js';
import { holidayName } from '../calendar/holiday-names.js';
import { holidaysOf } from '../calendar/holidays.js';
import type { Holiday } from '../calendar/holidays.js';
import { localDate } from '../calendar/place.js';
import type { Place } from '../calendar/place.js';
import { explain } from '../calendar/words.js';
import { Recount } from '../engine/recount.js';
import { Directory } from '../governance/directory.js';
import { Places } from '../governance/places.js';
import { Powers } from '../governance/powers/powers.js';
import { GovernanceRefusal } from '../governance/refusal.js';
import type { Language } from '../i18n/language.js';
import type { Clock } from '../platform/clock.js';
import { CLOCK } from '../platform/tokens.js';
import type { ApiCall } from './call.js';
import { CurrentCall } from './call.js';
import type { ApiRoutes } from './openapi.js';
import { CountableDate, QueryFlag, TerritoryCode } from './validation.js';

const DateRange = z.string().regex(/^\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d$/, 'problem.date-range');

const DueQuery = z.object({
  from: z.string().min(1).meta({ description: 'The day the act took effect; counting starts the day after', example: '2026-03-02' }),
  amount: z.coerce.number().int().min(1).max(10_000).meta({ example: 15 }),
  unit: z.enum(['business', 'calendar', 'months', 'hours', 'years']).meta({ example: 'business' }),
  territory: TerritoryCode.optional(),
  filing: QueryFlag.optional(),
  rollover: z.enum(['next-business-day', 'none']).optional(),
  extend: z.coerce.number().int().min(0).max(10_000).optional(),
  rule: z.enum(['half', 'own']).optional().meta({ description: '`own` lifts the limit of half the amount' }),
  suspend: z.union([DateRange.transform((range) => [range]), z.array(DateRange).max(100)]).optional().meta({ override: { type: 'array', items: { type: 'string', example: '2026-03-05..2026-03-09' } } }),
});

const DueAnswer = z.object({
  due: z.string(),
  alternative: z.string().optional().meta({ description: 'The other reading of Ley 19.880 art. 25' }),
  explanation: z.array(z.object({ date: z.string(), note: z.string() })),
});

const HolidaysQuery = z.object({ year: z.coerce.number().int().min(1900).max(2200).meta({ example: 2026 }), territory: TerritoryCode.optional() });

const HolidayView = z.object({
  date: z.string(),
  name: z.string(),
  scope: z.enum(['national', 'regional', 'provincial', 'communal']),
  declared: z.boolean(),
  certainty: z.enum(['official', 'assumption']),
});

const NewHoliday = z.strictObject({
  date: CountableDate,
  name: z.string().trim().min(1).max(200),
  territory: TerritoryCode.nullable().default(null),
  basis: z.string().trim().min(1).max(500).meta({ description: 'The law or decree that declares it' }),
});

/** Legal time, for everybody: what a law counts does not depend on who asks. */
@Controller('api/v1/calendar')
export class CalendarController {
  constructor(
    @Inject(Places) private readonly places: Places,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(Powers) private readonly powers: Powers,
    @Inject(Recount) private readonly recount: Recount,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('due')
  async due(@CurrentCall() call: ApiCall): Promise<z.input<typeof DueAnswer>> {
    const { territory, rule, suspend = [], ...question } = call.query(DueQuery);
    const suspensions = suspend.map((range) => ({ from: range.slice(0, 10), to: range.slice(12) }));
    const answer = computeDue({ ...question, place: await this.#place(territory), suspensions, ...(rule && { extensionRule: rule }) });
    return {
      due: answer.due,
      ...(answer.alternative !== null && { alternative: answer.alternative }),
      explanation: explain(answer.explanation, call.language),
    };
  }

  @Get('holidays')
  async holidays(@CurrentCall() call: ApiCall): Promise<{ readonly items: readonly z.input<typeof HolidayView>[]; readonly nextCursor: null }> {
    const { year, territory } = call.query(HolidaysQuery);
    const holidays = holidaysOf(year, await this.#place(territory));
    return { items: holidays.map((holiday) => holidayView(holiday, call.language)), nextCursor: null };
  }

  /** Declaring the very same day again is the same act, so a lost answer is repeated without a key. Open deadlines are counted anew. */
  @Post('holidays')
  async declare(@CurrentCall() call: ApiCall): Promise<z.input<typeof NewHoliday>> {
    const { username } = call.official;
    await this.powers.requireAdminister(username, localDate(this.clock.now(), 'America/Santiago'));
    const { basis, ...holiday } = call.body(NewHoliday);
    const known = (await this.places.declared()).some(
      ({ date, name, territory }) => date === holiday.date && name === holiday.name && territory === holiday.territory,
    );
    if (!known) await this.places.declareHoliday(holiday, basis, username);
    await this.recount.afterHoliday(holiday, username);
    return { ...holiday, basis };
  }

  async #place(territory: string | undefined): Promise<Place> {
    if (territory !== undefined && !(await this.directory.territory(territory))) {
      throw new GovernanceRefusal('unknown-territory', 'territory', { code: territory });
    }
    return this.places.placeOfTerritory(territory ?? null);
  }
}

function holidayView(holiday: Holiday, language: Language): z.input<typeof HolidayView> {
  const { date, scope, declared, certainty } = holiday;
  return { date, name: holidayName(holiday, language), scope, declared, certainty };
}

export const calendarRoutes: ApiRoutes = {
  'GET /api/v1/calendar/due': {
    summary: { es: 'Calcular un vencimiento, con su explicación', en: 'Work out a due date, with its explanation' },
    tag: 'calendar',
    query: DueQuery,
    answers: { 200: { schema: DueAnswer } },
  },
  'GET /api/v1/calendar/holidays': {
    summary: { es: 'Feriados de un año en un lugar', en: 'Holidays of a year in a place' },
    tag: 'calendar',
    query: HolidaysQuery,
    answers: { 200: { schema: z.object({ items: z.array(HolidayView), nextCursor: z.null() }) } },
  },
  'POST /api/v1/calendar/holidays': {
    summary: { es: 'Declarar un feriado (administrador)', en: 'Declare a holiday (administrator)' },
    tag: 'calendar',
    body: NewHoliday,
    answers: { 201: { schema: NewHoliday } },
    problems: ['not-empowered', 'conflict'],
  },
};
