import type { CountingUnit, ExtensionRule } from './question.js';
import { fill, type Language, type Params, type Sentence } from './sentence.js';

/** What a deadline's rule says about extending it. */
export interface ExtensionTerms {
  readonly rule: ExtensionRule;
  /** For `cap`: the most the limit may reach, extensions included. */
  readonly cap?: number;
  /** For `own`: the most all extensions together may add; unset, the rule sets no amount. */
  readonly own?: number;
}

export interface ExtensionRequest {
  /** The limit as the rule sets it, without extensions. */
  readonly amount: number;
  readonly unit: CountingUnit;
  /** All extensions granted so far, in the same unit. */
  readonly alreadyExtended: number;
  /** null: ex officio. */
  readonly requestedOn: string | null;
  readonly decidedOn: string;
  /** The last day of the deadline as it stands, by the prudent reading. */
  readonly due: string;
  readonly amountAsked: number;
}

export interface ExtensionRefusal {
  readonly code: ExtensionRefusalCode;
  readonly params: Params;
}

/**
 * Why a deadline may not be extended as asked, or null when it may. Ley 19.880 art. 26: request and decision both before
 * expiry (on the last day it has not expired), a deadline already expired never; all extensions together at most half.
 */
export function extensionRefusal(terms: ExtensionTerms, request: ExtensionRequest): ExtensionRefusal | null {
  return forbidden(terms) ?? tooLate(request) ?? tooMuch(terms, request);
}

/** A refusal told to a person. */
export function extensionRefusalSentence({ code, params }: ExtensionRefusal, language: Language): string {
  return fill(SENTENCES[code], language, params);
}

function forbidden({ rule }: ExtensionTerms): ExtensionRefusal | null {
  if (rule === 'none') return { code: 'extension-none', params: {} };
  return rule === 'unknown' ? { code: 'extension-unknown', params: {} } : null;
}

function tooLate({ requestedOn, decidedOn, due }: ExtensionRequest): ExtensionRefusal | null {
  if (requestedOn !== null && requestedOn > decidedOn) {
    return { code: 'extension-decided-before-request', params: { requestedOn, decidedOn } };
  }
  if (decidedOn <= due) return null;
  if (requestedOn !== null && requestedOn <= due) return { code: 'extension-decided-late', params: { requestedOn, decidedOn, due } };
  return { code: 'extension-expired', params: { due } };
}

function tooMuch(terms: ExtensionTerms, request: ExtensionRequest): ExtensionRefusal | null {
  const { amount, unit, alreadyExtended, amountAsked } = request;
  if (!Number.isInteger(amountAsked) || amountAsked < 1) return { code: 'extension-amount', params: { amountAsked } };
  const { most, code } = limitOf(terms, amount);
  if (alreadyExtended + amountAsked <= most) return null;
  return { code, params: { amount, unit, alreadyExtended, amountAsked, most, left: Math.max(0, most - alreadyExtended) } };
}

function limitOf({ rule, cap, own }: ExtensionTerms, amount: number): { most: number; code: ExtensionRefusalCode } {
  if (rule === 'cap') return { most: Math.max(0, (cap ?? amount) - amount), code: 'extension-over-cap' };
  if (rule === 'own') return { most: own ?? Infinity, code: 'extension-over-own' };
  return { most: Math.floor(amount / 2), code: 'extension-over-half' };
}

const SENTENCES = {
  'extension-none': {
    es: 'Este plazo no admite ampliación.',
    en: 'This deadline cannot be extended.',
  },
  'extension-unknown': {
    es: 'Ninguna norma leída permite ampliar este plazo: se trata como no ampliable (supuesto).',
    en: 'No rule that was read allows extending this deadline: it is treated as one that cannot be (assumption).',
  },
  'extension-decided-before-request': {
    es: 'La ampliación figura resuelta el {decidedOn}, antes de pedirse el {requestedOn}.',
    en: 'The extension is recorded as decided on {decidedOn}, before it was requested on {requestedOn}.',
  },
  'extension-decided-late': {
    es: 'Se pidió a tiempo, el {requestedOn}, pero se resolvió el {decidedOn}, vencido ya el plazo el {due}: la petición y la decisión deben producirse antes del vencimiento (Ley 19.880, art. 26).',
    en: 'It was requested in time, on {requestedOn}, but decided on {decidedOn}, after the deadline had expired on {due}: request and decision must both come before expiry (Ley 19.880 art. 26).',
  },
  'extension-expired': {
    es: 'El plazo venció el {due}: un plazo ya vencido no puede ampliarse en ningún caso (Ley 19.880, art. 26).',
    en: 'The deadline expired on {due}: an expired deadline can never be extended (Ley 19.880 art. 26).',
  },
  'extension-amount': {
    es: 'La ampliación debe ser un entero mayor que cero; se pidió «{amountAsked}».',
    en: 'The extension must be a whole number above zero; "{amountAsked}" was asked for.',
  },
  'extension-over-half': {
    es: 'Las ampliaciones no pueden exceder en conjunto la mitad del plazo de {amount} (esto es, {most}); se han concedido {alreadyExtended} y quedan {left} (Ley 19.880, art. 26).',
    en: 'All extensions together may not exceed half of the limit of {amount} (that is, {most}); {alreadyExtended} were granted and {left} are left (Ley 19.880 art. 26).',
  },
  'extension-over-cap': {
    es: 'El plazo de {amount} admite ampliarse hasta en {most}; se han concedido {alreadyExtended} y quedan {left}.',
    en: 'The limit of {amount} may be extended by at most {most}; {alreadyExtended} were granted and {left} are left.',
  },
  'extension-over-own': {
    es: 'La norma propia de este plazo permite ampliarlo hasta en {most}; se han concedido {alreadyExtended} y quedan {left}.',
    en: 'The deadline\'s own rule allows extending it by at most {most}; {alreadyExtended} were granted and {left} are left.',
  },
} as const satisfies Record<string, Sentence>;

export type ExtensionRefusalCode = keyof typeof SENTENCES;
