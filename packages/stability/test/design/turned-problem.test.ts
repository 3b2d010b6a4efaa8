import { describe, expect, it } from 'vitest';
import { scoresOf } from '../../src/design/design.js';
import { linearProblem } from '../../src/design/linear-problem.js';
import { turnedProblem } from '../../src/design/turned-problem.js';
import { combinations, type StableFairProgram } from '../../src/index.js';
import { scoresOn, squaredNorm } from '../by-definition.js';
import { numbers, smallSet } from '../small-sets.js';

const set = smallSet(40, 6);
const width = set.columns.length;

function meansOf(blockOf: Int32Array | null, blocks: number): Float64Array {
  const [sums, counts] = [new Float64Array(blocks * width), new Float64Array(blocks)];
  for (let row = 0; row < set.rows; row++) {
    const block = blockOf?.[row] ?? 0;
    counts[block] = (counts[block] as number) + 1;
    for (let j = 0; j < width; j++) {
      sums[block * width + j] = (sums[block * width + j] as number) + (set.features[row * width + j] as number);
    }
  }
  return sums.map((sum, k) => sum / Math.max(1, counts[Math.floor(k / width)] as number));
}

describe('a program in turned columns', () => {
  const cases = (['penalised', 'none'] as const).flatMap((intercept) =>
    ([[1], [0, 1], [0, 1, 2, 3]] as const).flatMap((columns) =>
      [false, true].map((byGroup) => [intercept, columns, byGroup] as const),
    ),
  );
  it.each(cases)(
    'is the same one: any parameters have the scores and the norm of their classifier; intercept %s, columns %j, by group %s',
    (intercept, columns, byGroup) => {
      const program: StableFairProgram = {
        ...{ loss: 'logistic', fairness: { kind: 'none' }, stabilityWeight: 0.1, kernel: null, intercept },
      };
      const { of, count } = combinations(set.groups, set.rows);
      const [blockOf, blocks] = byGroup ? [of, count] : [null, 1];
      const turning = { columns, means: meansOf(blockOf, blocks) };
      const problem = turnedProblem(set, program, blockOf, blocks, turning, (turned, without) =>
        linearProblem(turned, without, blockOf, blocks),
      );
      expect(problem.design.parameters).toBe(blocks * (width + (intercept === 'penalised' ? 1 : 0)));
      const next = numbers(5);
      const at = Float64Array.from({ length: problem.design.parameters }, () => next() - 0.5);
      const found = new Float64Array(set.rows);
      scoresOf(problem.design, at, found);
      const classifier = problem.classifier(at);
      scoresOn(set, classifier).forEach((score, row) => {
        expect(found[row]).toBeCloseTo(score, 12);
      });
      const norm = squaredNorm(classifier, intercept);
      expect(problem.squaredNorm(at)).toBeCloseTo(norm, 12);
      expect(at.reduce((sum, own, j) => sum + (problem.norms[j] as number) * own * own, 0)).toBeCloseTo(norm, 12);
    },
  );
});
