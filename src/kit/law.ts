import type { CaseEvent } from './case-event.js';

/** A dated value as a number: the country's or the case's, or that of one institution where several take part. Null: not known. */
export function lawNumber(event: Pick<CaseEvent, 'law'>, name: string, institution?: string): number | null {
  const value = valueOf(event, name, institution);
  return value === undefined ? null : Number(value);
}

/** A dated value that is a day, `YYYY-MM-DD`; null when it is not known. */
export function lawDay(event: Pick<CaseEvent, 'law'>, name: string, institution?: string): string | null {
  const value = valueOf(event, name, institution);
  return typeof value === 'string' ? value : null;
}

function valueOf({ law }: Pick<CaseEvent, 'law'>, name: string, institution: string | undefined): number | string | undefined {
  return (institution === undefined ? undefined : law[`${name}@${institution}`]?.value) ?? law[name]?.value;
}
