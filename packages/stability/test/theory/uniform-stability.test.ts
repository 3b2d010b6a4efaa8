// Huang and Vishnoi (ICML 2019), Theorems 3.2 and 3.7, and Lemma 2.3, by every replacement of one row there is.
import { describe, expect, it } from 'vitest';
import {
  fitStableFair,
  type Kernel,
  kappaOf,
  type StableFairProgram,
  scores,
  stabilityBounds,
} from '../../src/index.js';
import { numbers, pickRows } from '../small-sets.js';

const lossOf = {
  logistic: (margin: number) => Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin))),
  hinge: (margin: number) => Math.max(0, 1 - margin),
  squared: (margin: number) => (1 - margin) ** 2,
};
/** What a gap of 1e-7, or a gradient of it, leaves of a loss. */
const SOLVED = 1e-6;

describe('a replaced row, of another group and class too, in 200 tiny problems', () => {
  it('changes no loss and no score by more than the bounds, which are reached', () => {
    const next = numbers(11);
    const pick = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] as T;
    let [replaced, closest, problems] = [0, 0, 0];
    while (problems < 200) {
      const [rows, width, size] = [2 + Math.floor(5 * next()), 1 + Math.floor(2 * next()), 10 ** (2 * next() - 1)];
      const count = rows + 3;
      const set = {
        rows: count,
        columns: Array.from({ length: width }, (_, j) => `column ${j}`),
        features: Float64Array.from(
          { length: count * width },
          () => size * (next() < 0.3 ? pick([-1, 0, 1]) : 2 * next() - 1),
        ),
        labels: Int8Array.from({ length: count }, () => pick([-1, 1])),
        groups: [{ name: 'z', values: ['a', 'b'], of: Int32Array.from({ length: count }, () => pick([0, 1])) }],
      };
      const program: StableFairProgram = {
        loss: pick(['logistic', 'hinge', 'squared']),
        fairness: { kind: 'none' },
        stabilityWeight: 10 ** (4 * next() - 2),
        kernel: pick<Kernel | null>([null, null, { kind: 'rbf', width: 1 }, { kind: 'inverse-multiquadric', c: 0.5 }]),
        intercept: pick(['penalised', 'none']),
      };
      const kappa = kappaOf(set, program);
      const { bounds, scoreChange } = stabilityBounds(program, {
        rows,
        kappa,
        norm: null,
        groupValues: 2,
        confidence: 0.9,
      });
      const look = (training: readonly number[]): Float64Array | null => {
        const own = pickRows(set, training);
        const varies = own.features.some((value, at) => value !== own.features[at % width]);
        if (!varies || own.labels.every((label) => label === own.labels[0])) return null;
        const fit = fitStableFair(own, program);
        expect(fit.converged).toBe(true);
        return scores(fit.classifier, set.features, count, width, []);
      };
      const training = Array.from({ length: rows }, (_, row) => row);
      const before = look(training);
      if (before === null) continue;
      problems++;
      for (let row = 0; row < rows; row++) {
        for (let by = rows; by < count; by++) {
          const after = look(training.with(row, by));
          if (after === null) continue;
          replaced++;
          const changes = after.map((score, k) => Math.abs(score - (before[k] as number)));
          expect(Math.max(...changes)).toBeLessThanOrEqual((scoreChange as number) + SOLVED);
          const worst = after.reduce((most, score, k) => {
            const [y, loss] = [set.labels[k] as number, lossOf[program.loss]];
            return Math.max(most, Math.abs(loss(y * score) - loss(y * (before[k] as number))));
          }, 0);
          expect(worst).toBeLessThanOrEqual((bounds.uniform as number) + SOLVED);
          if (program.kernel === null) expect(worst).toBeLessThanOrEqual((bounds.uniformLinear as number) + SOLVED);
          closest = Math.max(closest, worst / (bounds.uniform as number));
        }
      }
    }
    expect(replaced).toBeGreaterThan(1000);
    expect(closest).toBeGreaterThan(0.9);
  });
});
