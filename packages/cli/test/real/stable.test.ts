import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { resultFromJson, type StabilityResult } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { dpfair } from '../process/run-dpfair.js';

const folder = process.env.DPFAIR_REAL_DATA ?? fileURLToPath(new URL('../../../../../shared/data', import.meta.url));
const there = existsSync(`${folder}/learning/adult.test`);
if (!there) console.warn('SKIPPED: real learning data are not beside the checkout');
const adult = ['stable', `${folder}/learning`, '--dataset', 'adult', '--seed', '1', '--threads', '2', '--quiet'];

async function run(...words: readonly string[]): Promise<StabilityResult> {
  const { code, out, err } = await dpfair([...adult, ...words, '--json', '-']);
  expect([code, err]).toEqual([0, '']);
  return resultFromJson(out, 'stdout') as StabilityResult;
}

describe.skipIf(!there)('Adult, as it is downloaded', () => {
  it('of a part of the rows: every classifier is smaller with a larger stability term, as it must be', async () => {
    const words = ['--group', 'sex', '--algorithm', 'zvrg,plain', '--lambda', '0.01,0.1,1'];
    const result = await run(...words, '--repetitions', '4', '--sample-rows', '3000');
    expect(result.input.joined.map(({ path }) => path.endsWith('adult.test'))).toEqual([true]);
    expect(result.data).toMatchObject({
      label: 'income',
      favourable: '>50K',
      groups: [{ column: 'sex', values: ['Female', 'Male'], contrast: 'Female' }],
      rows: { all: 3000, training: 1800, test: 600, missing: 3620 },
    });
    for (const [loose, tight] of [result.cells.slice(0, 2), result.cells.slice(1, 3), result.cells.slice(4, 6)]) {
      loose?.fits.forEach(({ norm }, k) => {
        expect(tight?.fits[k]?.norm).toBeLessThan(norm as number);
      });
    }
    for (const { accuracy, converged, published } of result.cells) {
      expect(accuracy.estimate).toBeGreaterThan(0.75);
      expect(converged).toBe(4);
      expect(published).toBeNull();
    }
  });

  it('has the complete rows of both files, and two groups of race', async () => {
    const words = ['--group', 'race', '--algorithm', 'plain', '--lambda', '1', '--repetitions', '1'];
    const { data } = await run(...words);
    expect(data).toMatchObject({ rows: { all: 45_222 }, scaling: 'but-groups' });
    expect(data.groups).toMatchObject([{ column: 'race', values: ['White', 'not White'], contrast: 'not White' }]);
  });
});
