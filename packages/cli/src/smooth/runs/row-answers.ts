import { classFromCounts, classIntervals, type Draws, type SmoothedPoints, variationRadius } from '@dpfair/individual';
import type { Interval } from '@dpfair/stats';

/** What the smoothed model says of each of some rows. */
export interface RowAnswers {
  /** Places of the rows among all. */
  readonly points: Int32Array;
  /** Rows x classes. */
  readonly probabilities: Float64Array;
  readonly samples: Float64Array;
  /** The class that is named; null where it abstains. */
  readonly named: readonly (number | null)[];
  /** Of the probability of that class, or of the candidate where it abstains. */
  readonly intervals: readonly Interval[];
  /** How far the probabilities can be off, in total variation. */
  readonly radius: Float64Array;
  /** Whether classes were selected by draws of their own, so that there is abstention. */
  readonly selected: boolean;
}

/**
 * Probabilities, classes and intervals from labels of draws. Without draws that select, the most frequent class is named (the first of equally frequent
 * ones) and its interval is one that holds for all classes together. After an adaptive number of draws the
 * radius is that of all draws but the pilot's, at the confidence that delta leaves a row, and the interval is the frequency that far either way.
 */
export function rowAnswers(
  { points, counts, samples, radius, selecting }: SmoothedPoints,
  classes: number,
  draws: Draws['kind'],
  confidence: number,
): RowAnswers {
  const selected = selecting.length > 0;
  const named: (number | null)[] = [];
  const intervals: Interval[] = [];
  const radii = new Float64Array(points.length);
  points.forEach((_, k) => {
    const own = counts.subarray(k * classes, (k + 1) * classes);
    radii[k] = draws === 'adaptive' ? (radius[k] as number) : variationRadius(own, confidence);
    if (selected) {
      const one = classFromCounts(selecting.subarray(k * classes, (k + 1) * classes), own, confidence);
      named.push(one.outcome === 'class' ? one.candidate : null);
      intervals.push(one.interval);
      return;
    }
    const largest = own.indexOf(own.reduce((most, count) => Math.max(most, count), 0));
    const frequency = (own[largest] as number) / (samples[k] as number);
    named.push(largest);
    intervals.push(
      draws === 'fixed'
        ? (classIntervals(own, confidence)[largest] as Interval)
        : { lower: Math.max(0, frequency - radii[k]), upper: Math.min(1, frequency + radii[k]) },
    );
  });
  const probabilities = counts.map((count, k) => count / (samples[Math.floor(k / classes)] as number));
  return { points, probabilities, samples, named, intervals, radius: radii, selected };
}
