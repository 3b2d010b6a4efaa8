// Shalev-Shwartz and Zhang (JMLR 2013), equation 2, for lambda |w|^2: the dual of the hinge program is the largest of
// mean a - |mean a y x|^2 / (4 lambda) over a from 0 to 1, with mean a y = 0 where the intercept is free. Any such a bounds the least value from below.
import { describe, expect, it } from 'vitest';
import { fitStableFair, type StableFairProgram, type TrainingSet } from '../../src/index.js';
import { scoresOn, valueByDefinition } from '../by-definition.js';
import { smallSet } from '../small-sets.js';

/** The last width of the rounded corner: the slope there is the margin's place in it. */
const WIDTH = 1e-7;

/** A lower bound of the least value of the hinge program itself, from the margins of a classifier. */
function dualValue(set: TrainingSet, program: StableFairProgram, found: readonly number[]): number {
  const { rows, features, labels } = set;
  const width = set.columns.length;
  const duals = found.map((score, row) => Math.min(1, Math.max(0, (1 - (labels[row] as number) * score) / WIDTH)));
  if (program.intercept === 'free') {
    const sumOf = (label: number) => duals.reduce((sum, dual, row) => sum + (labels[row] === label ? dual : 0), 0);
    const [yes, no] = [sumOf(1), sumOf(-1)];
    duals.forEach((dual, row) => {
      duals[row] = dual * Math.min(1, labels[row] === 1 ? no / yes : yes / no);
    });
  }
  const sums = new Float64Array(width + 1);
  duals.forEach((dual, row) => {
    const signed = (dual * (labels[row] as number)) / rows;
    for (let j = 0; j < width; j++) sums[j] = (sums[j] as number) + signed * (features[row * width + j] as number);
    if (program.intercept === 'penalised') sums[width] = (sums[width] as number) + signed;
  });
  const mean = duals.reduce((sum, dual) => sum + dual, 0) / rows;
  return mean - sums.reduce((sum, own) => sum + own * own, 0) / (4 * program.stabilityWeight);
}

describe('the hinge program', () => {
  const cases = [0.001, 0.01, 0.1, 1].flatMap((lambda) =>
    (['penalised', 'free', 'none'] as const).map((intercept) => [lambda, intercept] as const),
  );
  it.each(cases)('is solved within 1e-6, by its duality gap: lambda %d, intercept %s', (stabilityWeight, intercept) => {
    for (const start of [1, 2, 3]) {
      const set = smallSet(60, start);
      const program: StableFairProgram = {
        ...{ loss: 'hinge', fairness: { kind: 'none' }, stabilityWeight, kernel: null, intercept },
      };
      const { classifier } = fitStableFair(set, program);
      const gap = valueByDefinition(set, program, classifier) - dualValue(set, program, scoresOn(set, classifier));
      expect(gap).toBeGreaterThan(-1e-12);
      expect(gap).toBeLessThan(1e-6);
    }
  });
});
