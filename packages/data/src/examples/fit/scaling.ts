import { meanAndDeviation } from '@dpfair/stats';

/** What is taken off a number, and what the rest is divided by. */
export interface Scaling {
  mean: number;
  deviation: number;
  scaledBy: 'training' | 'public' | 'nothing';
}

/**
 * Mean and standard deviation (divisor n) of some numbers, or what is publicly known of them. Where all numbers are the same only
 * the mean is taken off; where there are none, or nothing is to be scaled, nothing is.
 */
export function scalingOf(
  values: Float64Array,
  standardise: boolean,
  known: readonly [mean: number, deviation: number] | undefined,
): Scaling {
  if (!standardise || (values.length === 0 && known === undefined))
    return { mean: 0, deviation: 1, scaledBy: 'nothing' };
  if (known !== undefined) return { mean: known[0], deviation: known[1], scaledBy: 'public' };
  const { mean, deviation } = meanAndDeviation(values);
  return { mean, deviation: deviation === 0 ? 1 : deviation, scaledBy: 'training' };
}
