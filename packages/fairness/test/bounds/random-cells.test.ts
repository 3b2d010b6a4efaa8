import { expect, it } from 'vitest';
import { triedBounds, triedPairs } from './random-cells.js';

const ofPairs = ['clipping-gap', 'threshold', 'gaussian-bracket', 'smallest-count', 'smallest-count-by-range'];

it('bounds of two projected counts hold beside closed biases, in 3,000 random tables', () => {
  const tried = triedPairs(3_000, 61);
  for (const name of ofPairs) expect(tried.get(name)).toBeGreaterThan(1_000);
});

it.each([
  [1, 400, ['half-l1']],
  [2, 400, ['any-dependence', 'composition', 'composed-gap']],
] as const)(
  'bounds that a result states hold beside exact estimates of random cells, kind %d',
  (kind, cases, names) => {
    const tried = triedBounds(kind, cases, 62);
    for (const name of names) expect(tried.get(name)).toBeGreaterThan(cases / 8);
  },
);
