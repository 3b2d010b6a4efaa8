// Weak duality (Shalev-Shwartz and Zhang, JMLR 14, 2013, equation 2, with a constraint): for any a from 0 to 1 and any multipliers m, with
// v_i = (a_i y_i - sum m (z_i - mean z)) / n, no classifier has a value below mean a - v'Kv / (4 lambda) - bound sum |m|, where v adds up to 0 if the
// intercept is free; at lambda 0 X'v is 0, and the middle part is left out.
import { describe, expect, it } from 'vitest';
import { kernelProblem } from '../../../src/design/kernel-problem.js';
import { linearProblem } from '../../../src/design/linear-problem.js';
import { minimizeHinge } from '../../../src/fit/hinge/minimize-hinge.js';
import {
  type FairnessTerm,
  fitStableFair,
  type Kernel,
  type StableFairProgram,
  type TrainingSet,
} from '../../../src/index.js';
import { covariances } from '../../../src/terms/covariances.js';
import { covariancesByDefinition, scoresOn, valueByDefinition } from '../../by-definition.js';
import { smallSet } from '../../small-sets.js';

/** Each has a group column of two values and one of three, whose constraints follow from one another. */
const sets = [1, 2, 3].map((start) => smallSet(60, start));
const set = smallSet(60, 3);
const width = set.columns.length;
const rowOf = ({ features }: TrainingSet, i: number) => [...features.subarray(i * width, (i + 1) * width)];

/** K of two rows, minus it for the multiquadric. */
function kernelValue({ kernel, intercept }: StableFairProgram, a: readonly number[], b: readonly number[]): number {
  const constant = intercept === 'penalised' ? 1 : 0;
  if (kernel === null) return a.reduce((sum, value, k) => sum + value * (b[k] as number), constant);
  const square = a.reduce((sum, value, k) => sum + (value - (b[k] as number)) ** 2, 0);
  if (kernel.kind === 'rbf') return Math.exp(-square / kernel.width ** 2) + constant;
  return kernel.kind === 'multiquadric' ? -Math.sqrt(square + kernel.c ** 2) : 1 / Math.sqrt(square + kernel.c ** 2);
}

/** The fit, and what duals of the minimum prove about any. */
function solve(set: TrainingSet, program: StableFairProgram) {
  const { kernel, fairness, stabilityWeight } = program;
  const problem = kernel === null ? linearProblem(set, program, null, 1) : kernelProblem(set, program, kernel);
  const held = fairness.kind === 'covariance' ? covariances(set, problem.design) : [];
  const bound = fairness.kind === 'covariance' ? fairness.bound : 0;
  const found = minimizeHinge(
    {
      ...{
        design: problem.design,
        labels: set.labels,
        limits: { normals: held.map(({ gradient }) => gradient), bound },
      },
      prices: problem.norms.map((norm) => stabilityWeight * norm),
    },
    { tolerance: 1e-7, mostSteps: 100 },
  );
  const pulls = Array.from(found.duals, (dual, i) => {
    const ofGroups = held.reduce((sum, { column, value }, k) => {
      const group = set.groups.find(({ name }) => name === column);
      const place = group?.values.indexOf(value);
      const share = (group?.of.filter((its) => its === place).length ?? 0) / set.rows;
      return sum + (found.multipliers[k] as number) * ((group?.of[i] === place ? 1 : 0) - share);
    }, 0);
    return (dual * (set.labels[i] as number) - ofGroups) / set.rows;
  });
  const price = bound * found.multipliers.reduce((sum, own) => sum + Math.abs(own), 0);
  const mean = found.duals.reduce((sum, dual) => sum + dual, 0) / set.rows;
  const fit = fitStableFair(set, program);
  return { found, fit, classifier: fit.classifier, pulls, bound, dual: mean - price };
}

const terms: FairnessTerm[] = [{ kind: 'none' }, { kind: 'covariance', bound: 0.02 }, { kind: 'covariance', bound: 0 }];
const intercepts = ['penalised', 'free', 'none'] as const;
const linear = (stabilityWeight: number) =>
  terms.flatMap((fairness) =>
    intercepts.map(
      (intercept): StableFairProgram => ({ loss: 'hinge', fairness, stabilityWeight, kernel: null, intercept }),
    ),
  );
const withKernels = [0.001, 0.1].flatMap((stabilityWeight) =>
  terms.flatMap((fairness) =>
    (
      [
        [{ kind: 'rbf', width: 2 }, 'penalised'],
        [{ kind: 'inverse-multiquadric', c: 1 }, 'none'],
        [{ kind: 'multiquadric', c: 1 }, 'free'],
      ] as [Kernel, StableFairProgram['intercept']][]
    ).map(
      ([kernel, intercept]): StableFairProgram => ({ loss: 'hinge', fairness, stabilityWeight, kernel, intercept }),
    ),
  ),
);
const named = (programs: readonly StableFairProgram[]) =>
  programs.map((program) => [JSON.stringify(program), program] as const);

