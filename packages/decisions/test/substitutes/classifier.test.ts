import { laplace, openStream, parseSeed, solvePositiveDefinite } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { decisionByName, isApplicable, substituteDecision, substituteKind } from '../../src/index.js';
import { fitLogistic } from '../../src/substitutes/classifier/fit-logistic.js';
import { fitSvm } from '../../src/substitutes/classifier/fit-svm.js';
import { pieceAt } from '../../src/substitutes/classifier/piece.js';
import { trainPieces } from '../../src/substitutes/classifier/train-pieces.js';
import type { LinearFit, TrainingRows } from '../../src/substitutes/classifier/training-rows.js';

const rowsOf = (seed: number, n: number): TrainingRows => {
  const stream = openStream(parseSeed(seed), 'test', 0);
  const features = Array.from({ length: n }, () => [stream.nextGaussian(), stream.nextGaussian()]);
  const answers = features.map(([x = 0, y = 0]) => (x - 0.5 * y + stream.nextGaussian() > 0 ? 1 : -1));
  // Both answers occur.
  answers[0] = 1;
  answers[1] = -1;
  return { features, answers };
};

const marginsOf = (
  { features, answers }: TrainingRows,
  { weights, constant }: Pick<LinearFit, 'weights' | 'constant'>,
) =>
  features.map(
    (row, i) => (answers[i] as number) * (row.reduce((s, x, k) => s + x * (weights[k] as number), 0) + constant),
  );

describe('logistic regression', () => {
  const objective = (rows: TrainingRows, strength: number, fit: Pick<LinearFit, 'weights' | 'constant'>) =>
    fit.weights.reduce((s, w) => s + (w * w) / 2, 0) +
    strength * marginsOf(rows, fit).reduce((s, margin) => s + Math.log1p(Math.exp(-margin)), 0);

  it.each([1, 2, 3])('no step in any direction is better than the fit (data %i)', (seed) => {
    const rows = rowsOf(seed, 30);
    const { weights, constant, converged } = fitLogistic(rows, 2);
    expect(converged).toBe(true);
    const best = objective(rows, 2, { weights, constant });
    const step = 1e-4;
    for (const [k, sign] of [0, 1, 2].flatMap((at) => [[at, 1] as const, [at, -1] as const])) {
      const moved = {
        weights: weights.map((w, at) => w + (at === k ? sign * step : 0)),
        constant: constant + (k === 2 ? sign * step : 0),
      };
      expect(objective(rows, 2, moved)).toBeGreaterThan(best);
    }
  });

  it('of one feature and two rows is the root of its own equation', () => {
    // Rows (1, +1), (-1, -1): the constant is 0 and w = 2 C / (1 + exp(w)).
    const { weights, constant } = fitLogistic({ features: [[1], [-1]], answers: [1, -1] }, 5);
    const [w = 0] = weights;
    expect(w).toBeCloseTo(10 / (1 + Math.exp(w)), 9);
    expect(constant).toBeCloseTo(0, 9);
  });

  it('separable rows still have a finite fit', () => {
    const { weights, converged } = fitLogistic({ features: [[-2], [-1], [1], [2]], answers: [-1, -1, 1, 1] }, 100);
    expect(converged).toBe(true);
    expect(Number.isFinite(weights[0])).toBe(true);
  });
});

