import type { JsonObject, MigrationPlan } from '../../../src/kit/index.js';

/**
 * How a case of version 1 stands in version 2. Both serve the same law, so no transitory article moves anybody: `article` is
 * null and people decide (`ask`). No date changes: every clock keeps its day, two under another name.
 */
export const fromV1: MigrationPlan = {
  from: 1,
  to: 2,
  article: null,
  state: (value, context) => stateOf(value, context),
  // Both versions remember the same of a plan; the notice of the terms belonged to the image, and belongs to the design.
  context: (context) => ({ ...context, stage: context['stage'] === 'image' && context['siiTold'] === 'pending' ? 'design' : context['stage'] }),
  deadlines: { siiNotice: 'termsNotice', limitNotice: 'limitChangeNotice' },
  steps: {},
};

/** States that are the same in both versions; of those that end in a dot, everything inside. */
const same = [
  'formulation', 'image.submission', 'image.council', 'image.publication', 'image.consultation.report', 'image.consultation.terms.', 'draft.', 'seremi.sending', 'seremi.choice',
  'seremi.adaptation', 'core.', 'decree.', 'resolution.', 'inForce',
] as const;

/** What version 1 did only once a notice had been given is done beside giving it. */
const different: Readonly<Record<string, (context: JsonObject) => unknown>> = {
  'image.consultation.exposed': (context) => ({ image: { consultation: { exposed: hearingsOf(context) } } }),
  'image.notice': () => ({ design: { work: 'drafting', notice: 'owed' } }),
  'design.drafting': () => ({ design: { work: 'drafting', notice: 'settled' } }),
  'design.sending': () => ({ design: { work: 'sending', notice: 'settled' } }),
  'design.environment': () => ({ design: { work: 'environment', notice: 'settled' } }),
  'seremi.limitNotice': () => ({ seremi: { underway: { review: 'receipt', notice: 'owed' } } }),
  'seremi.receipt': () => ({ seremi: { underway: { review: 'receipt', notice: 'settled' } } }),
  'seremi.report': () => ({ seremi: { underway: { review: 'report', notice: 'settled' } } }),
};

/** The new state for an old one; null for one that version 1 does not have: only people can say what was meant. */
function stateOf(value: unknown, context: JsonObject): unknown {
  const path = pathOf(value);
  if (same.some((one) => (one.endsWith('.') ? path.startsWith(one) : path === one))) return value;
  return Object.hasOwn(different, path) ? different[path](context) : null;
}

/** Certified; or the first fifteen days over without it; or still running. */
function hearingsOf({ proven, hearingsUntil }: JsonObject): 'heard' | 'unheard' | 'hearings' {
  if (Array.isArray(proven) && proven.includes('imageHearings')) return 'heard';
  return typeof hearingsUntil === 'string' ? 'unheard' : 'hearings';
}

/** A state as XState writes it, as a dotted path; in version 1 a case is in one state at a time. */
function pathOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value);
  return entries.length === 1 ? entries.map(([name, inside]) => `${name}.${pathOf(inside)}`).join('') : '';
}