function expectAllowed(
  set: TrainingSet,
  program: StableFairProgram,
  { found, fit, pulls, bound }: ReturnType<typeof solve>,
) {
  expect(fit.ending).toBe('minimum');
  expect(fit.iterations).toBeLessThan(50);
  for (const dual of found.duals) expect(dual >= 0 && dual <= 1).toBe(true);
  if (program.intercept === 'free') expect(Math.abs(pulls.reduce((sum, own) => sum + own, 0))).toBeLessThan(1e-9);
  if (program.fairness.kind !== 'covariance') return;
  for (const value of covariancesByDefinition(set, scoresOn(set, fit.classifier)).flat()) {
    expect(Math.abs(value)).toBeLessThanOrEqual(bound + 1e-8);
  }
  // The dual value, at most 1 less bound times the sum of their sizes, is the least one, which is not below 0.
  const sizes = fit.constraints.reduce((sum, { multiplier }) => sum + Math.abs(multiplier), 0);
  expect(sizes).toBeLessThan(bound > 0 ? (1 + 1e-8) / bound : 1000);
}

function expectProved(set: TrainingSet, program: StableFairProgram) {
  const solved = solve(set, program);
  expectAllowed(set, program, solved);
  const { pulls } = solved;
  const rows = pulls.map((_, i) => rowOf(set, i));
  const norm = pulls.reduce((sum, a, i) => {
    const own = rows[i] as number[];
    return sum + pulls.reduce((part, b, j) => part + a * b * kernelValue(program, own, rows[j] as number[]), 0);
  }, 0);
  const gap = valueByDefinition(set, program, solved.classifier) - solved.dual + norm / (4 * program.stabilityWeight);
  expect(gap).toBeGreaterThan(-1e-8);
  expect(gap).toBeLessThan(2e-9 + 1e-9 / program.stabilityWeight);
}

describe('the minimum of a hinge program', () => {
  it.each(named([0.001, 0.01, 1].flatMap(linear)))('is proved by its dual, by definition: %s', (_, program) => {
    for (const each of sets) expectProved(each, program);
  });

  it.each(named(withKernels))('is proved by its dual, by definition, with a kernel: %s', (_, program) => {
    expectProved(set, program);
  });

  it.each(named(linear(0)))('at lambda 0 is proved by duals that no column sees: %s', (_, program) => {
    for (const each of sets) {
      const solved = solve(each, program);
      expectAllowed(each, program, solved);
      for (let j = 0; j < width; j++) {
        const seen = solved.pulls.reduce((sum, own, i) => sum + own * (rowOf(each, i)[j] as number), 0);
        expect(Math.abs(seen)).toBeLessThan(1e-8);
      }
      const gap = valueByDefinition(each, program, solved.classifier) - solved.dual;
      expect(Math.abs(gap)).toBeLessThan(1e-8);
    }
  });

  it('takes no more steps for thousands of rows, and none is needed where the classes are apart', () => {
    const program: StableFairProgram = {
      ...{ loss: 'hinge', fairness: { kind: 'none' }, stabilityWeight: 0, kernel: null, intercept: 'free' },
    };
    const many = fitStableFair(smallSet(3000, 1), program);
    expect(many).toMatchObject({ converged: true, ending: 'minimum' });
    expect(many.iterations).toBeLessThan(50);
    const apart = {
      ...set,
      labels: Int8Array.from({ length: set.rows }, (_, i) => ((rowOf(set, i)[1] as number) > 12 ? 1 : -1)),
    };
    const fit = fitStableFair(apart, program);
    expect(fit.ending).toBe('minimum');
    expect(fit.objective).toBeLessThan(1e-8);
    scoresOn(apart, fit.classifier).forEach((score, i) => {
      expect(score * (apart.labels[i] as number)).toBeGreaterThan(1 - 1e-6);
    });
  });

  it('is not claimed where the steps are used up', () => {
    const program: StableFairProgram = {
      ...{
        loss: 'hinge',
        fairness: { kind: 'covariance', bound: 0.02 },
        stabilityWeight: 0.01,
        kernel: null,
        intercept: 'free',
      },
    };
    const fit = fitStableFair(set, program, { mostIterations: 4 });
    expect(fit).toMatchObject({ converged: false, ending: 'steps', iterations: 4 });
    expect(fit.constraintSlack).toBeGreaterThan(-1e-9);
  });
});