describe('the support vector machine', () => {
  const objective = (rows: TrainingRows, strength: number, fit: Pick<LinearFit, 'weights' | 'constant'>) =>
    [...fit.weights, fit.constant].reduce((s, w) => s + w * w, 0) / 2 +
    strength * marginsOf(rows, fit).reduce((s, margin) => s + Math.max(0, 1 - margin), 0);

  /** Every way to put multipliers at 0, at C or between: the one whose equations hold is the optimum. */
  function bruteForce(rows: TrainingRows, strength: number): number {
    const inputs = rows.features.map((row, i) => [...row, 1].map((x) => x * (rows.answers[i] as number)));
    const dot = (x: readonly number[], y: readonly number[]) => x.reduce((s, v, k) => s + v * (y[k] as number), 0);
    let best = Number.POSITIVE_INFINITY;
    for (let code = 0; code < 3 ** inputs.length; code++) {
      const state = inputs.map((_, i) => Math.floor(code / 3 ** i) % 3);
      const free = state.flatMap((s, i) => (s === 1 ? [i] : []));
      if (free.length > 3) continue;
      const full = state.map((s) => (s === 2 ? strength : 0));
      const pull = (i: number) =>
        inputs.reduce((s, other, j) => s + (full[j] as number) * dot(inputs[i] as number[], other), 0);
      let solved: readonly number[] = [];
      try {
        if (free.length > 0)
          solved = solvePositiveDefinite(
            free.map((i) => free.map((j) => dot(inputs[i] as number[], inputs[j] as number[]))),
            free.map((i) => 1 - pull(i)),
          );
      } catch {
        continue;
      }
      const multipliers = full.map((value, i) => (state[i] === 1 ? (solved[free.indexOf(i)] as number) : value));
      if (multipliers.some((m) => m < 0 || m > strength)) continue;
      const point = [0, 1, 2].map((k) =>
        inputs.reduce((s, row, i) => s + (multipliers[i] as number) * (row[k] as number), 0),
      );
      best = Math.min(best, objective(rows, strength, { weights: point.slice(0, 2), constant: point[2] as number }));
    }
    return best;
  }

  it.each([1, 2, 3, 4])('has the optimum of brute force on six rows (data %i)', (seed) => {
    const rows = rowsOf(seed, 6);
    const fit = fitSvm(rows, 1.5);
    expect(objective(rows, 1.5, fit)).toBeCloseTo(bruteForce(rows, 1.5), 7);
  });

  it('proves how near it is: primal less dual is below the tolerance', () => {
    const fit = fitSvm(rowsOf(9, 60), 10);
    expect(fit.converged).toBe(true);
    expect(fit.residual).toBeLessThan(1e-4);
  });
});

describe('classifiers by subgroup', () => {
  const a = Float64Array.from({ length: 40 }, (_, i) => i);
  const table = { columns: { a }, answers: a.map((value) => Number(value % 20 >= 12)) };

  it('learn what a single line cannot tell, and give constant answers where there is but one', () => {
    for (const loss of ['logistic', 'svm'] as const) {
      const { pieces, converged } = trainPieces(table, 'a', 2, loss);
      expect(converged).toBe(true);
      const said = [...a].map((value) => {
        const { coefficients, constant } = pieceAt(pieces, value);
        return Number((coefficients.a ?? 0) * value + constant > 0);
      });
      expect(said).toEqual([...table.answers]);
      const [alone] = trainPieces({ columns: { a }, answers: new Float64Array(40) }, 'a', 1, loss).pieces;
      expect(alone).toEqual({ from: null, to: null, coefficients: {}, constant: -1 });
    }
  });

  it('have no more subgroups than the count tells apart', () => {
    const { pieces } = trainPieces(
      { columns: { a: Float64Array.of(5, 5, 5, 9) }, answers: Float64Array.of(0, 0, 1, 1) },
      'a',
      4,
      'svm',
    );
    expect(pieces.map(({ from, to }) => [from, to])).toEqual([
      [null, 9],
      [9, null],
    ]);
  });

  it('scaling a count scales its coefficient and changes no answer', () => {
    const columns = { a, b: a.map((value) => 3 + ((value * 7) % 11)) };
    const answers = a.map((value, i) => Number(value > 2 * (columns.b[i] as number)));
    const scaled = { a: a.map((value) => 1000 * value), b: columns.b };
    const [one] = trainPieces({ columns, answers }, 'b', 1, 'logistic').pieces;
    const [other] = trainPieces({ columns: scaled, answers }, 'b', 1, 'logistic').pieces;
    expect((other?.coefficients.a as number) * 1000).toBeCloseTo(one?.coefficients.a as number, 6);
  });

  it('as a substitute they keep the truth of the rule, say how many answers they change, and refuse a foreign count', () => {
    const decision = decisionByName('threshold', { rule: 'a > 20.5' });
    const input = { counts: { a }, fixed: {} };
    const context = { decision, input, noise: laplace(1), sensitivity: 1, settings: { subgroups: 1 } };
    const plan = substituteKind('logistic').plan(context);
    if (!isApplicable(plan)) throw new Error(plan.notApplicable);
    expect(plan.facts).toContainEqual({
      id: 'changed-without-noise',
      name: 'answers that it changes without any noise',
      value: 0,
    });
    expect(plan.assumes.join()).toMatch(/not private/);
    const outcome = new Float64Array(40);
    substituteDecision(decision, plan.spec).pipeline('none', input).apply({ a }, outcome);
    expect([...outcome]).toEqual([...decision.truth(input)]);
    const foreign = { ...context, settings: { subgroupsBy: 'b' } };
    expect(() => substituteKind('svm').plan(foreign)).toThrow(/subgroups-by: b \(allowed: one of a\)/);
  });
});
