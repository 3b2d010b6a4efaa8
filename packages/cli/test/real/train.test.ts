import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TrainedResult } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { trainFile } from '../../src/train/train-file.js';

const folder = process.env.DPFAIR_REAL_DATA ?? fileURLToPath(new URL('../../../../../shared/data', import.meta.url));
const there = existsSync(`${folder}/learning/adult.data`);
if (!there) console.warn('SKIPPED: real learning data are not beside the checkout');
const at = (name: string) => `${folder}/learning/${name}`;

/** A training of one epoch: enough for everyone to pay, over in a second. */
const short = { epsilon: [3], epochs: 1, repetitions: 2, noTrack: true, seed: '1' } as const;

/** Everybody bears something, and the intervals say so; one group bears most. */
function expectRisk({ runs, data, warnings }: TrainedResult, groups: readonly string[], most: string): void {
  const [run] = runs;
  expect(run?.groups.map(({ group }) => group)).toEqual(groups);
  expect(run?.groups.reduce((sum, { rows }) => sum + (rows.training ?? 0), 0)).toBe(data.rows.training);
  for (const { excessiveRisk } of run?.groups ?? []) expect(excessiveRisk.lower).toBeGreaterThan(0);
  expect(run?.gap.most).toBe(most);
  expect(warnings.map(({ code }) => code)).toContain('preprocessing-not-private');
}

describe.skipIf(!there)('real data, as they are downloaded', () => {
  it('Adult by sex: men bear more', async () => {
    const result = await trainFile({
      data: at('adult.data'),
      label: 'income',
      group: 'sex',
      test: at('adult.test'),
      ...short,
    });
    expect(result.data.rows).toMatchObject({ training: 30_162, test: 15_060 });
    expectRisk(result, ['Female', 'Male'], 'Male');
  });

  it('Bank by marital status and by bands of age', async () => {
    const marital = await trainFile({ data: at('bank-additional-full.csv'), group: 'marital', ...short });
    expectRisk(marital, ['divorced', 'married', 'single'], 'single');
    const age = await trainFile({
      data: at('bank-additional-full.csv'),
      group: 'age',
      groupBands: [30, 45, 60],
      ...short,
    });
    expect(age.data.label).toBe('y');
    expectRisk(age, ['under 30', '30 to 44', '45 to 59', '60 and over'], '60 and over');
  });
});
