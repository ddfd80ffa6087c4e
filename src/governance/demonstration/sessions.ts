import type { Institution } from '../institution.js';
import type { SessionPattern } from '../sessions/session.js';

/**
 * The days on which the demonstration's collegiate bodies sit. The law says how often concejos do (LOC 18.695 art. 84: at
 * least three times a month, on business days); the days themselves are each body's own, so these are assumptions.
 */
export function demonstrationSessions(institutions: readonly Institution[]): readonly (SessionPattern & { readonly institution: string })[] {
  return institutions.flatMap(({ code, kind }) => {
    const pattern = kind === 'municipality' ? concejo : kind === 'regional-government' ? core : null;
    return pattern ? [{ institution: code, ...pattern }] : [];
  });
}

const since = '2015-01-01';
const [wednesday, thursday] = [3, 4];

const concejo: SessionPattern = {
  from: since, weekday: wednesday, weeks: [1, 2, 3], certainty: 'assumption', basis: 'LOC 18.695 art. 84: a lo menos tres sesiones ordinarias al mes, en días hábiles; los días son supuestos',
};
const core: SessionPattern = {
  from: since, weekday: thursday, weeks: [2, 4], certainty: 'assumption', basis: 'Sesiones ordinarias del consejo regional: frecuencia y días supuestos (LOC 19.175, no leída)',
};
