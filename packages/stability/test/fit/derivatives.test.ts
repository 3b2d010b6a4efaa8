import { describe, expect, it } from 'vitest';
import { linearProblem } from '../../src/design/linear-problem.js';
import { objective } from '../../src/fit/objective.js';
import type { StableFairProgram } from '../../src/index.js';
import { combinations } from '../../src/index.js';
import { marginLoss } from '../../src/terms/losses.js';
import { ratePenalty } from '../../src/terms/rate-penalty.js';
import { valueByDefinition } from '../by-definition.js';
import { numbers, smallSet } from '../small-sets.js';

const set = smallSet(30, 5);
const fairnesses: StableFairProgram['fairness'][] = [
  { kind: 'none' },
  { kind: 'mutual-information', weight: 2 },
  { kind: 'rate-logs', weight: 0.3 },
];
const cases = (['logistic', 'squared'] as const).flatMap((loss) =>
  fairnesses.map((fairness) => {
    const program: StableFairProgram = { loss, fairness, stabilityWeight: 0.3, kernel: null, intercept: 'penalised' };
    return [loss, fairness.kind, program] as const;
  }),
);

function opened(program: StableFairProgram) {
  const { of, count } = combinations(set.groups, set.rows);
  const byGroup = program.fairness.kind === 'mutual-information';
  const problem = linearProblem(set, program, byGroup ? of : null, byGroup ? count : 1);
  const target = objective({
    problem,
    labels: set.labels,
    loss: marginLoss(program.loss, 0.5),
    stabilityWeight: program.stabilityWeight,
    penalty: ratePenalty(set, program),
  });
  const next = numbers(3);
  const at = Float64Array.from({ length: target.size }, () => 0.8 * (next() - 0.5));
  return { problem, target, at };
}

/** Fourth-order central difference: error about 1e-11 for a step of 1e-3. */
function difference(of: (by: number) => number): number {
  const h = 1e-3;
  return (8 * (of(h) - of(-h)) - (of(2 * h) - of(-2 * h))) / (12 * h);
}

describe.each(cases)('what is minimised: %s loss, %s', (_, __, program) => {
  const { problem, target, at } = opened(program);
  const moved = (j: number, by: number) => at.map((value, k) => (k === j ? value + by : value));

  it('has the value that its definition says', () => {
    const value = target.value(at, new Float64Array(target.size));
    expect(value).toBeCloseTo(valueByDefinition(set, program, problem.classifier(at)), 12);
  });

  it('has the gradient that differences of its definition say', () => {
    const gradient = new Float64Array(target.size);
    target.value(at, gradient);
    gradient.forEach((slope, j) => {
      const found = difference((by) => valueByDefinition(set, program, problem.classifier(moved(j, by))));
      expect(slope).toBeCloseTo(found, 8);
    });
  });

  it('has the Hessian that differences of its gradient say', () => {
    const { size } = target;
    const hessian = new Float64Array(size * size);
    target.hessian(at, hessian);
    for (let j = 0; j < size; j++) {
      for (let i = j; i < size; i++) {
        const found = difference((by) => {
          const gradient = new Float64Array(size);
          target.value(moved(j, by), gradient);
          return gradient[i] as number;
        });
        expect(hessian[i * size + j]).toBeCloseTo(found, 8);
      }
    }
  });
});

describe('the hinge with its corner rounded off', () => {
  const rounded = marginLoss('hinge', 0.5);
  it('is below the hinge by at most half the width, and has the slope that differences say', () => {
    for (let margin = -2; margin < 2; margin += 0.013) {
      const under = Math.max(0, 1 - margin) - rounded.value(margin);
      expect(under).toBeGreaterThanOrEqual(0);
      expect(under).toBeLessThanOrEqual(0.25);
      const found = (rounded.value(margin + 1e-6) - rounded.value(margin - 1e-6)) / 2e-6;
      expect(rounded.slope(margin)).toBeCloseTo(found, 5);
    }
  });
});
