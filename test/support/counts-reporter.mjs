import { writeFileSync } from 'node:fs';

/** Leaves one plain line of counts for `.ci/run` to close with, in the file it names. */
// Jest asks for a default export.
// oxlint-disable-next-line import/no-default-export
export default class CountsReporter {
  onRunComplete(_contexts, results) {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = results;
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    const line = `${numPassedTests} passed, ${failed} failed, ${numPendingTests + numTodoTests} skipped\n`;
    if (process.env.CONVENIO_TEST_COUNTS) writeFileSync(process.env.CONVENIO_TEST_COUNTS, line);
  }
}
