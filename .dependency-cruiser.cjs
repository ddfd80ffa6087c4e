/**
 * Who may import whom (docs: the design's folders). Read each rule as "nothing in `from` may import `to`".
 * Specs and tests sit outside the layers: they may import what they test.
 */
const SPEC = '[.](spec|test)[.]ts$';
const OURS = '^(src|workflows|migrations|test)/';
const DOMAINS = 'governance|cases|monitor|notices|identity';

/** `folder` may import, of ours, itself and what matches one of `allowed`. */
const layer = (name, folder, allowed) => ({
  name,
  severity: 'error',
  from: { path: folder, pathNot: SPEC },
  to: { path: OURS, pathNot: [folder, ...allowed] },
});

const PURE = ['^src/kit/', '^src/calendar/'];
const FOUNDATION = ['^src/platform/', '^src/i18n/'];
/** The engine's door: its own files, not the core's and not the store's; of the core, the types of what the door answers. */
const DOOR = ['^src/engine/[^/]+[.]ts$'];
const SHARED = [...PURE, ...FOUNDATION, ...DOOR, '^src/config[.]ts$'];

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-orphans',
      comment: 'A file that nothing imports and that imports nothing is forgotten.',
      severity: 'error',
      from: { orphan: true, path: '^(src|workflows|migrations)/', pathNot: [SPEC, '[.]d[.]ts$', '^src/(main|cli)[.]ts$'] },
      to: {},
    },
    {
      name: 'no-dev-dependencies-in-the-product',
      severity: 'error',
      from: { path: '^(src|workflows|migrations)/', pathNot: SPEC },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
    { name: 'no-tests-in-the-product', severity: 'error', from: { path: '^(src|workflows|migrations)/', pathNot: SPEC }, to: { path: ['^test/', SPEC] } },

    layer('kit-stands-alone', '^src/kit/', []),
    layer('calendar-stands-alone', '^src/calendar/', []),
    layer('i18n-stands-alone', '^src/i18n/', []),
    layer('platform-stands-alone', '^src/platform/', ['^migrations/list[.]ts$']),
    layer('migrations-stand-alone', '^migrations/', []),
    layer('core-is-pure', '^src/engine/core/', PURE),
    layer('engine-on-core-and-platform', '^src/engine/(?!core/)', ['^src/engine/', ...PURE, '^src/platform/']),
    layer('identity', '^src/identity/', SHARED),
    layer('governance', '^src/governance/', ['^src/identity/', ...SHARED]),
    layer('cases', '^src/cases/', ['^src/(governance|identity)/', ...SHARED]),
    layer('monitor', '^src/monitor/', ['^src/(cases|governance|identity)/', ...SHARED]),
    layer('notices', '^src/notices/', ['^src/(cases|governance|identity)/', ...SHARED]),
    layer('api', '^src/api/', [`^src/(${DOMAINS})/`, ...SHARED]),
    layer('web', '^src/web/', [`^src/(${DOMAINS})/`, ...SHARED]),
    {
      name: 'only-the-roots-know-everything',
      severity: 'error',
      comment: 'the roots are the files of src itself, and the commands',
      from: { path: '^src/', pathNot: [SPEC, '^src/[^/]+[.]ts$', '^src/cli/'] },
      to: { path: ['^src/(?!config[.])[^/]+[.]ts$', '^src/cli/', '^workflows/'] },
    },

    {
      name: 'workflows-import-kit',
      comment: 'and their own files; the catalogue alone knows every workflow',
      severity: 'error',
      from: { path: '^workflows/([^/]+)/', pathNot: SPEC },
      to: { path: OURS, pathNot: ['^src/kit/', '^workflows/$1/'] },
    },
    {
      name: 'the-catalogue-imports-workflows',
      severity: 'error',
      from: { path: '^workflows/[^/]+[.]ts$', pathNot: SPEC },
      to: { path: OURS, pathNot: ['^src/kit/', '^workflows/'] },
    },
    {
      name: 'no-machinery-in-workflows',
      comment: 'no Nest, no SQL, no clock, no input or output; zod, because a schema of kit is written with it',
      severity: 'error',
      from: { path: '^workflows/', pathNot: SPEC },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'core'], pathNot: 'node_modules/zod/' },
    },
    {
      name: 'kit-on-xstate-and-zod',
      severity: 'error',
      from: { path: '^src/kit/', pathNot: SPEC },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'core'], pathNot: 'node_modules/(xstate|zod)/' },
    },
    {
      name: 'no-machinery-in-pure-code',
      severity: 'error',
      from: { path: '^src/(engine/core|calendar)/', pathNot: SPEC },
      to: { path: ['node_modules/(pg|typeorm|bullmq|ioredis|@nestjs|express|pino)/', '^(node:)?(fs|fs/promises|net|http|https|child_process|timers|timers/promises)$'] },
    },
    {
      name: 'xstate-in-kit-and-core',
      comment: 'so that the kernel stays exchangeable',
      severity: 'error',
      from: { path: OURS, pathNot: ['^src/kit/', '^src/engine/core/', SPEC, '^test/'] },
      to: { path: 'node_modules/xstate/' },
    },
    {
      name: 'bullmq-in-platform',
      comment: 'the queue is one small port',
      severity: 'error',
      from: { path: OURS, pathNot: ['^src/platform/', SPEC, '^test/'] },
      to: { path: 'node_modules/(bullmq|ioredis)/' },
    },
    {
      name: 'pg-behind-platform',
      comment: 'others get their connections from platform/database',
      severity: 'error',
      from: { path: OURS, pathNot: ['^src/platform/', SPEC, '^test/'] },
      to: { path: 'node_modules/(pg|@types/pg)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-tables-in-api-and-web',
      comment: 'but for the question whether the database answers',
      severity: 'error',
      from: { path: '^src/(api|web|i18n)/', pathNot: [SPEC, '^src/api/health[.]controller[.]ts$'] },
      to: { path: 'node_modules/(pg|typeorm)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
  },
};
