import { register } from 'node:module';

/** `node --import <this file> script.ts` runs TypeScript, for scripts that tests start as processes of their own. */
register('./typescript-hooks.mjs', import.meta.url);
