import { z } from 'zod';
import { day, documentReference, event, type ExampleSetting } from '../../../src/kit/index.js';
import type { ActInPreparation } from './context.js';
import { heads } from './steps.js';

type Setting = ExampleSetting<ActInPreparation>;
const reasonText = z.string().min(3).max(8000);
const document = { sha256: 'a'.repeat(64), name: 'acto.pdf' };
const issuer = { issuer: heads };
const report = z.strictObject({ position: z.enum(['favourable', 'favourable-with-remarks', 'unfavourable']), text: reasonText, document: documentReference.optional() });
const reports = [{ position: 'favourable-with-remarks' as const, text: 'La aplicación debe coordinarse con el registro comunal' }];

export const opening = z.strictObject({ act: z.string().min(3).max(500) });

/** Every event of the machine; those of the step (`reports.ask`, `reports.give` …) come with it. */
export const events = {
  'act.classify': event({
    by: issuer,
    schema: z.strictObject({ kind: z.enum(['general', 'report']), effects: reasonText.optional(), precept: reasonText.optional(), justification: reasonText.optional() }),
    examples: () => [
      { kind: 'general' as const, effects: 'Regula permisos que otorgan las municipalidades' },
      { kind: 'report' as const, precept: 'Artículo del reglamento que exige oír al servicio' },
    ],
    instrument: 'oficio',
  }),
  'act.issueUrgently': event({
    by: issuer, schema: z.strictObject({ issuedOn: day, urgency: reasonText, document: documentReference.nullable() }),
    examples: ({ today }: Setting) => [{ issuedOn: today, urgency: 'Emergencia sanitaria: el acto requiere aplicación inmediata', document }], instrument: 'resolución',
  }),
  'act.issue': event({
    by: issuer, schema: z.strictObject({ issuedOn: day, valuation: reasonText.optional(), document: documentReference.nullable() }),
    examples: ({ today }: Setting) => [{ issuedOn: today, valuation: 'Se recoge lo observado sobre plazos; lo demás excede la materia', document }], instrument: 'resolución',
  }),
  'act.drop': event({ by: issuer, schema: z.strictObject({ reason: reasonText }), examples: () => [{ reason: 'Con lo informado no se dictará el acto' }] }),
  'report.receiveLate': event({ by: { affected: heads }, schema: report, examples: () => reports, instrument: 'oficio' }),
  'file.send': event({
    by: issuer, schema: z.strictObject({ sentOn: day }), examples: ({ today }: Setting) => [{ sentOn: today }], instrument: 'oficio',
  }),
  'report.giveAfterwards': event({ by: { affected: heads }, schema: report, examples: () => reports, instrument: 'oficio' }),
  'application.close': event({
    by: issuer, schema: z.strictObject({ measures: reasonText }), examples: () => [{ measures: 'Se ajusta la aplicación del acto a lo informado' }], instrument: 'oficio',
  }),
} as const;
