// Means over people, with what people and trainings leave open.
import { addValue, emptyMoments, normalQuantile, standardError } from '@dpfair/stats';

const quantile = normalQuantile(0.975);
const meanOf = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Values of each person, averaged over repetitions, from one array for each repetition. */
export function overRuns(runs) {
  return Float64Array.from(runs[0], (_, row) => meanOf(runs.map((run) => run[row])));
}

/** Variance of a mean over people between trainings, pooled over settings: 0 where each was trained once. */
export function varianceBetweenTrainings(settings) {
  const within = settings.map((runs) => {
    const means = runs.map(meanOf);
    const centre = meanOf(means);
    return means.reduce((sum, mean) => sum + (mean - centre) ** 2, 0);
  });
  const freedom = settings.reduce((sum, runs) => sum + runs.length - 1, 0);
  return freedom === 0 ? 0 : within.reduce((sum, part) => sum + part, 0) / freedom;
}

/**
 * A mean over people with its 95 % interval: people drawn at random, and `trainingVariance` of the mean from training on top.
 * For a difference give the differences of each person, and the sum of the variances of both sides.
 */
export function measured(values, trainingVariance) {
  const moments = Array.from(values).reduce(addValue, emptyMoments);
  const half = quantile * Math.hypot(standardError(moments), Math.sqrt(trainingVariance));
  return { estimate: moments.mean, lower: moments.mean - half, upper: moments.mean + half };
}
