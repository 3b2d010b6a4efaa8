import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Measured } from '@dpfair/result';
import { normalQuantile } from '@dpfair/stats';
import { normalCriticalValue, statisticalTest, type Verdict } from '@dpfair/tooling/statistical-test.js';
import { describe } from 'vitest';
import { root } from '../process/run-dpfair.js';

const folder = process.env.DPFAIR_REAL_DATA ?? fileURLToPath(new URL('../../../../../shared/data', import.meta.url));
const there = existsSync(`${folder}/learning/adult.test`);
if (!there) console.warn('SKIPPED: real learning data are not beside the checkout');

/** What the program writes of a setting, as far as it is looked at here. */
interface Setting {
  readonly kind?: 'gaussian' | 'laplace';
  readonly trainedWithNoise: boolean;
  readonly ofLogistic?: boolean;
  readonly overLogistic: Readonly<Record<'accuracy' | 'confidence', Measured>>;
}
interface Summary {
  readonly settings: readonly Setting[];
  readonly gaussianOverLaplace: readonly (Pick<Setting, 'trainedWithNoise'> & {
    readonly constant: number;
    readonly confidence: Measured;
  })[];
}

type Experiment = (seed: bigint) => Promise<Summary>;

const run = promisify(execFile);
const made = new Map<bigint, Promise<Summary>>();

/** The experiment at mean weight 1 in L1 and L2 with 1,500 people, once for each seed. */
function experiment(seed: bigint): Promise<Summary> {
  const known = made.get(seed) ?? reproduce(seed);
  made.set(seed, known);
  return known;
}

async function reproduce(seed: bigint): Promise<Summary> {
  const out = mkdtempSync(join(tmpdir(), 'smoothing-'));
  const small = ['--norms', '1,2', '--constants', '1', '--rows', '1500', '--draws', '200', '--epochs', '5'];
  const program = join(root, 'benchmarks/reproductions/smoothing.mjs');
  // Each network has a seed of its own, counted from this one.
  const own = String(seed % 2n ** 62n);
  await run(process.execPath, [program, `${folder}/learning`, '--out', out, '--seed', own, ...small]);
  const summary: Summary = JSON.parse(readFileSync(join(out, 'smoothing.json'), 'utf8'));
  rmSync(out, { recursive: true });
  return summary;
}

const opposite = ({ estimate, lower, upper }: Measured): Measured => ({
  estimate: -(estimate as number),
  lower: -(upper as number),
  upper: -(lower as number),
});
const lowered = ({ estimate, lower, upper }: Measured, by: number): Measured => ({
  estimate: (estimate as number) - by,
  lower: (lower as number) - by,
  upper: (upper as number) - by,
});

/** That a difference is at least this, in standard errors of the program's 95 % interval. */
function atLeast(what: string, { estimate, upper }: Measured, least: number, falseAlarm: number): Verdict {
  const error = ((upper as number) - (estimate as number)) / normalQuantile(0.975);
  return { what, statistic: ((estimate as number) - least) / error, lower: -normalCriticalValue(falseAlarm) };
}

describe.skipIf(!there)('smoothed networks on Adult', () => {
  statisticalTest<Experiment>({
    id: 'cli/smoothing-findings',
    timeoutMs: 1_200_000,
    subject: experiment,
    mutants: {
      'kinds of noise exchanged': async (seed) => {
        const { gaussianOverLaplace, settings } = await experiment(seed);
        const exchanged = gaussianOverLaplace.map((one) => ({ ...one, confidence: opposite(one.confidence) }));
        return { settings, gaussianOverLaplace: exchanged };
      },
      'a tenth of the rows classified wrongly on top': async (seed) => {
        const { gaussianOverLaplace, settings } = await experiment(seed);
        const worse = settings.map((one) => ({
          ...one,
          overLogistic: {
            accuracy: lowered(one.overLogistic.accuracy, 0.1),
            confidence: lowered(one.overLogistic.confidence, 0.1),
          },
        }));
        return { settings: worse, gaussianOverLaplace };
      },
    },
    check: async (experimentOf, seed, falseAlarm) => {
      const { settings, gaussianOverLaplace } = await experimentOf(seed);
      const smoothed = settings.filter((one) => one.kind === 'gaussian' && one.trainedWithNoise && !one.ofLogistic);
      const pairs = gaussianOverLaplace.filter((one) => one.constant === 1);
      return [
        ...pairs.map((one) => atLeast('confidence, Gaussian less Laplace', one.confidence, 0, falseAlarm)),
        ...smoothed.flatMap(({ overLogistic: { accuracy, confidence } }) => [
          atLeast('accuracy, Gaussian less logistic', accuracy, -0.015, falseAlarm),
          atLeast('confidence, Gaussian less logistic', confidence, 0, falseAlarm),
        ]),
        atLeast('accuracy, network less logistic', (settings[0] as Setting).overLogistic.accuracy, -0.015, falseAlarm),
      ];
    },
  });
});
