// Cohen, Rosenfeld and Kolter (ICML 2019), CERTIFY: one set of draws selects a class, another estimates its probability.
import { clopperPearson, type Interval, type Seed } from '@dpfair/stats';
import type { NoiseSharing } from '../guarantee/index.js';
import { outsideDomain } from '../messages.js';
import type { Smoothing } from '../smoothing/index.js';
import { countLabels, requirePoints, requireSamples } from './count-labels.js';
import type { Labeller } from './labeller.js';

export interface SelectOptions {
  readonly smoothing: Smoothing;
  readonly seed: Seed;
  /** How many classes the model has, 2 or more. @default 2 */
  readonly classes?: number;
  /** Draws that select the class. @default 1000 */
  readonly selectSamples?: number;
  /** Draws that estimate its probability. @default 10_000 */
  readonly samples?: number;
  /** Of the interval of each point by itself, within (0, 1). @default 0.999 */
  readonly confidence?: number;
  /** Whether points share their draws. @default 'separate' */
  readonly noise?: NoiseSharing;
}

/** The class of the smoothed model for one point, or that it cannot be told. */
export interface Selected {
  /** `abstain`: that the class has a probability above 1/2 is not shown, so which class is largest is not said. */
  readonly outcome: 'class' | 'abstain';
  /** The class that was selected, also where its probability may be below 1/2. */
  readonly candidate: number;
  /** Its probability, from draws that did not select it. */
  readonly probability: number;
  readonly interval: Interval;
}

/**
 * The most probable class of the smoothed model at each point, with a Clopper-Pearson interval for its probability; it abstains where the interval
 * reaches down to 1/2. A class that is named is wrong with probability at most (1 - confidence) / 2.
 *
 * Naming a class does not keep individual fairness: two people on either side of 1/2 may be near. The probabilities of `smooth` do.
 *
 * @throws DpfairError domain for points, options or labels that are not allowed.
 * @example
 * const [first] = await selectClass(model, points, { smoothing, seed });
 * first.outcome // 'class'
 */
export async function selectClass(
  model: Labeller,
  points: Float64Array,
  options: SelectOptions,
): Promise<readonly Selected[]> {
  const { smoothing, seed, classes = 2, selectSamples = 1000, samples = 10_000 } = options;
  const { confidence = 0.999, noise = 'separate' } = options;
  const rows = requirePoints(smoothing, points, classes);
  requireSamples('draws that select a class', selectSamples);
  requireSamples('draws that estimate a probability', samples);
  if (!(confidence > 0 && confidence < 1)) throw outsideDomain('confidence', confidence, 'above 0 and below 1');
  const all = Int32Array.from({ length: rows }, (_, point) => point);
  const plan = { model, smoothing, classes, seed, noise };
  const selecting = new Float64Array(rows * classes);
  await countLabels({ ...plan, phase: 'select' }, points, all, 0, selectSamples, selecting);
  const estimating = new Float64Array(rows * classes);
  await countLabels({ ...plan, phase: 'estimate' }, points, all, 0, samples, estimating);
  const countsOf = (counts: Float64Array, point: number) => counts.subarray(point * classes, (point + 1) * classes);
  return Array.from(all, (point) =>
    classFromCounts(countsOf(selecting, point), countsOf(estimating, point), confidence),
  );
}

/**
 * What {@link selectClass} says of one point, from the labels of the draws that select and of those that estimate.
 *
 * @param selecting One count per class, with a sum above 0. @param estimating The same of other draws. @param confidence Within (0, 1).
 * @example
 * classFromCounts([1, 9], [100, 900], 0.99).outcome // 'class'
 */
export function classFromCounts(
  selecting: ArrayLike<number>,
  estimating: ArrayLike<number>,
  confidence: number,
): Selected {
  let candidate = 0;
  for (let y = 1; y < selecting.length; y++) {
    if ((selecting[y] as number) > (selecting[candidate] as number)) candidate = y;
  }
  const samples = Array.from(estimating).reduce((sum, count) => sum + count, 0);
  const count = estimating[candidate] as number;
  const interval = clopperPearson(count, samples, confidence);
  return { outcome: interval.lower > 0.5 ? 'class' : 'abstain', candidate, probability: count / samples, interval };
}
