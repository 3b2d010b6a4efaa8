import { type NeededLogField, neededLogFields, type OtherLogField, otherLogFields } from '@dpfair/result';

/** What a number of a log must be, and the words for it. */
export interface LogFieldRule {
  readonly allowed: string;
  holds(value: number): boolean;
}

const any: LogFieldRule = { allowed: 'a finite number', holds: () => true };
const positive: LogFieldRule = { allowed: 'a finite number > 0', holds: (value) => value > 0 };
const nonNegative: LogFieldRule = { allowed: 'a finite number >= 0', holds: (value) => value >= 0 };
const fraction: LogFieldRule = { allowed: 'a number from 0 to 1', holds: (value) => value >= 0 && value <= 1 };

export const stepRule: LogFieldRule = {
  allowed: 'a whole number >= 0',
  holds: (value) => Number.isSafeInteger(value) && value >= 0,
};
export const rowsRule: LogFieldRule = {
  allowed: 'a whole number >= 1',
  holds: (value) => Number.isSafeInteger(value) && value >= 1,
};

/** What each field of a log must be. */
export const logFieldRules: Readonly<Record<NeededLogField | OtherLogField, LogFieldRule>> = {
  loss: any,
  innerRaw: any,
  innerClipped: any,
  curvatureRaw: any,
  curvatureClipped: any,
  hessianTrace: any,
  learningRate: positive,
  noiseVariance: nonNegative,
  lengthRatio: nonNegative,
  hessianTraceError: nonNegative,
  gradientNorm: nonNegative,
  meanGradientNorm: nonNegative,
  clipRate: fraction,
  boundary: fraction,
  nonPrivateLoss: any,
};

/** All fields of a log that mean something. */
export const logFields: readonly string[] = ['step', 'group', 'rows', ...neededLogFields, ...otherLogFields];
