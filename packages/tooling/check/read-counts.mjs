/**
 * @typedef {{ status: string, fullName: string }} Assertion
 * @typedef {{ name: string, status: string, assertionResults: Assertion[] }} TestFile
 * @typedef {{ passed: number, failed: number, skipped: string[] }} Counts `skipped`: `file > test` of each
 */

/**
 * Counts the tests in the output of vitest's JSON reporter. A file that failed without a failing test (it did not load,
 * or a hook threw) counts as one failure; whatever neither passed nor failed is skipped.
 *
 * @param {{ testResults: TestFile[] }} report
 * @param {string} root
 * @returns {Counts}
 */
export function readCounts(report, root) {
  /** @type {Counts} */
  const counts = { passed: 0, failed: 0, skipped: [] };
  for (const { name, status, assertionResults } of report.testResults) {
    const failed = assertionResults.filter((test) => test.status === 'failed').length;
    counts.failed += status === 'failed' ? Math.max(1, failed) : failed;
    for (const test of assertionResults) {
      if (test.status === 'passed') counts.passed += 1;
      else if (test.status !== 'failed') counts.skipped.push(`${name.replace(root, '')} > ${test.fullName}`);
    }
  }
  return counts;
}

/** The line that ends a run. @param {Counts} counts */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped.length} skipped`;
}
