import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fitStableFair, presets, scores, type TrainingSet } from '../src/index.js';

const folder = process.env.DPFAIR_REAL_DATA ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url));
const missing = !existsSync(folder);
if (missing) {
  console.warn(`SKIPPED: the tests named "real" of packages/stability, because there is no folder ${folder}`);
}

const names =
  'age workclass fnlwgt education education-num marital-status occupation relationship race sex capital-gain capital-loss hours-per-week native-country'.split(
    ' ',
  );
const numbers = new Set(['age', 'education-num', 'capital-gain', 'capital-loss', 'hours-per-week']);

/** Rows without missing values, prepared as oracle/make-adult-solutions.py does. */
function adult(files: readonly string[], group: 'race' | 'sex', standardised: boolean): TrainingSet {
  const rows = files.flatMap((file) =>
    readFileSync(`${folder}/learning/${file}`, 'utf8')
      .split('\n')
      .map((line) => line.trim().replace(/\.$/, '').split(', '))
      .filter((fields) => fields.length === 15 && !fields.includes('?')),
  );
  const major = group === 'race' ? 'White' : 'Male';
  const columns: { name: string; of: (fields: readonly string[]) => number }[] = [];
  names.forEach((name, at) => {
    if (name === 'fnlwgt') return;
    if (numbers.has(name)) columns.push({ name, of: (fields) => Number(fields[at]) });
    else if (name === group) columns.push({ name, of: (fields) => Number(fields[at] === major) });
    else {
      for (const value of new Set(rows.map((fields) => fields[at]))) {
        columns.push({ name: `${name} ${value}`, of: (fields) => Number(fields[at] === value) });
      }
    }
  });
  const features = new Float64Array(rows.length * columns.length);
  columns.forEach(({ of }, j) => {
    const values = Float64Array.from(rows, of);
    const mean = standardised ? values.reduce((sum, value) => sum + value, 0) / rows.length : 0;
    const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rows.length;
    const scale = standardised ? Math.sqrt(square) : 1;
    values.forEach((value, row) => {
      features[row * columns.length + j] = (value - mean) / scale;
    });
  });
  const at = names.indexOf(group);
  return {
    rows: rows.length,
    columns: columns.map(({ name }) => name),
    features,
    labels: Int8Array.from(rows, (fields) => (fields[14] === '>50K' ? 1 : -1)),
    groups: [
      { name: group, values: ['others', major], of: Int32Array.from(rows, (fields) => Number(fields[at] === major)) },
    ],
  };
}

interface Solution {
  readonly group: 'race' | 'sex';
  readonly standardised: boolean;
  readonly weight: number;
  readonly columns: number;
  readonly objective: number;
  readonly multiplier: number;
  readonly covariance: number;
  readonly favourable: number;
  readonly right: number;
}
const solutions = readFileSync(new URL('./oracle/adult-solutions.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Solution);
const settings = [
  { group: 'race', standardised: true },
  { group: 'sex', standardised: false },
] as const;

describe('real', () => {
  it.skipIf(missing).each(settings)(
    'all of Adult is fitted as dense Newton steps and a search for the multiplier fit it: $group, standardised $standardised',
    ({ group, standardised }) => {
      const ours = solutions.filter((one) => one.group === group && one.standardised === standardised);
      expect(ours).toHaveLength(3);
      const set = adult(presets.paper.data.files, group, standardised);
      expect(set.rows).toBe(presets.paper.data.rows);
      for (const { weight, columns, objective, multiplier, covariance, favourable, right } of ours) {
        expect(set.columns).toHaveLength(columns);
        const fit = fitStableFair(set, { ...presets.paper.programs.zvrg, stabilityWeight: weight });
        expect(fit.converged).toBe(true);
        expect(fit.iterations).toBeLessThan(15);
        expect(fit.objective).toBeCloseTo(objective, 9);
        expect(fit.constraints[0]?.covariance).toBeCloseTo(covariance, 6);
        expect(fit.constraints[0]?.multiplier).toBeCloseTo(multiplier, 5);
        const found = scores(fit.classifier, set.features, set.rows, columns, set.groups);
        expect(Math.abs(found.filter((score) => score >= 0).length - favourable)).toBeLessThanOrEqual(1);
        const ourRight = found.filter((score, row) => score >= 0 === (set.labels[row] === 1)).length;
        expect(Math.abs(ourRight - right)).toBeLessThanOrEqual(1);
      }
    },
    60_000,
  );

  it.skipIf(missing)('the hinge program of all of Adult at lambda 0 is solved in tens of steps', () => {
    const set = adult(presets.paper.data.files, 'sex', true);
    const fit = fitStableFair(set, { ...presets.paper.programs.zvrg, loss: 'hinge', stabilityWeight: 0 });
    expect(fit).toMatchObject({ converged: true, ending: 'minimum' });
    expect(fit.iterations).toBeLessThan(60);
  });
});
