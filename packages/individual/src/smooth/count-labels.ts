// Yeom and Fredrikson (IJCAI 2020), algorithm 1.
import type { Seed } from '@dpfair/stats';
import type { NoiseSharing } from '../guarantee/index.js';
import { badLabel, noiseLostInRounding, outsideDomain, wrongLength } from '../messages.js';
import type { Smoothing } from '../smoothing/index.js';
import type { Labeller } from './labeller.js';

/** Draws of noise that are made, and rows that the model gets, at a time. */
export const BATCH_ROWS = 1024;

/** Values up to this many times the size of the noise leave it 20 bits and more. */
const LARGEST_OVER_NOISE = 2 ** 32;

/** What is the same for all draws of a run. */
export interface DrawPlan {
  readonly model: Labeller;
  readonly smoothing: Smoothing;
  readonly classes: number;
  readonly seed: Seed;
  readonly noise: NoiseSharing;
  /** Draws that select a class and draws that estimate its probability are never the same. */
  readonly phase: 'estimate' | 'select';
  /** Number of the first point among all that the run is about. @default 0 */
  readonly firstPoint?: number;
}

/**
 * Adds, for each of the points in `which`, the labels of draws `from` to `to` around it to its row of `counts`.
 *
 * A draw depends on (seed, phase, number of the draw) and, for separate noise, on the number of the point: not on which others are asked for.
 *
 * @param points Rows of columns. @param from A multiple of {@link BATCH_ROWS}. @param counts Points x classes.
 * @throws DpfairError domain when the model gives a label that is no class, or not one for each row.
 */
export async function countLabels(
  plan: DrawPlan,
  points: Float64Array,
  which: Int32Array,
  from: number,
  to: number,
  counts: Float64Array,
): Promise<void> {
  const { smoothing, classes, seed, noise, phase, firstPoint = 0 } = plan;
  const width = smoothing.held.length;
  const batch = new Float64Array(BATCH_ROWS * width);
  const draws = new Float64Array(BATCH_ROWS * width);
  const trialOf = (point: number, start: number) =>
    (noise === 'common' ? 0 : firstPoint + point + 1) * 2 ** 27 +
    (phase === 'select' ? 2 ** 26 : 0) +
    start / BATCH_ROWS;
  for (let start = from; start < to; start += BATCH_ROWS) {
    const rows = Math.min(BATCH_ROWS, to - start);
    const noiseRows = draws.subarray(0, rows * width);
    if (noise === 'common') smoothing.fill(noiseRows, seed, trialOf(0, start));
    for (const point of which) {
      if (noise === 'separate') smoothing.fill(noiseRows, seed, trialOf(point, start));
      addPoint(batch, noiseRows, points, point * width, smoothing.held);
      const labels = await plan.model(batch.subarray(0, rows * width), rows);
      if (labels.length !== rows) throw wrongLength('labels of the model for one batch', labels.length, rows);
      for (let row = 0; row < rows; row++) {
        const label = labels[row] as number;
        if (!(Number.isInteger(label) && label >= 0 && label < classes))
          throw badLabel(firstPoint + point, label, classes);
        const place = point * classes + label;
        counts[place] = (counts[place] as number) + 1;
      }
    }
  }
}

/** Point + noise; held columns at their value. */
function addPoint(batch: Float64Array, noise: Float64Array, points: Float64Array, at: number, held: Float64Array) {
  const width = held.length;
  for (let k = 0; k < noise.length; k += width) {
    for (let i = 0; i < width; i++) {
      const value = held[i] as number;
      batch[k + i] = Number.isNaN(value) ? (points[at + i] as number) + (noise[k + i] as number) : value;
    }
  }
}

/**
 * Checks points and classes once, and counts the points.
 *
 * @throws DpfairError domain, naming the row and the column of a value that is not finite, or so far from 0 that noise added to it is rounded away.
 */
export function requirePoints(
  { held, metric, noiseScales }: Smoothing,
  points: Float64Array,
  classes: number,
  firstPoint = 0,
): number {
  const width = held.length;
  if (!(Number.isSafeInteger(classes) && classes >= 2)) throw outsideDomain('classes', classes, 'an integer from 2');
  if (points.length % width !== 0) {
    throw wrongLength('values of the points', points.length, `a multiple of ${width}, the columns of the metric`);
  }
  const largest = noiseScales.map((scale) => (scale > 0 ? LARGEST_OVER_NOISE / scale : Number.MAX_VALUE));
  const bad = points.findIndex((value, k) => !(Math.abs(value) <= (largest[k % width] as number)));
  if (bad >= 0) {
    const value = points[bad] as number;
    const place = `point ${firstPoint + Math.floor(bad / width) + 1}, ${metric.columns[bad % width]}`;
    throw Number.isFinite(value)
      ? noiseLostInRounding(place, value, largest[bad % width] as number)
      : outsideDomain(place, value, 'a finite number');
  }
  return points.length / width;
}

/** @throws DpfairError domain unless the number of draws is an integer from 1 to 2^36. */
export function requireSamples(what: string, samples: number): void {
  if (!(Number.isSafeInteger(samples) && samples >= 1 && samples <= 2 ** 36)) {
    throw outsideDomain(what, samples, 'an integer from 1 to 2^36');
  }
}
