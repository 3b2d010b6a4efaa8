import { expect, it } from 'vitest';
import { cellGrid } from '../../src/measure/index.js';
import { amountGroups } from '../../src/tables/amount-groups.js';
import { districts } from '../fixtures/districts.js';

it('the table of groups can be restricted to some of them', () => {
  const result = districts(120);
  const [row] = cellGrid(result).rows;
  const table = amountGroups(result, row as NonNullable<typeof row>, new Set(['State 01', 'State 33']));
  expect(new Set(table.rows.map((line) => line[1]))).toEqual(new Set(['State 01', 'State 33']));
  expect(table.rows.length).toBe(4);
});
