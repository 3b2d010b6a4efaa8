import type { Examples, PruningMethod } from '@dpfair/result';
import type { Seed } from '@dpfair/stats';
import type { ModelDescription } from '../models/model-description.js';
import type { EqualisingOptions } from './equalise-losses.js';

/** A trained model pruned in several ways: plain data, which crosses threads. */
export interface PruningPlan {
  readonly model: ModelDescription;
  /** As trained. */
  readonly parameters: Float64Array;
  /** Losses and bounds are over these rows, and the equalised loss trains on them. */
  readonly training: Examples;
  /** Accuracy is over these rows. */
  readonly test: Examples;
  /** Fractions of the weights that are set to 0: each from 0 to 1. */
  readonly rates: readonly number[];
  readonly methods: readonly PruningMethod[];
  /** Whether biases are pruned like weights. */
  readonly biases: boolean;
  /** About how many rows losses and bounds are taken from, small groups up to a quarter more: see `trackedRows`. Infinity is all. */
  readonly rows: number;
  readonly equalising: EqualisingOptions;
  readonly seed: Seed;
}
