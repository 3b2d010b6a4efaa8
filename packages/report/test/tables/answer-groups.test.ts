import { expect, it } from 'vitest';
import { cellGrid } from '../../src/measure/index.js';
import { answerGroups } from '../../src/tables/answer-groups.js';
import { unitView } from '../../src/units/index.js';
import { answers } from '../fixtures/answers.js';
import { buildCell } from '../fixtures/build-cell.js';
import { buildResult } from '../fixtures/build-result.js';
import { fourEntities } from '../fixtures/four-entities.js';

it('groups of a rule are sorted by their net loss, in entities, and losses and gains make up for one another', () => {
  const cell = buildCell({
    ...fourEntities,
    post: 'clip',
    decision: 'threshold',
    truth: [1, 0, 1, 0],
    bias: [-0.25, 0.5, -0.5, 0.125],
    group: ['N', 'N', 'S', 'S'],
  });
  const [row] = cellGrid(buildResult([cell])).rows;
  const { columns, rows } = answerGroups(row as NonNullable<typeof row>, 'lep');
  expect(columns).toContain('net: expected minus true number of yes');
  expect(rows).toEqual([
    ['clipping at zero', 'S', '2 (few)', '1', '970', '50.0\u202f%', '12.5\u202f%', '\u22120.375', '1', '1'],
    ['clipping at zero', 'N', '2 (few)', '1', '30', '25.0\u202f%', '50.0\u202f%', '0.250', '1', '1'],
  ]);
});

it('groups of a rule have no percentages and no money', () => {
  const result = answers();
  const [row] = cellGrid(result).rows;
  const { columns, rows } = unitView(result).groups(result, row as NonNullable<typeof row>);
  expect(columns.join()).not.toMatch(/percent|dollar/);
  expect(rows.length).toBe(2 * 4);
});
