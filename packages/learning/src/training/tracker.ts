import type { Examples } from '@dpfair/result';
import type { Model } from '../models/model.js';
import type { ClippingInForce } from './clipping.js';

/** What a tracker hears before the first step. */
export interface TrainingStart {
  readonly model: Model;
  readonly examples: Examples;
  readonly parameters: Float64Array;
  readonly steps: number;
}

/** One step, seen before the parameters change. Arrays belong to the training loop: copy what is kept. */
export interface TrainingStep {
  /** From 0. */
  readonly step: number;
  /** Before the step. */
  readonly parameters: Float64Array;
  /** Places of the examples that were sampled. */
  readonly batch: Int32Array;
  /** What the sum of the clipped gradients is divided by: a fixed number, the expected size of a batch. */
  readonly normaliser: number;
  readonly samplingRate: number;
  readonly learningRate: number;
  readonly clipping: ClippingInForce;
  /** Variance of each coordinate of the noise of the averaged step: (noise multiplier x sensitivity / normaliser)^2. */
  readonly noiseVariance: number;
  /** Averaged, clipped and noised gradient. */
  readonly gradient: Float64Array;
  /** What is taken from the parameters. The learning rate times the gradient for plain descent. */
  readonly change: Float64Array;
}

/** Follows a training, one function per event; a training loop of one's own can call it as well. */
export interface Tracker {
  onStart?(start: TrainingStart): void;
  onStep?(step: TrainingStep): void;
  /** After the last step of an epoch, from 0. */
  onEpoch?(epoch: number, parameters: Float64Array): void;
  onEnd?(parameters: Float64Array): void;
}
