import type { Metric } from '../../metrics/index.js';
import type { Box } from './box.js';

/**
 * The direction of length 1 under the metric in which a function of this gradient rises the most, by the dual norm of gradient / scales (Hoelder): all
 * in one column for L1, gradient / scales^2 for L2, the same in every scaled column for L-infinity. Columns that do not vary, and those at the bound of
 * the box that they would leave, stay.
 *
 * @param point Where it is taken. @returns undefined where the function rises nowhere.
 */
export function steepest(
  { norm, scales }: Metric,
  { varying, low, high }: Box,
  point: Float64Array,
  gradient: Float64Array,
): Float64Array | undefined {
  const free = varying.filter((i) => {
    const slope = gradient[i] as number;
    return slope > 0
      ? (point[i] as number) < (high[i] as number)
      : slope < 0 && (point[i] as number) > (low[i] as number);
  });
  const rise = (i: number) => Math.abs(gradient[i] as number) / (scales[i] as number);
  const largest = free.reduce((most, i) => Math.max(most, rise(i)), 0);
  if (!(largest > 0 && largest < Number.POSITIVE_INFINITY)) return undefined;
  const direction = new Float64Array(scales.length);
  if (norm === 1) {
    const i = free.find((each) => rise(each) === largest) as number;
    direction[i] = Math.sign(gradient[i] as number) / (scales[i] as number);
    return direction;
  }
  let powers = 0;
  for (const i of free) {
    const size = (rise(i) / largest) ** (1 / (norm - 1));
    direction[i] = (Math.sign(gradient[i] as number) * size) / (scales[i] as number);
    powers += size ** norm;
  }
  // In L-infinity every size is 1, and so is the length.
  const length = norm === Number.POSITIVE_INFINITY ? 1 : powers ** (1 / norm);
  return direction.map((part) => part / length);
}
