import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { resultFromJson, type StabilityCell, type StabilityResult } from '@dpfair/result';
import { adultFigures } from '@dpfair/stability';
import { normalCriticalValue, statisticalTest, testSeed, type Verdict } from '@dpfair/tooling/statistical-test.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { dpfair } from '../process/run-dpfair.js';

const folder = process.env.DPFAIR_REAL_DATA ?? fileURLToPath(new URL('../../../../../shared/data', import.meta.url));
const there = existsSync(`${folder}/learning/adult.test`);
if (!there) console.warn('SKIPPED: real learning data are not beside the checkout');

async function run(seed: bigint, ...words: readonly string[]): Promise<StabilityResult> {
  const own = ['--dataset', 'adult', '--seed', `${BigInt.asUintN(64, seed)}`, '--quiet', '--json', '-'];
  const { out } = await dpfair(['stable', `${folder}/learning`, ...own, ...words]);
  return resultFromJson(out, 'stdout') as StabilityResult;
}

/** Test sets, one repetition each: one set of 9,044 rows moves an accuracy by .0037. */
const SPLITS = 6;
const TEST_ROWS = 9044;

describe.skipIf(!there)('real', () => {
  it('of one file, as the released code takes them, has its complete rows, and two groups of race', async () => {
    const words = ['--group', 'race', '--algorithm', 'plain', '--lambda', '1', '--repetitions', '1'];
    const { data } = await run(1n, ...words, '--preset', 'released-code');
    expect(data).toMatchObject({ rows: { all: 30_162 }, scaling: 'none' });
    expect(data.groups).toMatchObject([{ column: 'race', values: ['White', 'not White'], contrast: 'not White' }]);
    const sizes = data.groups[0]?.sizes ?? [];
    expect(sizes.reduce((sum, { training, test }) => sum + training + test, 0)).toBe(30_162);
  });

  statisticalTest<readonly string[]>({
    id: 'cli/stable-paper',
    subject: [],
    timeoutMs: 900_000,
    mutants: {
      // With the columns of groups as they are, these together do what an intercept does.
      'no intercept: a score of 0 is where the columns have their means': [
        '--intercept',
        'none',
        '--standardise',
        'all',
      ],
      'columns as they are': ['--standardise', 'none'],
    },
    check: async (words, seed, falseAlarm) => {
      const cells: StabilityCell[] = [];
      for (let split = 0n; split < SPLITS; split++) {
        const of = ['--algorithm', 'zvrg', '--repetitions', '1', '--threads', '2', ...words];
        cells.push(...(await run(seed + split, ...of)).cells);
      }
      const [first] = cells;
      const accuracies = cells.filter((cell) => cell.group === first?.group && cell.lambda === first.lambda).length;
      expect([cells.length, accuracies]).toEqual([12 * SPLITS, SPLITS]);
      const each = normalCriticalValue(falseAlarm / 12);
      return ['race', 'sex'].flatMap((group) =>
        [0, 0.01, 0.02, 0.03, 0.04, 0.05].map((lambda): Verdict => {
          const own = cells.filter((cell) => cell.group === group && cell.lambda === lambda);
          const statistic = own.reduce((sum, { accuracy }) => sum + (accuracy.estimate as number), 0) / SPLITS;
          const published = adultFigures('zvrg', group, lambda)?.accuracy as number;
          // The chance of the test rows is that of draws with replacement at most; that of the training rows is a tenth of it.
          const chance = 1.1 * each * Math.sqrt((published * (1 - published)) / (TEST_ROWS * SPLITS));
          const what = `accuracy of ZVRG, ${group}, lambda ${lambda}`;
          return { what, statistic, lower: published - 0.01 - chance, upper: published + 0.01 + chance };
        }),
      );
    },
  });

  describe('the experiment of the paper with five repetitions', () => {
    let result: StabilityResult;
    beforeAll(async () => {
      const seed = testSeed();
      console.info(`seed of the experiment: ${seed} (DPFAIR_TEST_SEED repeats it)`);
      result = await run(seed, '--repetitions', '5');
    }, 900_000);

    it('converges in every fit, and has the same stab for both groups where no group is looked at', () => {
      for (const { converged, fits } of result.cells) expect(converged).toBe(fits.length);
      const stabOf = (column: string) =>
        result.cells.flatMap(({ algorithm, group, stab }) => (algorithm === 'plain' && group === column ? [stab] : []));
      expect(stabOf('race')).toHaveLength(6);
      expect(stabOf('race')).toEqual(stabOf('sex'));
    });

    it('has the published figures of every cell beside ours', () => {
      for (const { algorithm, group, lambda, published } of result.cells)
        expect(published).toEqual(algorithm === 'plain' ? null : adultFigures(algorithm, group, lambda));
    });

    it('has uniform bounds that fall as lambda grows', () => {
      const bounds = result.cells.slice(1, 6).map(({ bounds: { uniform } }) => uniform as number);
      expect(bounds).toEqual([...bounds].sort((one, other) => other - one));
    });
  });
});
