import type { RecordedPath } from '../decomposition/path-recorder.js';
import { accumulate } from './accumulate.js';

/** Sums of the terms of one repetition and group, before each tracked step and, last, over all steps. */
export interface AccumulatedTerms {
  readonly clipping: Float64Array;
  readonly noise: Float64Array;
  /** Descent with privacy minus descent without: what follows from being elsewhere. */
  readonly path: Float64Array;
}

/** Adds up the terms of a private training and of its twin without privacy, tracked at the same steps. */
export function accumulatedTerms(
  tracked: Int32Array,
  steps: number,
  withPrivacy: RecordedPath,
  without: RecordedPath,
): AccumulatedTerms {
  const elsewhere = withPrivacy.descent.map((value, k) => value - (without.descent[k] as number));
  return {
    clipping: accumulate(tracked, withPrivacy.clipping, steps),
    noise: accumulate(tracked, withPrivacy.noise, steps),
    path: accumulate(tracked, elsewhere, steps),
  };
}
