import { describe, expect, it } from 'vitest';
import { fitStableFair, type StableFairProgram } from '../../../src/index.js';
import { covariancesByDefinition, scoresOn } from '../../by-definition.js';
import { smallSet } from '../../small-sets.js';

const ofBound = (bound: number): StableFairProgram => ({
  ...{ loss: 'hinge', fairness: { kind: 'covariance', bound }, stabilityWeight: 0.01, kernel: null, intercept: 'free' },
});
/** Sets with one group column, of three values or of two. */
const sets = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].flatMap((start) => {
  const set = smallSet(60, start);
  return set.groups.map((group) => ({ ...set, groups: [group] }));
});

describe('a bound of the covariance of 0', () => {
  // The least sum of sizes that multipliers can have is what the value loses per unit of the bound. Those of three values follow from one another: any
  // number may be added to all, and where one is 0 the sum is at most twice the least one; rows at the corner leave some choice, too.
  it('has a price of the order of what the value loses, however the constraints depend on one another', () => {
    for (const set of sets) {
      const fit = fitStableFair(set, ofBound(0));
      expect(fit.ending).toBe('minimum');
      const step = 1e-5;
      const slope = (fit.objective - fitStableFair(set, ofBound(step)).objective) / step;
      const price = fit.constraints.reduce((sum, { multiplier }) => sum + Math.abs(multiplier), 0);
      expect(price).toBeGreaterThan(0.99 * slope - 0.001);
      expect(price).toBeLessThan(10 * slope + 0.01);
    }
  });
});

describe('a bound that leaves next to no room', () => {
  it.each([0, 1e-12, 1e-10, 1e-9, 3e-9, 1e-8, 3e-8, 1e-7, 1e-6])('of %d is kept to, at the minimum', (bound) => {
    for (const set of sets) {
      const fit = fitStableFair(set, ofBound(bound));
      expect(fit.ending).toBe('minimum');
      for (const value of covariancesByDefinition(set, scoresOn(set, fit.classifier)).flat()) {
        expect(Math.abs(value)).toBeLessThan(bound + 1e-11);
      }
      for (const { multiplier, withoutEffect } of fit.constraints) {
        expect(Math.abs(multiplier)).toBeLessThan(1000);
        expect(withoutEffect).toBe(false);
      }
    }
  });
});
