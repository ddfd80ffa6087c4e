/** The `code` of a system or database error (`ENOENT`, `23505`), if it has one. Not by class: errors cross realms and drivers. */
export function errorCodeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
