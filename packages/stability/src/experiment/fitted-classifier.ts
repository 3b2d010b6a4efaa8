import type { StableFit } from '@dpfair/result';

/** What is kept of one fit. */
export interface FittedClassifier extends Omit<StableFit, 'repetition' | 'accuracy' | 'statisticalRate'> {
  readonly repetition: number;
  /** Of each test row, 1 for the favourable class and 0 for the other; null where nothing could be fitted to the rows drawn. */
  readonly predictions: Uint8Array | null;
  /** Test rows whose score is so near to 0 that a replaced training row may change the prediction; null without a bound. */
  readonly nearZero: number | null;
}
