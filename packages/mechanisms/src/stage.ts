import type { StageDescription } from '@dpfair/result';

/**
 * One stage of a pipeline: what it is (plain data, carried by the result) and what it does, in place, to one value per
 * entity. Stages do not check their input: the tables they are built from are checked where they are read.
 */
export interface Stage {
  readonly description: StageDescription;
  readonly apply: (values: Float64Array) => void;
}
