import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stacked } from '../../../src/training/figures/areas/stacked.js';

it('what stands above zero minus what hangs below is the sum of the parts at every place, and slices touch', () => {
  const value = fc.double({ min: -10, max: 10, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 6 }), (rows) => {
      const x = rows.map((_, k) => k);
      const layers = stacked(
        x,
        [0, 1, 2].map((part) => rows.map((row) => row[part] as number)),
      );
      for (const k of x) {
        const slices = layers.flatMap(({ above, below }) => [above[k], below[k]].flatMap((slice) => slice ?? []));
        expect(slices.reduce((sum, { from, to }) => sum + to - from, 0)).toBeCloseTo(
          (rows[k] as [number, number, number]).reduce((sum, one) => sum + one, 0),
          9,
        );
        const tops = layers.map(({ above }) => above[k]).flatMap((slice) => slice ?? []);
        for (const [index, { from }] of tops.slice(1).entries()) expect(from).toBe(tops[index]?.to);
      }
    }),
  );
});

it('a place where a part is not known is left out of all parts', () => {
  const [first, second] = stacked(
    [0, 1, 2],
    [
      [1, null, 3],
      [1, 1, -1],
    ],
  );
  expect(first?.above).toEqual([
    { x: 0, from: 0, to: 1 },
    { x: 2, from: 0, to: 3 },
  ]);
  expect(second?.above).toEqual([
    { x: 0, from: 1, to: 2 },
    { x: 2, from: 3, to: 3 },
  ]);
  expect(second?.below).toEqual([
    { x: 0, from: 0, to: 0 },
    { x: 2, from: 0, to: -1 },
  ]);
});
