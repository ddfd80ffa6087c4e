import { Controller, Get, Inject } from '@nestjs/common';
import { z } from 'zod';
import { Journals, type LineNote, type LineView, type Receipt } from '../../cases/journals.js';
import { Visibility } from '../../cases/visibility.js';
import { CurrentCall, type ApiCall } from '../call.js';
import type { ApiRoutes } from '../openapi.js';
import type { Page } from '../pagination.js';
import { CasePath } from './schemas.js';

/** What happened to a case, and the proof that nothing of it was changed since. */
@Controller('api/v1/cases/:id')
export class JournalController {
  constructor(@Inject(Journals) private readonly journals: Journals, @Inject(Visibility) private readonly visibility: Visibility) {}

  @Get('journal')
  async journal(@CurrentCall() call: ApiCall): Promise<Page<LineView> & { readonly notes: readonly LineNote[] }> {
    return { ...(await this.journals.lines(await this.visible(call), call.language)), nextCursor: null };
  }

  @Get('receipt')
  async receipt(@CurrentCall() call: ApiCall): Promise<Receipt> {
    return this.journals.receipt(await this.visible(call), call.language);
  }

  private async visible(call: ApiCall): Promise<string> {
    const { id } = call.path(CasePath);
    await this.visibility.require(call.official.username, id);
    return id;
  }
}

const json = z.record(z.string(), z.unknown());
const Line = z.object({
  seq: z.number(), type: z.string(), data: json, instrument: json.nullable(), actor: json.nullable(), power: json.nullable(), recordedBy: z.string(),
  attested: z.boolean(), occurredAt: z.string(), recordedAt: z.string(), definitionHash: z.string(), previousHash: z.string(), hash: z.string(),
});
const Note = z.object({ seq: z.number(), title: z.string(), confirmedBy: json.nullable(), contestedBy: json.nullable() });
const ReceiptSchema = z.object({
  format: z.string(), algorithm: z.string(), genesis: z.string(), case: json, head: z.string(), issuedAt: z.string(), howToVerify: z.string(),
  lines: z.array(z.object({ seq: z.number(), text: z.string(), previousHash: z.string(), hash: z.string() })),
});

export const journalRoutes: ApiRoutes = {
  'GET /api/v1/cases/{id}/journal': {
    summary: { es: 'Bitácora de un expediente, entera', en: 'Journal of a case, whole' },
    tag: 'cases', path: CasePath, answers: { 200: { schema: z.object({ items: z.array(Line), nextCursor: z.null(), notes: z.array(Note) }) } }, problems: ['not-found'],
  },
  'GET /api/v1/cases/{id}/receipt': {
    summary: { es: 'Bitácora con lo necesario para verificarla sin nosotros', en: 'The journal with what is needed to verify it without us' },
    tag: 'cases', path: CasePath, answers: { 200: { schema: ReceiptSchema } }, problems: ['not-found'],
  },
};
