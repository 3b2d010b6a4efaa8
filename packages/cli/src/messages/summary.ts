/** The words of the summary on stdout that are not the report's. */
export const summaryMessages = {
  interrupted: 'interrupted: what was done is shown',
  noValue: 'no value',
  marks: {
    pass: '✓ pass',
    fail: '✗ FAIL',
    inconclusive: '? inconclusive',
    'not-applicable': '- not applicable',
    error: '! undefined',
  },
} as const;
