/**
 * The two penalties on unfairness, as plain data: `clippingWeight sum_a |<g_a - g, g - c>| + boundaryWeight sum_a |b_a - b|`, with g mean
 * gradients, c the mean clipped one, b the mean of 1 - sum of squared probabilities, of a group or of all.
 */
export interface Penalty {
  /** At least 0. */
  readonly clippingWeight: number;
  /** At least 0; only 0 for models without probabilities. */
  readonly boundaryWeight: number;
  /** Null for penalties from exact means of the batch: the training is not private then. */
  readonly noise: PenaltyNoise | null;
}

/** How penalties are computed privately. */
export interface PenaltyNoise {
  /** Noise multiplier of each release: above 0. */
  readonly multiplier: number;
  /** Gradients in the group means are cut to this norm, at least the bound of clipping. */
  readonly gradientBound: number;
  /** What one row adds to the gradient of the penalties is cut to this norm: above 0. */
  readonly penaltyBound: number;
}

/**
 * Noise multipliers of what private penalties release in each step: group sums of gradients (where clipping has weight), group sums of the
 * boundary proxy with counts, and the sum of the gradients of the penalties.
 */
export function penaltyReleases({ clippingWeight, noise }: Penalty): readonly number[] {
  if (noise === null) return [];
  return new Array<number>(clippingWeight > 0 ? 3 : 2).fill(noise.multiplier);
}
