// Yeom and Fredrikson (IJCAI 2020), algorithm 1 and theorem 8.
import type { Seed } from '@dpfair/stats';
import { type GuaranteeOptions, type NoiseSharing, samplingDelta } from '../guarantee/index.js';
import type { Smoothing } from '../smoothing/index.js';
import { countLabels, requirePoints, requireSamples } from './count-labels.js';
import type { Labeller } from './labeller.js';

export interface SmoothOptions {
  readonly smoothing: Smoothing;
  readonly seed: Seed;
  /** How many classes the model has, 2 or more. @default 2 */
  readonly classes?: number;
  /** Draws for each point. @default 100_000 */
  readonly samples?: number;
  /**
   * `common`: every point gets the same draws, which are then made once, and near people mostly get the same answers; delta has half the exponent.
   * @default 'separate'
   */
  readonly noise?: NoiseSharing;
  /** The epsilon for which delta is stated, within (0, 1). @default 0.01 */
  readonly excess?: number;
  /** Which form of the guarantee delta is of. @default 'theorem-8' */
  readonly bound?: 'theorem-8' | 'subsets';
  /** Whether draws are others than without it: for points that were chosen by its answers. They are those with which `selectClass` selects. @default false */
  readonly fresh?: boolean;
  /** Number of the first point, where the points are a part of more: draws are those that it has there. @default 0 */
  readonly firstPoint?: number;
}

/** Class probabilities of a smoothed model, estimated from draws. */
export interface Smoothed {
  readonly rows: number;
  readonly classes: number;
  /** Draws for each point. */
  readonly samples: number;
  /** How often each class was answered, rows x classes. */
  readonly counts: Float64Array;
  /** `counts / samples`. Only these keep the guarantee; the class with the largest does not. */
  readonly probabilities: Float64Array;
  /** `TV <= D + excess` holds with probability 1 - delta for one pair of people named in advance. */
  readonly guarantee: Required<GuaranteeOptions> & { readonly excess: number; readonly delta: number };
}

/**
 * Makes any classifier individually fair by asking it about `samples` noisy copies of each point and giving the frequencies of its answers.
 *
 * @param model Called with up to 1024 rows at a time.
 * @param points Rows of the metric's columns, finite.
 * @throws DpfairError domain for points, options or labels that are not allowed.
 * @example
 * const smoothing = gaussianSmoothing(metricFromScales(2, [1]));
 * const steps = (batch, rows) => Array.from({ length: rows }, (_, i) => Number(batch[i] >= 0));
 * (await smooth(steps, Float64Array.of(0, 1), { smoothing, seed: parseSeed(1) })).guarantee.delta // 0.00018159971904994343
 */
export async function smooth(model: Labeller, points: Float64Array, options: SmoothOptions): Promise<Smoothed> {
  const {
    smoothing,
    seed,
    classes = 2,
    samples = 100_000,
    noise = 'separate',
    excess = 0.01,
    bound = 'theorem-8',
    fresh = false,
    firstPoint = 0,
  } = options;
  const rows = requirePoints(smoothing, points, classes, firstPoint);
  requireSamples('draws for each point', samples);
  const terms = { classes, noise, pairs: 1, bound };
  const delta = samplingDelta(samples, excess, terms);
  const counts = new Float64Array(rows * classes);
  const all = Int32Array.from({ length: rows }, (_, point) => point);
  const plan = { model, smoothing, classes, seed, noise, phase: fresh ? 'select' : 'estimate', firstPoint } as const;
  await countLabels(plan, points, all, 0, samples, counts);
  const probabilities = counts.map((count) => count / samples);
  return { rows, classes, samples, counts, probabilities, guarantee: { ...terms, excess, delta } };
}
