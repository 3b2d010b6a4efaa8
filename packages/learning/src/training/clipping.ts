import type { RandomStream } from '@dpfair/stats';

/** A way to limit what one example adds to a step, as plain data. Bounds are Euclidean norms, above 0. */
export type Clipping =
  /** g min(1, C / |g|). */
  | { readonly rule: 'flat'; readonly bound: number }
  /** Each layer by a bound of its own, C / sqrt(layers). */
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
  /** g C / Z where |g| <= Z, else flat; Z follows a noisy count of those above it (DPSGD-Global-Adapt). */
  | {
      readonly rule: 'global-adaptive';
      readonly bound: number;
      readonly limit: number;
      readonly rate: number;
      readonly countNoise: number;
    }
  /** Flat, each group weighed by multipliers that rise while its mean loss differs from that of all (Lagrangian parity). */
  | {
      readonly rule: 'parity';
      readonly bound: number;
      /** What a multiplier rises by, times the difference of loss. */
      readonly rate: number;
      /** Steps from one look at the multipliers to the next. */
      readonly every: number;
      /** Losses are cut to this. */
      readonly lossBound: number;
      /** Weights are cut to this; noise is scaled to the largest. */
      readonly mostWeight: number;
      /** Noise multiplier of the sums of losses and the counts of the groups; 0 is none, and then the training is not private. */
      readonly lossNoise: number;
    };

/** Norms and groups of the examples of a batch. */
export interface BatchNorms {
  /** One array a block of the parameters. */
  readonly squaredNorms: readonly Float64Array[];
  /** Group of each example of the batch. */
  readonly groups: Int32Array;
  readonly count: number;
}

/** What a rule sees of the batch of a step. */
export interface SeenBatch extends BatchNorms {
  /** Loss of each example. */
  readonly losses: Float64Array;
}

/** What a rule does at one step. It holds until the rule hears of the next batch. */
export interface ClippingInForce {
  /** Largest norm of what one example adds to the sum: what the noise is scaled to. */
  readonly sensitivity: number;
  /** Factors of each example: one array for all blocks, or one a block. They are overwritten by the next call. */
  factors(batch: BatchNorms): Float64Array | readonly Float64Array[];
  /** How many of them lose length that others keep: norm above the bound, or left out. */
  clips(batch: BatchNorms): Uint8Array;
}

/** A rule at work. One that adapts looks at noisy counts of the batch, which the accountant is told of by `counts`. */
export interface ClippingRule {
  /** What holds for this batch. `stream` serves the noise of counts; `expected` is the expected size of a batch. */
  next(batch: SeenBatch, stream: RandomStream, expected: number): ClippingInForce;
  /**
   * Noise multipliers of the counts that are released at each step beside the gradient: standard deviation of the noise over
   * the Euclidean sensitivity of the counts released together.
   */
  readonly counts: readonly number[];
}
