/** Jest runs TypeScript as ES modules (`bin/run.mjs test` sets the Node flag that needs). */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/workflows', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  reporters: ['default', '<rootDir>/test/support/counts-reporter.mjs'],
  // A busy machine takes seconds to start a process of a test's own.
  testTimeout: 60_000,
  workerIdleMemoryLimit: '700MB',
  maxWorkers: 2,
};
