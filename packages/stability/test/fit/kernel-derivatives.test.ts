import { describe, expect, it } from 'vitest';
import { kernelProblem } from '../../src/design/kernel-problem.js';
import { objective } from '../../src/fit/objective.js';
import type { FairnessTerm, Kernel, LossKind, StableFairProgram } from '../../src/index.js';
import { covariances } from '../../src/terms/covariances.js';
import { marginLoss } from '../../src/terms/losses.js';
import { ratePenalty } from '../../src/terms/rate-penalty.js';
import { covariancesByDefinition, scoresOn, squaredNorm, valueByDefinition } from '../by-definition.js';
import { numbers, smallSet } from '../small-sets.js';

const set = smallSet(12, 4);
const kernels: [Kernel, StableFairProgram['intercept']][] = [
  [{ kind: 'rbf', width: 2 }, 'penalised'],
  [{ kind: 'inverse-multiquadric', c: 0.7 }, 'none'],
  [{ kind: 'multiquadric', c: 1 }, 'free'],
];
const fairnesses: FairnessTerm[] = [{ kind: 'none' }, { kind: 'rate-logs', weight: 0.3 }];
const cases = kernels.flatMap(([kernel, intercept]) =>
  (['logistic', 'squared', 'hinge'] as LossKind[]).flatMap((loss) =>
    fairnesses.map((fairness): StableFairProgram => ({ loss, fairness, stabilityWeight: 0.2, kernel, intercept })),
  ),
);

/** Fourth-order central difference. */
function difference(of: (by: number) => number): number {
  const h = 1e-3;
  return (8 * (of(h) - of(-h)) - (of(2 * h) - of(-2 * h))) / (12 * h);
}

describe.each(cases)('a kernel program: $loss, $fairness.kind, $kernel.kind', (program) => {
  const problem = kernelProblem(set, program, program.kernel as Kernel);
  const target = objective({
    problem,
    labels: set.labels,
    // So wide that the margins below are within the parabola, which differences then see as it is.
    loss: marginLoss(program.loss, 100),
    stabilityWeight: program.stabilityWeight,
    penalty: ratePenalty(set, program),
  });
  const next = numbers(7);
  const at = Float64Array.from({ length: target.size }, () => 0.4 * (next() - 0.5));
  const moved = (j: number, by: number) => at.map((value, k) => (k === j ? value + by : value));
  const classifier = problem.classifier(at);
  const none = new Float64Array(target.size);

  it('has the value and the norm of its classifier, by sums over all pairs of points', () => {
    expect(problem.squaredNorm(at)).toBeCloseTo(squaredNorm(classifier, program.intercept), 9);
    if (program.loss !== 'hinge')
      expect(target.value(at, none)).toBeCloseTo(valueByDefinition(set, program, classifier), 9);
    const found = scoresOn(set, classifier);
    const gradients = covariances(set, problem.design).map(({ column, value, gradient }) => {
      const group = set.groups.findIndex(({ name }) => name === column);
      const wanted = covariancesByDefinition(set, found)[group]?.[set.groups[group]?.values.indexOf(value) ?? -1];
      expect(gradient.reduce((sum, own, j) => sum + own * (at[j] as number), 0)).toBeCloseTo(wanted as number, 10);
      return gradient;
    });
    expect(gradients).toHaveLength(4);
  });

  it('has the gradient and the Hessian that differences say', () => {
    const { size } = target;
    const gradient = new Float64Array(size);
    target.value(at, gradient);
    const hessian = new Float64Array(size * size);
    target.hessian(at, hessian);
    for (let j = 0; j < size; j++) {
      const value = (by: number) =>
        program.loss === 'hinge'
          ? target.value(moved(j, by), none)
          : valueByDefinition(set, program, problem.classifier(moved(j, by)));
      expect(gradient[j]).toBeCloseTo(difference(value), 7);
      for (let i = j; i < size; i++) {
        const slope = difference((by) => {
          const there = new Float64Array(size);
          target.value(moved(j, by), there);
          return there[i] as number;
        });
        expect(hessian[i * size + j]).toBeCloseTo(slope, 8);
      }
    }
  });
});

describe('lambda times the form a K a of the multiquadric', () => {
  // Coefficients of two points, (t, -t): a K a = 2 t^2 (c - sqrt(d^2 + c^2)) falls with the square of t, the loss grows with t at most.
  it('has no least value beside a loss that grows linearly, and minus it has: so that is the norm here', () => {
    const kernel: Kernel = { kind: 'multiquadric', c: 1 };
    const program: StableFairProgram = {
      ...{ loss: 'hinge', fairness: { kind: 'none' }, stabilityWeight: 0.01, kernel, intercept: 'free' },
    };
    const at = (t: number) => {
      return {
        kind: 'kernel',
        kernel,
        points: set.features.slice(0, 8),
        coefficients: Float64Array.of(t, -t),
        intercept: 0,
      } as const;
    };
    const distance = Math.hypot(
      ...[0, 1, 2, 3].map((j) => (set.features[j] as number) - (set.features[4 + j] as number)),
    );
    const form = (t: number) => 2 * t * t * (1 - Math.sqrt(distance ** 2 + 1));
    for (const t of [1, 10, 1e3]) {
      expect(squaredNorm(at(t), 'free')).toBeCloseTo(-form(t), 6);
      expect(form(t)).toBeLessThan(0);
    }
    const asWritten = (t: number) => valueByDefinition(set, { ...program, stabilityWeight: 0 }, at(t)) + 0.01 * form(t);
    for (const sign of [1, -1]) {
      expect(asWritten(sign * 1e3)).toBeLessThan(-1e3);
      expect(asWritten(sign * 1e4)).toBeLessThan(90 * asWritten(sign * 1e3));
      expect(valueByDefinition(set, program, at(sign * 1e3))).toBeGreaterThan(1e3);
    }
  });
});
