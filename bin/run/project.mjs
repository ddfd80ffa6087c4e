import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** An error whose message says all: printed without a stack. */
export function plain(message) {
  return Object.assign(new Error(message), { plain: true });
}
