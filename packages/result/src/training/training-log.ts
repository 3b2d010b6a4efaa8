/** Numbers that the log of a training must have for each step and group; the last two are the same for all groups of a step. */
export const neededLogFields = [
  'loss',
  'innerRaw',
  'innerClipped',
  'curvatureRaw',
  'curvatureClipped',
  'hessianTrace',
  'learningRate',
  'noiseVariance',
] as const;
/** A number that the log of a training must have. */
export type NeededLogField = (typeof neededLogFields)[number];

/** Numbers that the log of a training may have. */
export const otherLogFields = [
  'lengthRatio',
  'hessianTraceError',
  'gradientNorm',
  'meanGradientNorm',
  'clipRate',
  'boundary',
  'nonPrivateLoss',
] as const;
/** A number that the log of a training may have. */
export type OtherLogField = (typeof otherLogFields)[number];

/** One group along a training that was logged: one element a step. */
export interface LoggedGroup {
  readonly group: string;
  /** Rows of the group, where the log says so. */
  readonly rows: number | null;
  readonly needed: Readonly<Record<NeededLogField, Float64Array>>;
  /** NaN for a step without it; a field that no step has is absent. */
  readonly others: Readonly<Partial<Record<OtherLogField, Float64Array>>>;
}

/** What a training logged of each group, step by step: see docs/methods/training-logs.md for the meaning of each field. */
export interface TrainingLog {
  /** Numbers of the logged steps, ascending. */
  readonly step: readonly number[];
  readonly groups: readonly LoggedGroup[];
  /** All rows together (group null in the log); null where they were not logged. */
  readonly population: LoggedGroup | null;
  /** Fields that mean nothing here, as the log spells them. */
  readonly unknown: readonly string[];
}
