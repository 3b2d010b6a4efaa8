import { expect, it } from 'vitest';
import { triedBounds, triedPairs } from './random-cells.js';

/** Shares take half a millisecond each, rules one: some tens of seconds in all. */
const CASES = 30_000;
const LIMIT_MS = 900_000;

it('bounds of two projected counts hold beside closed biases, in 30,000 random tables', { timeout: LIMIT_MS }, () => {
  const tried = triedPairs(CASES, 71);
  for (const name of ['clipping-gap', 'threshold', 'smallest-count', 'smallest-count-by-range']) {
    expect(tried.get(name)).toBe(CASES);
  }
  expect(tried.get('gaussian-bracket')).toBeGreaterThan(0.4 * CASES);
});

it('the cost of privacy is half the sum of |bias|, in 30,000 random allotments', { timeout: LIMIT_MS }, () => {
  expect(triedBounds(1, CASES, 72).get('half-l1')).toBe(CASES);
});

it('bounds of rules hold beside their exact alpha, in 30,000 random tables', { timeout: LIMIT_MS }, () => {
  const tried = triedBounds(2, CASES, 73);
  // Three rules in five have two independent parts; the others share a count.
  expect([tried.get('any-dependence'), tried.get('composition')]).toEqual([0.4 * CASES, 0.6 * CASES]);
});

// Their biases take a third of a second each.
it('bounds of three to five projected counts hold beside their exact biases, in 180 random tables', {
  timeout: LIMIT_MS,
}, () => {
  const tried = triedBounds(0, 180, 74);
  for (const name of ['clipping-gap', 'smallest-count', 'smallest-count-by-range']) {
    expect(tried.get(name)).toBeGreaterThan(165);
  }
});
