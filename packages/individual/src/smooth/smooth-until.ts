import type { Seed } from '@dpfair/stats';
import type { NoiseSharing } from '../guarantee/index.js';
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
  /** Draws for one point after which it is given up. @default 16_777_216 */
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
  /** Draws for each point. */
  readonly samples: Float64Array;
  /** How often each class was answered, rows x classes. */
  readonly counts: Float64Array;
  /** Class frequencies, rows x classes. */
  readonly probabilities: Float64Array;
  /** How far the frequencies of each point can be from their probabilities, in total variation. */
  readonly radius: Float64Array;
  /** Points that were given up at the largest number of draws: pairs with them exceed D by more, by their radius. */
  readonly short: Int32Array;
  readonly guarantee: {
    readonly excess: number;
    readonly delta: number;
    readonly scope: 'each-pair' | 'all-pairs';
    readonly noise: NoiseSharing;
  };
}

/**
 * As `smooth`, with as many draws for each point as its own answers ask for: looks after 1024, 2048, 4096, ... draws, until Clopper-Pearson intervals
 * show its frequencies to be within epsilon / 2 of their probabilities. The chance of error, delta / 2 for a point (delta / points for all pairs), is
 * spent as 1 / (k (k + 1)) of it at look k. Two such points then have `TV <= D + epsilon`; as each is judged by itself, common noise costs nothing.
 *
 * Points that the model is sure about need of the order of 1 / epsilon draws in place of 1 / epsilon^2; those between two classes two to three times
 * what theorem 8 asks for.
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
  const errorOfPoint = scope === 'all-pairs' ? delta / Math.max(2, ofPoints) : delta / 2;
  const plan = { model, smoothing, classes, seed, noise, phase: 'estimate', firstPoint } as const;
  const counts = new Float64Array(rows * classes);
  const samples = new Float64Array(rows);
  const radius = new Float64Array(rows).fill(1);
  let open = Int32Array.from({ length: rows }, (_, point) => point);
  let drawn = 0;
  for (let look = 1; open.length > 0 && drawn < maxSamples; look++) {
    const next = Math.min(maxSamples, BATCH_ROWS * 2 ** (look - 1));
    await countLabels(plan, points, open, drawn, next, counts);
    drawn = next;
    // One ulp is added, so that the error that 1 - confidence leaves is not above its share.
    const confidence = 1 - errorOfPoint / (look * (look + 1)) + 2 ** -53;
    for (const point of open) {
      samples[point] = drawn;
      radius[point] = variationRadius(counts.subarray(point * classes, (point + 1) * classes), confidence);
    }
    open = open.filter((point) => (radius[point] as number) > excess / 2);
  }
  const probabilities = counts.map((count, k) => count / (samples[Math.floor(k / classes)] as number));
  const guarantee = { excess, delta, scope, noise };
  return { rows, classes, samples, counts, probabilities, radius, short: open, guarantee };
}
