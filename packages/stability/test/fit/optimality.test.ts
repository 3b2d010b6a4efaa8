import { describe, expect, it } from 'vitest';
import { fitStableFair, type Kernel, type StableFairProgram } from '../../src/index.js';
import { covariancesByDefinition, directions, scoresOn, squaredNorm, valueByDefinition } from '../by-definition.js';
import { smallSet } from '../small-sets.js';

const set = smallSet(24, 1);
const fairnesses: StableFairProgram['fairness'][] = [
  { kind: 'none' },
  { kind: 'covariance', bound: 0.02 },
  { kind: 'covariance', bound: 0 },
  { kind: 'mutual-information', weight: 2 },
  { kind: 'rate-logs', weight: 0.1 },
];
const settings: [Kernel | null, StableFairProgram['intercept']][] = [
  [null, 'penalised'],
  [null, 'free'],
  [null, 'none'],
  [{ kind: 'rbf', width: 2 }, 'penalised'],
  [{ kind: 'inverse-multiquadric', c: 1 }, 'none'],
  [{ kind: 'multiquadric', c: 1 }, 'free'],
];
const programs = (losses: StableFairProgram['loss'][]) =>
  losses.flatMap((loss) =>
    fairnesses.flatMap((fairness) =>
      settings.map(([kernel, intercept]): StableFairProgram => {
        return { loss, fairness, stabilityWeight: 0.02, kernel, intercept };
      }),
    ),
  );
const nameOf = ({ loss, fairness, kernel, intercept }: StableFairProgram) =>
  `${loss}, ${fairness.kind}${'bound' in fairness ? ` ${fairness.bound}` : ''}, ${kernel?.kind ?? 'linear'}, intercept ${intercept}`;
const named = (losses: StableFairProgram['loss'][]) =>
  programs(losses).map((program) => [nameOf(program), program] as const);

describe('a solution', () => {
  it.each(named(['logistic', 'squared']))('is stationary, allowed and complementary: %s', (_, program) => {
    const fit = fitStableFair(set, program);
    expect(fit.converged).toBe(true);
    const { classifier } = fit;
    expect(valueByDefinition(set, program, classifier)).toBeCloseTo(fit.objective, 7);
    expect(squaredNorm(classifier, program.intercept)).toBeCloseTo(fit.norm ** 2, 6);
    const covariance = (moved: typeof classifier) => covariancesByDefinition(set, scoresOn(set, moved));
    const bound = program.fairness.kind === 'covariance' ? program.fairness.bound : Number.POSITIVE_INFINITY;
    for (const values of covariance(classifier)) {
      for (const value of values) expect(Math.abs(value)).toBeLessThanOrEqual(bound + 1e-8);
    }
    for (const { column, value, multiplier, covariance: told } of fit.constraints) {
      const g = set.groups.findIndex(({ name }) => name === column);
      const v = set.groups[g]?.values.indexOf(value) as number;
      const found = covariance(classifier)[g]?.[v] as number;
      expect(found).toBeCloseTo(told, 8);
      // A multiplier pushes back from the side that the covariance is at, and only there.
      if (multiplier !== 0) expect(Math.sign(multiplier) * found).toBeCloseTo(bound, 8);
    }
    const lagrangian = (moved: typeof classifier): number => {
      const values = covariance(moved);
      return fit.constraints.reduce(
        (sum, { column, value, multiplier }) => {
          const g = set.groups.findIndex(({ name }) => name === column);
          return sum + multiplier * (values[g]?.[set.groups[g]?.values.indexOf(value) as number] as number);
        },
        valueByDefinition(set, program, moved),
      );
    };
    // Of many coefficients of a kernel some are enough.
    const some = <T>(list: readonly T[]) => (list.length > 12 ? list.filter((_, k) => k % 3 === 0) : list);
    const size = classifier.kind === 'kernel' ? Math.max(...classifier.coefficients.map(Math.abs), 1) : 1;
    const by = 1e-5;
    for (const moved of some(directions(classifier, program.intercept))) {
      const slope = (lagrangian(moved(by)) - lagrangian(moved(-by))) / (2 * by);
      expect(Math.abs(slope)).toBeLessThan(1e-6 * size);
      // ... and at a minimum along each of them, not a ridge.
      expect(lagrangian(moved(1e-3))).toBeGreaterThan(lagrangian(classifier) - 1e-10);
    }
  });

  it.each(named(['hinge']))('is nowhere improved nearby: %s', (_, program) => {
    const fit = fitStableFair(set, program);
    expect(fit.converged).toBe(true);
    const { classifier } = fit;
    const lagrangian = (moved: typeof classifier): number => {
      const values = covariancesByDefinition(set, scoresOn(set, moved));
      return fit.constraints.reduce(
        (sum, { column, value, multiplier }) => {
          const g = set.groups.findIndex(({ name }) => name === column);
          return sum + multiplier * (values[g]?.[set.groups[g]?.values.indexOf(value) as number] as number);
        },
        valueByDefinition(set, program, moved),
      );
    };
    const here = lagrangian(classifier);
    expect(valueByDefinition(set, program, classifier)).toBeCloseTo(fit.objective, 6);
    for (const moved of directions(classifier, program.intercept)) {
      for (const by of [1e-2, -1e-2, 1e-4, -1e-4]) {
        expect(lagrangian(moved(by))).toBeGreaterThan(here - 1e-7);
      }
    }
  });
});
