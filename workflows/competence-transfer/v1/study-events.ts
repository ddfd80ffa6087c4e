import { z } from 'zod';
import { day, documentReference, event, type ExampleSetting } from '../../../src/kit/index.js';
import type { Transfer } from './context.js';
import { fields } from './opening.js';

type Setting = ExampleSetting<Transfer>;
const reasonText = z.string().min(3).max(4000);
const text = z.strictObject({ text: reasonText, document: documentReference.optional() });
const document = (name: string): { sha256: string; name: string } => ({ sha256: 'a'.repeat(64), name });
const secretariat = ['undersecretary', 'legal'] as const;
const members = z.int().min(1).max(30);
const minutes = z.strictObject({ sitting: day, minutes: documentReference.nullable() });
const minutesOf = ({ today }: Setting): { sitting: string; minutes: { sha256: string; name: string } } => ({ sitting: today, minutes: document('acta-comite.pdf') });

/** Before the Committee: whether it is admitted, the study of both sides, what Hacienda says, and the Committee's answer. */
export const studyEvents = {
  'request.examine': event({
    by: { secretariat }, schema: z.strictObject({ field: z.enum(fields), reason: reasonText }),
    examples: () => [
      { field: 'productive-development' as const, reason: 'La materia es de fomento de las actividades productivas' },
      { field: 'none' as const, reason: 'La materia no es de ninguno de los tres ámbitos' },
    ],
    instrument: 'informe',
  }),
  'study.open': event({ by: { secretariat, interior: ['minister', 'undersecretary'] }, schema: minutes, examples: (setting: Setting) => [minutesOf(setting)], instrument: 'acta' }),
  'study.decline': event({
    by: { secretariat, interior: ['minister', 'undersecretary'] }, schema: minutes.extend({ reasons: reasonText }),
    examples: (setting: Setting) => [{ ...minutesOf(setting), reasons: 'La competencia está en revisión legislativa' }], instrument: 'acta',
  }),
  'commission.form': event({
    by: { secretariat }, schema: z.strictObject({ ofOrigin: members, ofRegion: members }), examples: () => [{ ofOrigin: 3, ofRegion: 3 }], instrument: 'resolución',
  }),
  'exercise.document': event({
    by: { origin: ['legal', 'minister', 'director'] }, schema: text,
    examples: () => [{ text: 'Cinco funcionarios, dos programas y un sistema en línea', document: document('ejercicio-actual.pdf') }], instrument: 'informe',
  }),
  'exercise.project': event({
    by: { regionalGovernment: ['planning', 'governor'] }, schema: text,
    examples: () => [{ text: 'Unidad de fomento de la división de industria', document: document('ejercicio-proyectado.pdf') }], instrument: 'informe',
  }),
  'study.conclude': event({
    by: { secretariat }, schema: z.strictObject({ document: documentReference.nullable() }), examples: () => [{ document: document('estudio.pdf') }], instrument: 'informe',
  }),
  'budget.report': event({
    by: { budgetOffice: ['director', 'legal'] }, schema: text.extend({ position: z.enum(['favourable', 'unfavourable']) }),
    examples: () => [{ position: 'favourable' as const, text: 'Sin mayor gasto fiscal' }, { position: 'unfavourable' as const, text: 'Irroga mayor gasto fiscal no financiado' }],
    instrument: 'oficio',
  }),
  'report.issue': event({
    by: { secretariat }, schema: text.extend({ recommendation: z.enum(['favourable', 'unfavourable', 'other-conditions']) }),
    examples: () => (['favourable', 'unfavourable', 'other-conditions'] as const).map((recommendation) => ({ recommendation, text: 'Informe fundante', document: document('informe-fundante.pdf') })),
    instrument: 'informe',
  }),
  'committee.decide': event({
    by: { interior: ['minister', 'undersecretary'], secretariat }, schema: minutes.extend({ decision: z.enum(['recommends', 'rejects']), reasons: reasonText }),
    examples: (setting: Setting) => (['recommends', 'rejects'] as const).map((decision) => Object.assign({ decision, reasons: 'Por las razones del informe fundante' }, minutesOf(setting))),
    instrument: 'acta',
  }),
  'rejection.decree': event({
    by: { interior: ['minister', 'legal'] }, schema: z.strictObject({ reasons: reasonText }), examples: () => [{ reasons: 'El Comité rechazó la transferencia' }], instrument: 'decreto',
  }),
} as const;
