// @ts-check

/**
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed a test file that could not be loaded counts as one
 * @property {number} skipped
 */

/**
 * Counts what vitest's JSON reporter wrote.
 * @param {{ testResults?: { status: string, assertionResults: { status: string }[] }[] }} report
 * @returns {Tally}
 */
export function tallyOf(report) {
  const tally = { passed: 0, failed: 0, skipped: 0 };
  for (const file of report.testResults ?? []) {
    const before = tally.failed;
    for (const { status } of file.assertionResults) {
      if (status === 'passed') tally.passed += 1;
      else if (status === 'failed') tally.failed += 1;
      else tally.skipped += 1;
    }
    if (file.status === 'failed' && tally.failed === before) tally.failed += 1;
  }
  return tally;
}

/**
 * The last lines of a run: what was skipped, if anything, and under it the count and nothing else.
 * @param {Tally} tally
 */
export const linesOf = ({ passed, failed, skipped }) => [...(skipped > 0 ? [`${skipped} skipped`] : []), `${passed} passed, ${failed} failed`];
