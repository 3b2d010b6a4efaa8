import type { ReplacedRows } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { replaceRows } from '../../src/experiment/replace-rows.js';
import { fitStableFair } from '../../src/fit/fit-stable-fair.js';
import type { StableFairProgram } from '../../src/program/program.js';
import type { TrainingSet } from '../../src/program/training-set.js';
import { kappaOf } from '../../src/theory/kappa-of.js';
import { stabilityBounds } from '../../src/theory/stability-bounds.js';
import { drawnSet, plainProgram, planOf, withRareGroup } from './example-plan.js';

const boundsOf = (program: StableFairProgram, set: TrainingSet, rows: number) =>
  stabilityBounds(program, { rows, kappa: kappaOf(set, program), norm: null, groupValues: 2, confidence: 0.9 });

describe('measured uniform stability', () => {
  it('stays below both bounds, in random problems with each loss, and comes within a factor of 10 of them', () => {
    let closest = 0;
    for (let problem = 0; problem < 40; problem++) {
      const data = drawnSet(100 + problem, 20 + problem);
      for (const loss of ['logistic', 'hinge', 'squared'] as const) {
        const intercept = problem % 2 ? 'none' : 'penalised';
        const program: StableFairProgram = {
          ...plainProgram,
          loss,
          intercept,
          stabilityWeight: 0.01 * 10 ** (problem % 3),
        };
        const plan = planOf(data, program, { replacements: 4 });
        const { largest, mean } = replaceRows(plan, 0) as ReplacedRows;
        const { bounds } = boundsOf(program, data, Math.round(0.75 * plan.pool.length));
        expect(largest).toBeLessThanOrEqual(bounds.uniformLinear as number);
        expect(largest).toBeLessThanOrEqual(bounds.uniform as number);
        expect(mean).toBeLessThanOrEqual(largest);
        closest = Math.max(closest, largest / (bounds.uniformLinear as number));
      }
    }
    expect(closest).toBeGreaterThan(0.1);
  });

  it('replaces the same rows of a program, whatever programs stand before it', () => {
    const plan = planOf(drawnSet(5, 60), plainProgram, { replacements: 3 });
    const other = { program: { ...plainProgram, stabilityWeight: 2 }, group: null };
    expect(replaceRows({ ...plan, arms: [other, ...plan.arms] }, 1)).toEqual(replaceRows(plan, 0));
  });

  it('leaves out rows that nothing can be fitted to, and is null where all are of that kind', () => {
    const program = { ...plainProgram, fairness: { kind: 'covariance', bound: 0.1 } } as const;
    const data = withRareGroup(drawnSet(6, 60), 2);
    const plan = planOf(data, program, { replacements: 8, repetitions: 20, trainingShare: 0.3 });
    const found = replaceRows(plan, 0);
    expect(found?.replacements).toBeGreaterThan(0);
    expect(Number.isFinite(found?.largest)).toBe(true);
    expect(replaceRows({ ...plan, data: withRareGroup(data, 0) }, 0)).toBeNull();
  });

  it('changes only predictions whose score is within the bound of a score, kappa G / (lambda N)', () => {
    for (let problem = 0; problem < 30; problem++) {
      const data = drawnSet(300 + problem, 30);
      const program = { ...plainProgram, stabilityWeight: 0.5 };
      const { scoreChange } = boundsOf(program, data, 29);
      const scoresWithout = (left: number) => {
        const rows = Array.from({ length: 30 }, (_, row) => row).filter((row) => row !== left);
        const { classifier } = fitStableFair(
          {
            ...data,
            rows: 29,
            groups: [],
            features: Float64Array.from(rows.flatMap((row) => [...data.features.subarray(2 * row, 2 * row + 2)])),
            labels: Int8Array.from(rows, (row) => data.labels[row] as number),
          },
          program,
        );
        if (classifier.kind !== 'linear') throw new Error(classifier.kind);
        const [first = 0, second = 0] = classifier.weights;
        return (row: number) =>
          first * (data.features[2 * row] as number) +
          second * (data.features[2 * row + 1] as number) +
          classifier.intercept;
      };
      // Two sets of 29 rows that differ in one.
      const [before, after] = [scoresWithout(0), scoresWithout(1)];
      for (let row = 0; row < 30; row++) {
        expect(Math.abs(before(row) - after(row))).toBeLessThanOrEqual(scoreChange as number);
      }
    }
  });

  it('is not kept by a constraint that is made of the rows: one row can turn it, however many there are', () => {
    // One row of the second group, along the first column or along the second; the covariance with it must be 0.
    const rows = 2000;
    const drawn = drawnSet(7, rows);
    const labels = Int8Array.from({ length: rows }, (_, row) => {
      return (drawn.features[2 * row] as number) + (drawn.features[2 * row + 1] as number) > 0 ? 1 : -1;
    });
    const group = {
      name: 'group',
      values: ['one', 'other'],
      of: Int32Array.from({ length: rows }, (_, row) => Number(row === 0)),
    };
    const program: StableFairProgram = {
      ...plainProgram,
      fairness: { kind: 'covariance', bound: 0 },
      stabilityWeight: 0.05,
      intercept: 'none',
    };
    const withFirst = (row: readonly [number, number]): TrainingSet => {
      const features = drawn.features.slice();
      features.set(row);
      return { ...drawn, features, labels, groups: [group] };
    };
    const [along, across] = [withFirst([3, 0]), withFirst([0, 3])];
    const weightsOf = (set: TrainingSet) => {
      const { classifier } = fitStableFair(set, program);
      if (classifier.kind !== 'linear') throw new Error(classifier.kind);
      return classifier.weights;
    };
    const [one, other] = [weightsOf(along), weightsOf(across)];
    const lossOf = (weights: Float64Array, x: readonly [number, number]) =>
      Math.log1p(Math.exp(-((weights[0] as number) * x[0] + (weights[1] as number) * x[1])));
    const change = Math.abs(lossOf(one, [3, 0]) - lossOf(other, [3, 0]));
    const { bounds } = boundsOf(program, along, rows);
    expect(change).toBeGreaterThan(2 * (bounds.uniform as number));
    expect(bounds.assumption).not.toBeNull();
  });
});
