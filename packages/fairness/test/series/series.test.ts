import { gaussian, laplace } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { curvatureBiasSeries, posBiasSeries, separateCrossingsBias, simplexBiasSeries } from '../../src/index.js';
import { pattern, patternWeights, repeated, spread, total } from '../districts.js';

describe('PoS series', () => {
  // Simulated with control variates to the stated accuracy, theory notes.
  it.each([
    [10, [3.44767e-4, 2.53826e-4, -7.3718e-5, -2.594983e-4, -2.653774e-4], 2e-9],
    [50, [1.31716e-3, 1.50565e-3, 3.8648e-4, -7.70435e-4, -2.43868e-3], 2e-8],
  ])('is within its stated error of simulation on 200 districts, scale %d', (scale, expected, accuracy) => {
    const { bias, errors } = posBiasSeries(repeated(pattern, 40), repeated(patternWeights, 40), laplace(scale));
    expected.forEach((value, i) => {
      expect(Math.abs((bias[i] as number) - value)).toBeLessThan((errors[i] as number) + 5 * accuracy);
      expect(errors[i] as number).toBeLessThan(1e-2 * spread(bias));
    });
  });

  it('states an error of alpha that falls like one over the square root of n or faster', () => {
    const relative = (times: number) => {
      const { bias, errors } = posBiasSeries(repeated(pattern, times), null, laplace(30));
      return Math.max(...errors) / spread(bias);
    };
    expect(relative(400) / relative(25)).toBeLessThan(0.26);
  });

  it('adds up to zero within its stated error', () => {
    const { bias, errors } = posBiasSeries(repeated(pattern, 40), repeated(patternWeights, 40), gaussian(40));
    expect(Math.abs(total(bias))).toBeLessThanOrEqual(total(errors));
  });
});

describe('separate crossings', () => {
  const hawaii = Float64Array.of(67096, 311047, 69, 23240, 53886);

  it.each([
    ['Laplace, scale 10', laplace(10), 1.25 * 9.2979e-4],
    ['Gaussian, sigma 25', gaussian(25), 0.00786397],
  ])('give the exact alpha of Hawaii under %s', (_name, noise, alpha) => {
    const { bias, errors } = separateCrossingsBias(hawaii, noise);
    expect(spread(bias) / alpha).toBeCloseTo(1, 5);
    expect(Math.max(...errors)).toBeLessThan(1e-11);
    expect(Math.abs(total(bias))).toBeLessThan(1e-15);
  });

  it.each([
    [10, 5.99763],
    [30, 1.16396],
    [51, 0.108251],
    [69, 0.00786397],
  ])('give alpha for a smallest county of %d under Gaussian noise of sigma 25', (smallest, alpha) => {
    const counts = hawaii.map((x) => (x === 69 ? smallest : x));
    expect(spread(separateCrossingsBias(counts, gaussian(25)).bias) / alpha).toBeCloseTo(1, 5);
  });

  it('state a useless error where entities cross together', () => {
    const { errors } = separateCrossingsBias(Float64Array.of(1, 2, 4, 8, 16), laplace(10));
    expect(Math.min(...errors)).toBeGreaterThan(10);
  });

  it('leave a single entity alone', () => {
    expect([...separateCrossingsBias(Float64Array.of(5), laplace(1)).bias]).toEqual([0]);
  });
});

describe('simplex series of counts', () => {
  it('agrees with the order of biases: smaller counts gain at least as much', () => {
    const { bias } = simplexBiasSeries(repeated(pattern, 40), laplace(10));
    for (let i = 1; i < pattern.length; i++) expect(bias[i]).toBeLessThanOrEqual(bias[i - 1] as number);
  });
});

describe('curvature series', () => {
  it('is within its stated error of 4e7 trials with a control variate', () => {
    const counts = Float64Array.of(100, 400, 1500, 8000);
    const { bias, errors } = curvatureBiasSeries(counts, Float64Array.of(1, 1.5, 0.8, 1.2), laplace(20));
    // A linear control leaves the quadratic part: standard errors up to 6e-9, read off sd(a noise sum) / Z^2 / sqrt(4e7).
    const simulated = [-5.7669e-6, -1.19354e-5, -5.043e-7, 1.82066e-5];
    bias.forEach((b, i) => {
      expect(Math.abs(b - (simulated[i] as number))).toBeLessThan((errors[i] as number) + 2e-8);
      expect(errors[i]).toBeLessThan(1e-7);
    });
  });
});
