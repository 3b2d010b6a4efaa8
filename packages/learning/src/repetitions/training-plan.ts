import type { Examples } from '@dpfair/result';
import type { ModelDescription } from '../models/model-description.js';
import type { DescentPlan } from '../training/descent.js';

/** How closely trainings are followed. */
export interface Tracking {
  /** Steps from one tracked step to the next, at most, for the first come every step: at least 1. */
  readonly every: number;
  /** About how many rows terms are measured from, small groups up to a quarter more: see `trackedRows`. Infinity is all. */
  readonly rows: number;
  /** Random sign vectors for the variance that comes from the choice of the batch. */
  readonly batchProbes: number;
  /** Random sign vectors for Hessian traces; 0 computes them exactly. */
  readonly traceProbes: number;
}

/** Private trainings, each beside the same training without privacy: plain data, which crosses threads. */
export interface TrainingPlan {
  readonly model: ModelDescription;
  readonly training: Examples;
  readonly test: Examples;
  /** Its `privacy` is that of the private trainings. */
  readonly descent: Omit<DescentPlan, 'repetition'>;
  /** Null: only the ends of the trainings are looked at. */
  readonly tracking: Tracking | null;
  /** How often, each time with noise, batches and start of its own: at least 1. */
  readonly repetitions: number;
}
