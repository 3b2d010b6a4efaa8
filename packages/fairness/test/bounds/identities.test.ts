import { openStream, parseSeed } from '@dpfair/stats';
import { expect, test } from 'vitest';
import { halfOfAbsolute } from '../../src/bounds/cost-identity.js';
import { varianceUnderKnownTotal } from '../../src/bounds/known-total.js';
import { costOf } from '../../src/index.js';

test('the variance under a known total: 186.667 in Arizona (15 counties), 199.213 in Texas (254), Laplace scale 10', () => {
  expect(varianceUnderKnownTotal(15, 200)).toBeCloseTo(186.6667, 4);
  expect(varianceUnderKnownTotal(254, 200)).toBeCloseTo(199.2126, 4);
  // The published 200.01 for Texas is an empirical value, within two standard errors of about .45 of the formula.
  expect(Math.abs(varianceUnderKnownTotal(254, 200) - 200.01)).toBeLessThan(2 * 0.45);
  expect(varianceUnderKnownTotal(15, 200) / varianceUnderKnownTotal(254, 200)).toBeCloseTo(0.937, 4);
});

test('the cost of privacy is half the sum of |bias| where the biases add up to 0: the published .05', () => {
  const bias = Float64Array.of(0.02, -0.05, 0.01, 0.02);
  expect(halfOfAbsolute(bias)).toBeCloseTo(0.05, 15);
  expect(costOf(bias)).toBeCloseTo(0.05, 15);
});

test('both routes agree in 100,000 random biases that add up to 0', () => {
  const stream = openStream(parseSeed(61), 'test', 0);
  for (let k = 0; k < 100_000; k++) {
    const n = 2 + Math.floor(6 * stream.nextUniform());
    const bias = Float64Array.from({ length: n }, () => stream.nextUniform() - 0.5);
    bias[0] = (bias[0] as number) - bias.reduce((a, b) => a + b, 0);
    if (Math.abs(costOf(bias) - halfOfAbsolute(bias)) > 1e-14) throw new Error(`${bias}`);
  }
});
