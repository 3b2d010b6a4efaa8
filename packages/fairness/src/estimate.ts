import type { EstimatorId, Method } from '@dpfair/result';
import type { ShardMeans } from './intervals/shard-means.js';

/** A bias per entity, computed without simulation. */
export interface AnalyticEstimate {
  readonly method: Extract<Method, 'exact' | 'series'>;
  /** Expected outcome minus truth, per entity, in the unit of the decision. */
  readonly bias: Float64Array;
  /** Estimated absolute error of each bias: quadrature and rounding, or the first neglected order of the series. */
  readonly errors: Float64Array;
  readonly estimator: Exclude<EstimatorId, 'montecarlo'>;
}

/** A bias per entity from simulation: the mean of independent shards. */
export interface SimulatedEstimate {
  readonly method: Extract<Method, 'montecarlo'>;
  readonly bias: Float64Array;
  readonly shards: ShardMeans;
  readonly trials: number;
  readonly controlVariates: boolean;
  /** How far a bias may be off because of clipping too rare to be seen in these trials; 0 where it is seen. */
  readonly unseen: number;
  /** How far a bias may be off beyond its scatter: rounding, and yes-or-no answers that never changed in these trials. */
  readonly resolution: number;
}

/** A bias that does not exist, with the reason. */
export interface UndefinedEstimate {
  readonly method: Method;
  readonly undefinedBecause: string;
}

export type BiasEstimate = AnalyticEstimate | SimulatedEstimate | UndefinedEstimate;

export const isDefined = <E extends BiasEstimate>(estimate: E): estimate is Exclude<E, UndefinedEstimate> =>
  !('undefinedBecause' in estimate);
