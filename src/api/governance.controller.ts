import { Controller, Get, Inject } from '@nestjs/common';
import { z } from 'zod';
import { Directory } from '../governance/directory.js';
import type { InstitutionSummary } from '../governance/directory.js';
import type { Territory } from '../governance/territory.js';
import type { ApiCall } from './call.js';
import { CurrentCall } from './call.js';
import type { ApiRoutes } from './openapi.js';
import { Cursor, PageQuery } from './pagination.js';
import type { Page } from './pagination.js';
import { TerritoryCode } from './validation.js';

const TerritoriesQuery = PageQuery.extend({ level: z.enum(['region', 'province', 'commune']).optional() });
const InstitutionsQuery = PageQuery.extend({
  level: z.enum(['national', 'regional', 'municipal', 'control', 'association', 'other']).optional(),
  territory: TerritoryCode.optional().meta({ description: 'Of this territory or inside it' }),
  q: z.string().max(200).optional().meta({ description: 'Words of the name or code' }),
});

const TerritoryView = z.object({ code: z.string(), name: z.string(), level: z.string(), parent: z.string().nullable() });
const InstitutionView = z.object({
  code: z.string(),
  name: z.string(),
  level: z.string(),
  territory: z.string().nullable(),
  flag: z.string().nullable().meta({ description: '`unit`: met in a register and not known to us' }),
});

const byTerritory = new Cursor('territories', z.string());
const byInstitution = new Cursor('institutions', z.string());

/** The places and bodies of the country: public facts, so every official may read all of them. */
@Controller('api/v1')
export class GovernanceController {
  constructor(@Inject(Directory) private readonly directory: Directory) {}

  @Get('territories')
  async territories(@CurrentCall() call: ApiCall): Promise<Page<Territory>> {
    const { level, limit, cursor } = call.query(TerritoriesQuery);
    const found = await this.directory.territories({ level, after: byTerritory.read(cursor), limit: limit + 1 });
    return byTerritory.page(found, limit, ({ code }) => code);
  }

  @Get('institutions')
  async institutions(@CurrentCall() call: ApiCall): Promise<Page<InstitutionSummary>> {
    const { limit, cursor, ...wanted } = call.query(InstitutionsQuery);
    const found = await this.directory.institutions({ ...wanted, after: byInstitution.read(cursor), limit: limit + 1 });
    return byInstitution.page(found, limit, ({ code }) => code);
  }
}

const pageOf = (item: z.ZodType): z.ZodType => z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const governanceRoutes: ApiRoutes = {
  'GET /api/v1/territories': {
    summary: { es: 'Regiones, provincias y comunas', en: 'Regions, provinces and communes' },
    tag: 'governance',
    query: TerritoriesQuery,
    answers: { 200: { schema: pageOf(TerritoryView) } },
    problems: ['bad-cursor'],
  },
  'GET /api/v1/institutions': {
    summary: { es: 'Instituciones', en: 'Institutions' },
    tag: 'governance',
    query: InstitutionsQuery,
    answers: { 200: { schema: pageOf(InstitutionView) } },
    problems: ['bad-cursor'],
  },
};
