import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fitStableFair, type StableFairProgram, type TrainingSet } from '../../src/index.js';
import { scoresOn } from '../by-definition.js';

interface Data {
  readonly weight: number;
  readonly features: number[][];
  readonly group: number[];
  readonly labels: number[];
}
interface Solution {
  readonly loss: StableFairProgram['loss'];
  readonly bound: number | null;
  readonly intercept: StableFairProgram['intercept'];
  readonly objective: number;
  readonly scores: number[];
}
const lines = readFileSync(new URL('../oracle/solutions.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const [table, ...cases] = lines.map((line) => JSON.parse(line)) as [Data, ...Solution[]];
const set: TrainingSet = {
  rows: table.labels.length,
  columns: ['a', 'b', 'c'],
  features: Float64Array.from(table.features.flat()),
  labels: Int8Array.from(table.labels),
  groups: [{ name: 'group', values: ['0', '1', '2'], of: Int32Array.from(table.group) }],
};

describe("SciPy's sequential quadratic programming finds the same solution", () => {
  it.each(cases)('$loss, bound $bound, intercept $intercept', ({ loss, bound, intercept, objective, scores }) => {
    const fit = fitStableFair(set, {
      loss,
      fairness: bound === null ? { kind: 'none' } : { kind: 'covariance', bound },
      stabilityWeight: table.weight,
      kernel: null,
      intercept,
    });
    expect(fit.converged).toBe(true);
    expect(fit.objective).toBeCloseTo(objective, 6);
    scoresOn(set, fit.classifier).forEach((score, row) => {
      expect(score).toBeCloseTo(scores[row] as number, 4);
    });
  });
});
