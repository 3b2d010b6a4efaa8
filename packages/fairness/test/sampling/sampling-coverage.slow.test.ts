import { gaussianMechanism } from '@dpfair/mechanisms';
import type { CountTable } from '@dpfair/result';
import { parseSeed } from '@dpfair/stats';
import { coverageBand, statisticalTest } from '@dpfair/tooling/statistical-test.js';
import { auditTable } from '../../src/index.js';

const REPETITIONS = 1_000;
const SIGMA = 4;
const errors = [3, 1, 6, 0];
const table: CountTable = {
  id: ['a', 'b', 'c', 'd'],
  name: ['a', 'b', 'c', 'd'],
  group: null,
  counts: { count: Float64Array.of(100, 200, 300, 400) },
  fixed: { 'standard-error': Float64Array.from(errors) },
};

/** Sum of E |N(0, s)| = s sqrt(2 / pi) of counts that are released as they are. */
const expected = (spreads: readonly number[]) => Math.sqrt(2 / Math.PI) * spreads.reduce((a, b) => a + b, 0);
const sampling = expected(errors);
const privacy = expected(errors.map(() => SIGMA));
const both = expected(errors.map((s) => Math.hypot(s, SIGMA)));
const truths = { sampling, privacy, both, ratio: privacy / sampling, added: both - sampling };
type Claim = keyof typeof truths;
const claims = Object.keys(truths) as Claim[];

type Interval = readonly [lower: number, upper: number];

async function intervals(seed: bigint): Promise<Record<Claim, Interval>> {
  const { cells } = await auditTable({
    table,
    decision: 'identity',
    mechanisms: [gaussianMechanism({ sigma: SIGMA })],
    posts: ['none'],
    samplingError: 'column',
    trials: 1_280,
    seed: parseSeed(seed),
  });
  const split = cells[0]?.sampling;
  if (!split) throw new Error('no split');
  const ends = ({ lower, upper }: { lower: number | null; upper: number | null }): Interval => [lower ?? 0, upper ?? 0];
  return {
    sampling: ends(split.sampling.absolute),
    privacy: ends(split.privacy.absolute),
    both: ends(split.both.absolute),
    ratio: ends(split.ratio),
    added: ends(split.added),
  };
}

let latest: { readonly seed: bigint; readonly runs: Promise<Record<Claim, Interval>[]> } | undefined;

/** The real thing and its mutants judge the same simulations. */
function runsOf(seed: bigint): Promise<Record<Claim, Interval>[]> {
  if (latest?.seed !== seed) {
    const seeds = Array.from({ length: REPETITIONS }, (_, k) => BigInt.asUintN(64, seed + BigInt(k)));
    latest = { seed, runs: Promise.all(seeds.map(intervals)) };
  }
  return latest.runs;
}

const scaled =
  (factor: number) =>
  ([lower, upper]: Interval): Interval => [
    (lower + upper) / 2 - (factor * (upper - lower)) / 2,
    (lower + upper) / 2 + (factor * (upper - lower)) / 2,
  ];

statisticalTest({
  id: 'fairness/sampling-coverage',
  subject: scaled(1),
  mutants: { 'a quarter narrower': scaled(0.75), 'twice as wide': scaled(2) },
  check: async (change, seed, falseAlarm) => {
    const runs = await runsOf(seed);
    return claims.map((claim) => {
      const covered = runs.filter((run) => {
        const [lower, upper] = change(run[claim]);
        return lower <= truths[claim] && truths[claim] <= upper;
      });
      const { lower, upper } = coverageBand(REPETITIONS, 0.95, falseAlarm / claims.length);
      return { statistic: covered.length, lower, upper, what: `${claim} covered of ${REPETITIONS}` };
    });
  },
  timeoutMs: 120_000,
});
