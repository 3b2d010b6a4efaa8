import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { encode, prepareExamples, readTable } from '@dpfair/data';
import { variationRadius } from '@dpfair/individual';
import { describeModel, makeModel, minimize } from '@dpfair/learning';
import { normalCdf } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { smoothFile } from '../../src/smooth/smooth-file.js';

const folder = process.env.DPFAIR_REAL_DATA ?? fileURLToPath(new URL('../../../../../shared/data', import.meta.url));
const there = existsSync(`${folder}/learning/adult.data`);
if (!there) console.warn('SKIPPED: real Adult data are not beside the checkout');

const read = (file: string) => readTable(readFileSync(`${folder}/learning/${file}`), { file });
const numbers = ['age', 'education-num', 'capital-gain', 'capital-loss', 'hours-per-week'];

describe.skipIf(!there)('real Adult, five numeric features', () => {
  it('a logistic regression smoothed has the probabilities of the closed form, and loses no accuracy worth telling', async () => {
    const table = read('adult.data');
    const drop = table.columns.filter((column) => ![...numbers, 'income'].includes(column));
    const { training, encoding } = prepareExamples(table, { drop, testShare: 0 });
    const description = describeModel({ kind: 'logistic', inputs: 5, classes: 2 });
    const { parameters } = minimize(makeModel(description), training, { regularization: 1e-5, tolerance: 1e-7 });
    const model = JSON.stringify({ description, parameters: [...parameters], encoding });
    const result = await smoothFile(
      { data: 'adult.test', model: 'model.json', group: 'sex', norm: '2', rows: 300, samples: 1000, seed: '1' },
      {
        readFile: (path) =>
          path === 'model.json' ? new TextEncoder().encode(model) : readFileSync(`${folder}/learning/${path}`),
      },
    );
    const { features } = encode(read('adult.test'), encoding).examples;
    const { lines } = encode(read('adult.test'), encoding);
    expect(lines.length).toBe(16_281);
    const [run] = result.runs;
    const deviation = Math.sqrt(
      (run?.metric.scales ?? []).reduce(
        (sum, scale, i) => sum + (parameters[i] as number) ** 2 / (2 * Math.PI * scale ** 2),
        0,
      ),
    );
    const { row = [], probability = [] } = run?.rows ?? {};
    expect(row.length).toBe(300);
    row.forEach((line, k) => {
      const at = lines.indexOf(line) * 5;
      let score = parameters[5] as number;
      for (let i = 0; i < 5; i++) score += (parameters[i] as number) * (features[at + i] as number);
      const found = probability[1]?.[k] as number;
      // Within what 1,000 draws allow, but for one seed in a thousand million.
      const radius = variationRadius([1000 * (1 - found), 1000 * found].map(Math.round), 1 - 1e-9 / 300);
      expect(Math.abs(found - normalCdf(score / deviation))).toBeLessThanOrEqual(radius);
    });
    const { model: before, smoothed: after } = run?.population.accuracy ?? {};
    expect(Math.abs((after?.estimate as number) - (before?.estimate as number))).toBeLessThan(0.03);
    expect(result.data.groups).toEqual(['Female', 'Male']);
  });
});
