import { openStream, parseSeed } from '@dpfair/stats';
import { testSeed } from '@dpfair/tooling/statistical-test.js';
import { expect, it } from 'vitest';
import { clippingOrder } from '../../src/index.js';
import { randomClippingCase } from './clipping-cases.js';

it.each(['published', 'derived'] as const)('%s: no violation in 100,000 random convex cases', (variant) => {
  const seed = testSeed();
  const draws = openStream(parseSeed(seed), 'test', 2);
  let made = 0;
  for (let k = 0; k < 100_000; k++) {
    const { norms, shares, bound, terms } = randomClippingCase(draws);
    const groupOf = (a: 0 | 1) => ({ gradientNorm: norms[a], share: shares[a] });
    if (!clippingOrder(groupOf(0), groupOf(1), bound, variant).suffersMore) continue;
    made++;
    expect(terms[0], `case ${k}; repeat with DPFAIR_TEST_SEED=${seed}`).toBeGreaterThan(terms[1]);
  }
  expect(made).toBeGreaterThan(10_000);
});
