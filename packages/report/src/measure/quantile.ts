/**
 * Quantile of sorted values by linear interpolation between order statistics (type 7, the default of R and NumPy).
 *
 * @param sorted ascending, at least one value
 * @param level in [0, 1]
 */
export function quantileSorted(sorted: Float64Array, level: number): number {
  const position = (sorted.length - 1) * level;
  const below = Math.floor(position);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  const weight = position - below;
  return weight === 0 ? low : low * (1 - weight) + high * weight;
}
