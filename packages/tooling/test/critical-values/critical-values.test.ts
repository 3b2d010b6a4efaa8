import { describe, expect, test } from 'vitest';
import { binomialBand } from '../../critical-values/binomial-band.js';
import { chiSquareCriticalValue } from '../../critical-values/chi-square-critical-value.js';
import { kolmogorovCriticalValue } from '../../critical-values/kolmogorov-critical-value.js';
import { logGamma } from '../../critical-values/log-gamma.js';
import { normalCriticalValue } from '../../critical-values/normal-critical-value.js';

// Computed to 40 digits, then rounded to double, by reference-values.py in this folder (mpmath and exact fractions).
const relative = (got: number, want: number): number => Math.abs(got - want) / Math.abs(want);

describe('critical values', () => {
  test.each([
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247001],
    [3.7, 1.4280723266653879],
    [11.99, 17.477885575426185],
    [100, 359.1342053695754],
    [50000.5, 490989.83315821405],
  ])('log gamma of %d is within 1e-14', (x, want) => {
    expect(relative(logGamma(x), want)).toBeLessThan(1e-14);
  });

  test.each([
    [0.05, 1.9599639845400543],
    [1e-6, 4.89163847569859],
    [1e-8, 5.73072886823629],
    [1e-9, 6.1094102048693975],
    [1e-12, 7.130506848171325],
  ])('the two-sided normal value at %d is within 1e-11', (rate, want) => {
    expect(relative(normalCriticalValue(rate), want)).toBeLessThan(1e-11);
  });

  test.each([
    [1, 1e-9, 37.32489305136233],
    [3, 1e-8, 40.12999901768822],
    [10, 0.05, 18.307038053275146],
    [10, 1e-9, 62.94545742055857],
    [63, 1e-8, 147.46261034127767],
    [1000, 1e-9, 1291.9578662356023],
  ])('the chi-square value of %d degrees of freedom at %d is within 1e-11', (df, rate, want) => {
    expect(relative(chiSquareCriticalValue(df, rate), want)).toBeLessThan(1e-11);
  });

  test.each([
    [1, 0.1, 0.95],
    [2, 0.1, 0.776393202250021],
    [10, 1e-3, 0.5804173076502123],
    [100, 1e-6, 0.2657988473789517],
    [500, 1e-8, 0.1376569223617354],
  ])('the Kolmogorov value of %d draws at %d is within 1e-11', (n, rate, want) => {
    expect(relative(kolmogorovCriticalValue(n, rate), want)).toBeLessThan(1e-11);
  });

  test('the Kolmogorov value of many draws is just under Massart and over Massart - 1/n', () => {
    const massart = Math.sqrt(Math.log(2e8) / 200_000);
    const value = kolmogorovCriticalValue(100_000, 1e-8);
    expect(value).toBeLessThan(massart);
    expect(value).toBeGreaterThan(massart - 1e-5);
  });

  test.each([
    [2000, 0.95, 1e-6, 1849, 1944],
    [2000, 0.95, 1e-9, 1835, 1954],
    [100, 0.5, 1e-8, 22, 78],
    [50, 0.001, 1e-6, 0, 3],
    [8, 0.3, 0.1, 0, 5],
    [5, 0, 0.1, 0, 0],
    [5, 1, 0.1, 5, 5],
  ])(
    'the binomial band of %d trials at %d and rate %d equals the one from exact fractions',
    (n, p, rate, lower, upper) => {
      expect(binomialBand(n, p, rate)).toEqual({ lower, upper });
    },
  );

  test.each([0, -1, 0.5, Number.NaN])('a rate of %d is refused', (rate) => {
    const message = `false-alarm rate: ${rate} (allowed: 0 < rate < 0.5)`;
    expect(() => normalCriticalValue(rate)).toThrow(message);
    expect(() => chiSquareCriticalValue(3, rate)).toThrow(message);
    expect(() => kolmogorovCriticalValue(10, rate)).toThrow(message);
    expect(() => binomialBand(10, 0.5, rate)).toThrow(message);
  });
});
