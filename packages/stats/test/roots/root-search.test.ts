import { expect, it } from 'vitest';
import { rootSearch } from '../../src/roots/root-search.js';

it('a search that is given the values finds the zero, and asks only inside the bracket', () => {
  const asked: number[] = [];
  const search = rootSearch(0, 2);
  let next = search.next();
  while (next.done !== true) {
    asked.push(next.value);
    next = search.next(next.value ** 3 - 3);
  }
  expect(next.value).toBeCloseTo(Math.cbrt(3), 15);
  expect(asked.slice(0, 2)).toEqual([0, 2]);
  expect(asked.every((x) => x >= 0 && x <= 2)).toBe(true);
  expect(asked.length).toBeLessThan(20);
});

it('ends that do not bracket a zero are refused', () => {
  const search = rootSearch(1, 2);
  search.next();
  search.next(1);
  expect(() => search.next(2)).toThrow(RangeError);
});
