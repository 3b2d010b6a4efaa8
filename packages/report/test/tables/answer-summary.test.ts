import { expect, it } from 'vitest';
import { summaryTable } from '../../src/summary-table.js';
import { answers } from '../fixtures/answers.js';
import { buildCell, laplace } from '../fixtures/build-cell.js';
import { buildResult } from '../fixtures/build-result.js';

const shared = {
  mechanism: laplace(0.1),
  decision: 'threshold',
  method: 'exact' as const,
  id: ['a', 'b', 'c'],
  name: ['Ash', 'Birch', 'Cedar'],
  count: [1, 2, 3],
  truth: [1, 0, 0],
  budgetDollars: null,
};

it('the summary of a rule has the gap in percentage points, the wrong answers and two probabilities, no money', () => {
  const result = buildResult(
    [
      buildCell({ ...shared, post: 'none', bias: [-0.25, 0.5, 0.125] }),
      buildCell({ ...shared, post: 'clip', bias: [null, null, null] }),
    ],
    { budgetDollars: 1e9 },
  );
  expect(summaryTable(result)).toEqual({
    columns: [
      'noise',
      'post-processing',
      'gap, alpha (percentage points)',
      'wrong answers (lose + gain)',
      'false negatives, positives',
      'most likely to lose',
      'most likely to gain',
      'method',
    ],
    rows: [
      [
        'epsilon 0.1',
        'none',
        '75.0',
        '0.875 (0.250 + 0.625)',
        '25.0\u202f%, 31.3\u202f%',
        'Ash 25.0\u202f%',
        'Birch 50.0\u202f%',
        'exact',
      ],
      ['epsilon 0.1', 'clip', '\u2013', '\u2013', '\u2013, \u2013', '\u2013', '\u2013', 'exact'],
    ],
  });
});

it('the summary of a rule has a row per noise and post-processing', () => {
  const { columns, rows } = summaryTable(answers());
  expect(rows.length).toBe(6);
  for (const row of rows) expect(row.length).toBe(columns.length);
});

it('the summary of a rule that knows its people has a column for those who lose', () => {
  const plain = buildCell({ ...shared, post: 'none', bias: [-0.25, 0.5, 0.125] });
  const people = {
    role: 'lep',
    losing: { entities: 1, people: 5000, expected: 1250, lower: 1240, upper: 1260 },
    gaining: { entities: 2, people: 5, expected: 2, lower: 2, upper: 2 },
  };
  const { columns, rows } = summaryTable(buildResult([{ ...plain, people }]));
  expect(rows[0]?.[columns.indexOf('people who lose')]).toBe('1,250 (1,240 to 1,260)');
});
