/** A way to limit what one example adds to a step, as plain data. Bounds are in Euclidean norm. */
export type Clipping =
  /** g min(1, C / |g|). */
  | { readonly rule: 'flat'; readonly bound: number }
  /** Each layer by a bound of its own, C / sqrt(layers) each. */
  | { readonly rule: 'per-layer'; readonly bound: number }
  /** g C / (|g| + stability): every gradient is scaled. */
  | { readonly rule: 'automatic'; readonly bound: number; readonly stability: number }
  /** Flat; the bound follows a quantile of the norms, from a noisy count of those below it. */
  | {
      readonly rule: 'adaptive';
      readonly bound: number;
      readonly quantile: number;
      readonly rate: number;
      readonly countNoise: number;
    }
  /** Flat, with a bound for each group, larger where noisy counts say that more is clipped (DPSGD-F). */
  | { readonly rule: 'by-group'; readonly bound: number; readonly countNoise: number }
  /** g C / Z where |g| <= Z, else nothing (DPSGD-Global). */
  | { readonly rule: 'global'; readonly bound: number; readonly limit: number }
  /** g C / Z where |g| <= Z, else flat; Z follows a noisy count (DPSGD-Global-Adapt). */
  | {
      readonly rule: 'global-adaptive';
      readonly bound: number;
      readonly limit: number;
      readonly rate: number;
      readonly countNoise: number;
    };

/** What a clipping rule does at one step: it may change from step to step. */
export interface ClippingInForce {
  /** Largest norm of what one example adds to the sum: the sensitivity that the noise is scaled to. */
  readonly sensitivity: number;
  /**
   * Factors of each example of a pass, from the squared norms of its gradient by block and its group; one array that
   * holds for all blocks, or one a block. An unclipped gradient has factor 1, except under rules that scale all.
   */
  factors(
    squaredNorms: readonly Float64Array[],
    groups: Int32Array,
    count: number,
  ): Float64Array | readonly Float64Array[];
}
