import type { NextFunction, Request, Response } from 'express';
import { t } from '../i18n/translate.js';
import { Problem } from './problem.js';

const MAX_DEPTH = 64;
// With the `u` flag this finds surrogates without a partner only.
const UNSTORABLE = /[\0\ud800-\udfff]/u;

/**
 * Refuses what PostgreSQL cannot store (NUL, half a surrogate pair) and nesting deep enough to exhaust a recursive reader,
 * so that no such input becomes an internal error further in.
 */
export function onlyStorable(request: Request, _response: Response, next: NextFunction): void {
  if (/%00/.test(request.url) || !isStorable(request.body)) next(new Problem('bad-encoding'));
  else next();
}

/** @throws Problem when the value is nested too deep. */
export function isStorable(value: unknown): boolean {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let here = open.pop(); here; here = open.pop()) {
    if (typeof here.value === 'string' && UNSTORABLE.test(here.value)) return false;
    if (typeof here.value !== 'object' || here.value === null) continue;
    const depth = here.depth + 1;
    if (depth > MAX_DEPTH) {
      throw new Problem('bad-request', { detail: (language) => t(language, 'problem.too-deep', { levels: MAX_DEPTH }) });
    }
    for (const [key, inner] of Object.entries(here.value)) {
      if (UNSTORABLE.test(key)) return false;
      open.push({ value: inner, depth });
    }
  }
  return true;
}
