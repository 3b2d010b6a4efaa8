import { expect, it } from 'vitest';
import { groupSizes } from '../../../src/stable/groups/group-sizes.js';

const rows = (from: number, to: number) => Int32Array.from({ length: to - from }, (_, k) => from + k);

it('the rows of a group are counted apart by training and test, and fewer than 30 test rows are few', () => {
  // 0 to 99: a; 100 to 129: b; 130 to 158: c; nobody is d.
  const of = Int32Array.from({ length: 159 }, (_, row) => (row < 100 ? 0 : row < 130 ? 1 : 2));
  const group = { name: 'g', values: ['a', 'b', 'c', 'd'], of };
  expect(groupSizes(group, rows(0, 60), rows(60, 159))).toEqual([
    { group: 'a', training: 60, test: 40, small: false },
    { group: 'b', training: 0, test: 30, small: false },
    { group: 'c', training: 0, test: 29, small: true },
    { group: 'd', training: 0, test: 0, small: true },
  ]);
});
