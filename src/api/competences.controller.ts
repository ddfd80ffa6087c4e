import { Controller, Get, Inject } from '@nestjs/common';
import { z } from 'zod';
import { localDate } from '../calendar/place.js';
import { Ledger, type Entry } from '../governance/competences/ledger.js';
import type { Holding } from '../governance/competences/holding.js';
import { cautionsOf, fieldOf, sayRecord } from '../governance/competences/words.js';
import { Directory } from '../governance/directory.js';
import { GovernanceRefusal } from '../governance/refusal.js';
import type { Language } from '../i18n/language.js';
import type { Clock } from '../platform/clock.js';
import { CLOCK } from '../platform/tokens.js';
import type { ApiCall } from './call.js';
import { CurrentCall } from './call.js';
import { CompetenceDetailView, CompetenceView } from './competence-views.js';
import type { ApiRoutes } from './openapi.js';
import { Cursor, PageQuery } from './pagination.js';
import type { Page } from './pagination.js';
import { Problem } from './problem.js';
import { CountableDate, TerritoryCode } from './validation.js';

const At = CountableDate.optional().meta({ description: 'The day asked about; today when left out. Past and future days are answered by what is known now', example: '2026-03-02' });
const ListQuery = PageQuery.extend({
  territory: TerritoryCode.optional().meta({ description: 'In this territory: one item for each part of it that has its own answer' }),
  institution: z.string().min(1).max(120).optional().meta({ description: 'Where this institution holds it, is in charge or takes part', example: 'muni-16101' }),
  at: At,
});
const DetailQuery = z.object({ territory: TerritoryCode.optional(), at: At });
const CodePath = z.object({ code: z.string() });

const byEntry = new Cursor('competences', z.tuple([z.string(), z.string()]));

/** Who holds each competence and who is in charge of it. Public law: every official may read all of it. */
@Controller('api/v1/competences')
export class CompetencesController {
  constructor(@Inject(Ledger) private readonly ledger: Ledger, @Inject(Directory) private readonly directory: Directory, @Inject(CLOCK) private readonly clock: Clock) {}

  @Get()
  async list(@CurrentCall() call: ApiCall): Promise<Page<z.input<typeof CompetenceView>>> {
    const { limit, cursor, territory, institution, at = this.#today() } = call.query(ListQuery);
    const after = byEntry.read(cursor);
    await this.#requireTerritory(territory);
    if (institution !== undefined) await this.directory.requireInstitution(institution);
    const entries = await this.ledger.entries({ territory, institution, at });
    const rest = after === undefined ? entries : entries.filter((entry) => isAfter(entry, after));
    const { items, nextCursor } = byEntry.page(rest.slice(0, limit + 1), limit, ({ competence, first }) => [competence.code, first]);
    const names = await this.#names();
    return { items: items.map((entry) => viewOf(entry, { at, names, language: call.language })), nextCursor };
  }

  @Get(':code')
  async detail(@CurrentCall() call: ApiCall): Promise<z.input<typeof CompetenceDetailView>> {
    const { code } = call.path(CodePath);
    const { territory, at = this.#today() } = call.query(DetailQuery);
    await this.#requireTerritory(territory);
    const found = await this.ledger.detail(code, { territory, at });
    if (!found) throw new Problem('not-found');
    const asked = { at, names: await this.#names(), language: call.language };
    return {
      ...viewOf(found, asked),
      answers: found.answers.map((holding) => holdingView(holding, asked.names)),
      history: found.history?.map((holding) => holdingView(holding, asked.names)) ?? null,
    };
  }

  #today(): string {
    return localDate(this.clock.now(), 'America/Santiago');
  }

  async #requireTerritory(code: string | undefined): Promise<void> {
    if (code !== undefined && !(await this.directory.territory(code))) throw new GovernanceRefusal('unknown-territory', 'territory', { code });
  }

  async #names(): Promise<Names> {
    const names = new Map((await this.directory.allInstitutions()).map(({ code, name }) => [code, name]));
    return (institution) => ({ institution, name: names.get(institution) ?? institution });
  }
}

type Names = (institution: string) => { readonly institution: string; readonly name: string };

function isAfter({ competence: { code }, first }: Entry, [lastCode, lastFirst]: readonly [string, string]): boolean {
  return code > lastCode || (code === lastCode && first > lastFirst);
}

function viewOf(entry: Omit<Entry, 'first'>, { at, names, language }: { readonly at: string; readonly names: Names; readonly language: Language }): z.input<typeof CompetenceView> {
  const { competence, documented, holding } = entry;
  const { code, name, law, article, asOf, certainty } = competence;
  const records = documented.map((record) => {
    const { number, date, from, source } = record;
    const { to, mode, note } = sayRecord(language, record);
    return { number, date, from: names(from), to, mode, note, territory: null, source, certainty: record.certainty };
  });
  const nowhere = { territory: null, communes: null, holder: null, inCharge: null, others: [] };
  return {
    code, name: name[language], field: fieldOf(language, competence), law, article, asOf, certainty, at,
    ...(holding ? holdingView(holding, names) : nowhere), documented: records, cautions: cautionsOf(language, entry),
  };
}

function holdingView({ territory, communes, holder, inCharge, others }: Holding, names: Names): z.input<typeof CompetenceDetailView>['answers'][number] {
  const { caseId, ...title } = holder;
  return {
    territory, communes, holder: { ...title, ...names(holder.institution), case: caseId },
    inCharge: { ...inCharge, ...names(inCharge.institution), joint: inCharge.joint === 'yes' }, others: others.map((other) => ({ ...names(other.institution), part: other.part })),
  };
}

export const competenceRoutes: ApiRoutes = {
  'GET /api/v1/competences': {
    summary: { es: 'Quién tiene cada competencia y quién está a cargo, en un lugar y un día', en: 'Who holds each competence and who is in charge, in a place on a day' },
    tag: 'competences',
    query: ListQuery,
    answers: { 200: { schema: z.object({ items: z.array(CompetenceView), nextCursor: z.string().nullable() }) } },
    problems: ['bad-cursor'],
  },
  'GET /api/v1/competences/{code}': {
    summary: { es: 'Una competencia, con lo que se sabe de su pasado y su futuro', en: 'One competence, with what is known of its past and future' },
    tag: 'competences',
    path: CodePath,
    query: DetailQuery,
    answers: { 200: { schema: CompetenceDetailView } },
    problems: ['not-found'],
  },
};
