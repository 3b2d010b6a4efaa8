import { jStat } from 'jstat';
import { describe, expect, it } from 'vitest';
import { clopperPearson, normalCdf, studentQuantile } from '../../src/index.js';

/** jStat is an independent implementation that is right in mid-range; in the tails, where we need quantiles, it is not. */
describe('agreement with jStat where it is accurate', () => {
  it.each([3, 10, 63, 200])('Student quantiles for %d degrees of freedom', (degreesOfFreedom) => {
    for (const p of [0.05, 0.2, 0.6, 0.9, 0.975, 0.995]) {
      expect(studentQuantile(p, degreesOfFreedom)).toBeCloseTo(jStat.studentt.inv(p, degreesOfFreedom), 6);
    }
  });

  it.each([
    [3, 20],
    [50, 100],
    [990, 1000],
  ])('Clopper-Pearson for %d of %d', (successes, trials) => {
    const { lower, upper } = clopperPearson(successes, trials, 0.95);
    expect(lower).toBeCloseTo(jStat.beta.inv(0.025, successes, trials - successes + 1), 7);
    expect(upper).toBeCloseTo(jStat.beta.inv(0.975, successes + 1, trials - successes), 7);
  });

  it('the normal distribution function to four standard deviations', () => {
    for (let z = -4; z <= 4; z += 0.25) expect(normalCdf(z)).toBeCloseTo(jStat.normal.cdf(z, 0, 1), 12);
  });
});
