import { bonferroniCriticalValue, parseSeed, studentQuantile } from '@dpfair/stats';
import { rollUp } from '../../src/cell/groups.js';
import { alphaInterval, costInterval, costOf } from '../../src/index.js';
import { extremes } from '../../src/intervals/extremes.js';
import { spread, total } from '../districts.js';
import { type Setting, type SimulatedRun, simulatedRun } from '../montecarlo/simulated.js';

/** What is claimed of one simulation: each claim is an interval and the value that it should hold. */
export type Claim = 'alpha' | 'alpha by an oracle' | 'cost' | 'group' | 'all entities';

export interface ClaimedInterval {
  readonly lower: number;
  readonly upper: number;
  readonly truth: number;
}

/** The intervals of one simulation, and how many trials it ran. */
export interface Repetition {
  readonly intervals: Readonly<Record<Claim, ClaimedInterval>>;
  readonly trials: number;
}

/** A setting that is simulated again and again, and what its biases are. */
export interface World {
  readonly setting: Setting;
  readonly truth: Float64Array;
  readonly repetitions: number;
}

/** The real thing and its mutants judge the same simulations, which are therefore run once. */
let latest:
  | { readonly world: World; readonly seed: bigint; readonly drawn: Promise<readonly Repetition[]> }
  | undefined;

export function repetitionsOf(world: World, seed: bigint): Promise<readonly Repetition[]> {
  if (latest?.world !== world || latest.seed !== seed) latest = { world, seed, drawn: repeat(world, seed) };
  return latest.drawn;
}

async function repeat({ setting, truth, repetitions }: World, seed: bigint): Promise<readonly Repetition[]> {
  const all: Repetition[] = [];
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const own = BigInt.asUintN(64, seed + BigInt(repetition));
    const sample = await simulatedRun(setting, own);
    all.push({ intervals: intervalsOf(sample, setting, truth, own), trials: sample.trials });
  }
  return all;
}

function intervalsOf(
  sample: SimulatedRun,
  setting: Setting,
  truth: Float64Array,
  seed: bigint,
): Repetition['intervals'] {
  const { means, bias, standardError, confidence } = sample;
  const options = { confidence, seed: parseSeed(seed), repetitions: 100 };
  return {
    alpha: { ...alphaInterval(means, bias, standardError, options), truth: spread(truth) },
    'alpha by an oracle': oracleAlpha(sample, truth),
    cost: { ...costInterval(means, bias, confidence), truth: costOf(truth) },
    group: { ...groupInterval(sample, setting), truth: total(truth.subarray(0, GROUPED)) },
    'all entities': allEntities(sample, truth),
  };
}

/** Student's interval for the difference of the two entities that are the true extremes. */
function oracleAlpha({ means, confidence }: SimulatedRun, truth: Float64Array): ClaimedInterval {
  const { most, least } = extremes(truth);
  const differences = means.map((shard) => (shard[most] as number) - (shard[least] as number));
  const mean = total(differences) / differences.length;
  const squares = total(differences.map((value) => (value - mean) ** 2));
  const error = Math.sqrt(squares / (differences.length * (differences.length - 1)));
  const half = studentQuantile((1 + confidence) / 2, differences.length - 1) * error;
  return { lower: mean - half, upper: mean + half, truth: spread(truth) };
}

/** The first so many entities make the group that is looked at. */
const GROUPED = 3;

function groupInterval({ means, bias, trials, confidence }: SimulatedRun, setting: Setting) {
  const counts = Float64Array.from(setting.counts);
  const labels = Array.from(counts, (_, i) => (i < GROUPED ? 'first' : 'rest'));
  const estimate = {
    method: 'montecarlo',
    bias,
    shards: { means },
    trials,
    controlVariates: true,
    unseen: 0,
    resolution: 0,
  } as const;
  const [first] = rollUp(estimate, { labels, counts, truth: counts, budgetDollars: null, confidence });
  return { lower: first?.lower ?? Number.NaN, upper: first?.upper ?? Number.NaN };
}

/** All entities at once: the largest deviation in standard errors must stay within Bonferroni's critical value. */
function allEntities({ means, bias, standardError, confidence }: SimulatedRun, truth: Float64Array): ClaimedInterval {
  const deviations = bias.map((b, i) => Math.abs(b - (truth[i] as number)) / (standardError[i] as number));
  const width = bonferroniCriticalValue(bias.length, confidence, means.length - 1);
  return { lower: -width, upper: width, truth: Math.max(...deviations) };
}
