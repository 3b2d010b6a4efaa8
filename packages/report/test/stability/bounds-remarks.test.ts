import type { StabilityCell } from '@dpfair/result';
import { expect, it } from 'vitest';
import { boundsRemarks } from '../../src/stability/tables/bounds-table.js';
import { buildStability, cellOf } from '../fixtures/stability/build-stability.js';

const cell = (algorithm: StabilityCell['algorithm'], lambda: number, assumption: string | null): StabilityCell => {
  const one = cellOf({ algorithm, group: 'sex', lambda, stab: 40, rate: 0.6, accuracy: 0.8 });
  return { ...one, bounds: { ...one.bounds, assumption } };
};
const remarksOf = (cells: StabilityCell[]) => boundsRemarks(buildStability(cells), cells);

it('assumptions that begin alike are one remark, which names the algorithms of each end once', () => {
  const cells = [
    cell('zvrg', 0.1, 'the term is convex; the constraint is not'),
    cell('zvrg', 0.2, 'the term is convex; the constraint is not'),
    cell('kaas', 0.1, 'the term is convex; the penalty is not; so be it'),
    cell('gyf', 0.1, 'the term is convex; the penalty is not; so be it'),
    cell('plain', 0.1, null),
  ];
  expect(remarksOf(cells)).toEqual([
    'the term is convex; ZVRG: the constraint is not; KAAS and GYF: the penalty is not; so be it',
  ]);
});

it('an assumption of one piece stands as it is, after the reasons for missing bounds', () => {
  expect(remarksOf([cell('kaas', 0.1, 'the intercept is small'), cell('plain', 0, null)])).toEqual([
    'without a stability term nothing is bounded',
    'the intercept is small',
  ]);
});
