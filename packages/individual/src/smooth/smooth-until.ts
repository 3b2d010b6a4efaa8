import type { Seed } from '@dpfair/stats';
import { type NoiseSharing, restAtMost, samplesForPoint } from '../guarantee/index.js';
import { outsideDomain } from '../messages.js';
import type { Smoothing } from '../smoothing/index.js';
import { BATCH_ROWS, countLabels, requirePoints, requireSamples } from './count-labels.js';
import type { Labeller } from './labeller.js';
import { variationRadius } from './variation-radius.js';

export interface SmoothUntilOptions {
  readonly smoothing: Smoothing;
  readonly seed: Seed;
  /** The epsilon that is wanted, within (0, 1). */
  readonly excess: number;
  /** The delta that is wanted: at least 1e-9, below 1. */
  readonly delta: number;
  /** Whom it shall hold for: one pair of people named in advance, or all pairs among the points at once. @default 'each-pair' */
  readonly scope?: 'each-pair' | 'all-pairs';
  /** How many classes the model has, 2 or more. @default 2 */
  readonly classes?: number;
  /** Whether points share their draws; the guarantee is the same. @default 'separate' */
  readonly noise?: NoiseSharing;
  /** Draws for one point at most; one that needs more is given up. @default 16_777_216 */
  readonly maxSamples?: number;
  /** Number of the first point, where the points are a part of more. @default 0 */
  readonly firstPoint?: number;
  /** How many points there are in all, for all pairs among which the guarantee holds. @default those that are given */
  readonly ofPoints?: number;
}

/** Class probabilities with a number of draws for each point that was enough. */
export interface SmoothedUntil {
  readonly rows: number;
  readonly classes: number;
  /** Draws for each point, those that decided on their number not among them. */
  readonly samples: Float64Array;
  /** Draws for each point that decided on the number of the others. */
  readonly pilot: number;
  /** How often each class was answered, rows x classes. */
  readonly counts: Float64Array;
  /** Class frequencies, rows x classes. */
  readonly probabilities: Float64Array;
  /** How far the frequencies of each point can be from their probabilities, in total variation, but with probability delta / 2 (delta / points for all pairs): Clopper-Pearson. */
  readonly radius: Float64Array;
  /** Points that would have needed more draws than the largest number: pairs with them exceed D by more, by their radius. */
  readonly short: Int32Array;
  readonly guarantee: {
    readonly excess: number;
    readonly delta: number;
    readonly scope: 'each-pair' | 'all-pairs';
    readonly noise: NoiseSharing;
  };
}

/** Of delta, what is left to chance in the pilot draws. */
const PILOT_SHARE = 0.05;

/**
 * As `smooth`, with as many draws for each point as its own answers ask for. Pilot draws, 1/32 of what a point between two classes needs, show how much the classes other than
 * the most frequent one have at most together ({@link restAtMost}, wrong with probability delta / 20 for one of the two points, or any of them); from that follows how many
 * draws of its own each point needs, so that the error of the difference of two of them is above epsilon with probability .95 delta at most ({@link samplesForPoint}).
 * Two points then have `TV <= D + epsilon`.
 *
 * Points that the model is sure about need of the order of 1 / epsilon draws in place of 1 / epsilon^2, those between two classes what a fixed number would be and 1/32 more; all of
 * them twice as many with common noise.
 *
 * @throws DpfairError domain for points, options or labels that are not allowed.
 * @example
 * const { samples } = await smoothUntil(model, points, { smoothing, seed, excess: 0.02, delta: 1e-4 });
 */
export async function smoothUntil(
  model: Labeller,
  points: Float64Array,
  options: SmoothUntilOptions,
): Promise<SmoothedUntil> {
  const { smoothing, seed, excess, delta, classes = 2, noise = 'separate' } = options;
  const { scope = 'each-pair', maxSamples = 2 ** 24, firstPoint = 0 } = options;
  const rows = requirePoints(smoothing, points, classes, firstPoint);
  const { ofPoints = rows } = options;
  requireSamples('largest number of draws for a point', maxSamples);
  if (!(excess > 0 && excess < 1)) throw outsideDomain('epsilon of the guarantee', excess, 'above 0 and below 1');
  if (!(delta >= 1e-9 && delta < 1)) throw outsideDomain('delta of the guarantee', delta, 'at least 1e-9 and below 1');
  const inScope = scope === 'all-pairs' ? Math.max(2, ofPoints) : 2;
  const ofPair = ((1 - PILOT_SHARE) * delta) / ((inScope * (inScope - 1)) / 2);
  const terms = { classes, noise };
  const most = samplesForPoint(1, excess, ofPair, terms);
  const pilot = Math.min(maxSamples, Math.ceil(most / 32));
  const plan = { model, smoothing, classes, seed, noise, phase: 'estimate', firstPoint } as const;
  const all = Int32Array.from({ length: rows }, (_, point) => point);
  const pilots = new Float64Array(rows * classes);
  await countLabels({ ...plan, phase: 'select' }, points, all, 0, pilot, pilots);
  const wanted = Float64Array.from(all, (point) => {
    const own = pilots.subarray(point * classes, (point + 1) * classes);
    return samplesForPoint(restAtMost(own, (PILOT_SHARE * delta) / inScope), excess, ofPair, terms);
  });
  // Whole batches, but for points that get the largest number of all.
  const samples = wanted.map((needed) => Math.min(most, maxSamples, BATCH_ROWS * Math.ceil(needed / BATCH_ROWS)));
  const counts = new Float64Array(rows * classes);
  let drawn = 0;
  for (const next of [...new Set(samples)].sort((a, b) => a - b)) {
    const open = all.filter((point) => (samples[point] as number) >= next);
    await countLabels(plan, points, open, drawn, next, counts);
    drawn = next;
  }
  // One ulp is added, so that the error that 1 - confidence leaves is not above delta / points.
  const confidence = 1 - delta / inScope + 2 ** -53;
  const radius = Float64Array.from(all, (point) =>
    variationRadius(counts.subarray(point * classes, (point + 1) * classes), confidence),
  );
  const short = all.filter((point) => (wanted[point] as number) > maxSamples);
  const probabilities = counts.map((count, k) => count / (samples[Math.floor(k / classes)] as number));
  const guarantee = { excess, delta, scope, noise };
  return { rows, classes, samples, pilot, counts, probabilities, radius, short, guarantee };
}
