/** The `code` of a system error (`ENOENT`) or of PostgreSQL (`57P03`); empty when the error has none. */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
