import type { GroupOutcome, Measured } from '@dpfair/result';
import { formatInterval, formatNumber, formatPercent, formatProbability, formatWhole } from '../../format/index.js';
import { trainingTableWords as say } from '../../messages/training/table-messages.js';

/** One column of what became of a group. */
export interface OutcomeColumn {
  readonly head: string;
  readonly of: (outcome: GroupOutcome) => string;
}

const measured =
  (write: (value: number | null) => string) =>
  (found: Measured | undefined): string =>
    formatInterval(found?.estimate ?? null, found?.lower ?? null, found?.upper ?? null, write);
const number = measured(formatNumber);
const fraction = measured(formatProbability);

/**
 * What privacy costs a group.
 *
 * @param withClasses without classes there is no accuracy but a test error
 * @param withParts where nothing is clipped all comes from noise
 */
export function costColumns(withClasses: boolean, withParts: boolean): readonly OutcomeColumn[] {
  return [
    { head: say.rows(), of: ({ rows }) => formatWhole(rows.training) },
    { head: say.risk(), of: ({ excessiveRisk }) => number(excessiveRisk) },
    ...(withParts
      ? [
          { head: say.clippingPart(), of: ({ clippingPart }: GroupOutcome) => number(clippingPart) },
          { head: say.noisePart(), of: ({ noisePart }: GroupOutcome) => number(noisePart) },
        ]
      : []),
    { head: say.gap(), of: ({ gap }) => number(gap) },
    ...(withClasses
      ? [
          { head: say.accuracyWithout(), of: ({ accuracy }: GroupOutcome) => fraction(accuracy.nonPrivate) },
          { head: say.accuracyWith(), of: ({ accuracy }: GroupOutcome) => fraction(accuracy.private) },
        ]
      : [
          { head: say.errorWithout(), of: ({ testError }: GroupOutcome) => number(testError?.nonPrivate) },
          { head: say.errorWith(), of: ({ testError }: GroupOutcome) => number(testError?.private) },
        ]),
    { head: say.lossWithout(), of: ({ loss }) => number(loss.nonPrivate) },
    { head: say.lossWith(), of: ({ loss }) => number(loss.private) },
  ];
}

/** What a log says of a group. */
export const logColumns: readonly OutcomeColumn[] = [
  { head: say.rows(), of: ({ rows }) => formatWhole(rows.training) },
  { head: say.risk(), of: ({ excessiveRisk }) => number(excessiveRisk) },
  { head: say.gap(), of: ({ gap }) => number(gap) },
  { head: say.clipping(), of: ({ clipping }) => number(clipping) },
  { head: say.noise(), of: ({ noise }) => number(noise) },
  { head: say.clipRate(), of: ({ clipRate }) => formatPercent(clipRate) },
  { head: say.gradientNorm(), of: ({ gradientNorm }) => formatNumber(gradientNorm) },
  { head: say.hessianTrace(), of: ({ hessianTrace }) => formatNumber(hessianTrace) },
  { head: say.boundary(), of: ({ boundary }) => formatNumber(boundary) },
  { head: say.lossWithout(), of: ({ loss }) => number(loss.nonPrivate) },
  { head: say.lossWith(), of: ({ loss }) => number(loss.private) },
];

/** Of them what a terminal has room for; the risk alone has its interval. */
export const shortLogColumns: readonly OutcomeColumn[] = [
  ...logColumns.filter(({ head }) => head === say.rows() || head === say.risk()),
  { head: say.clipping(), of: ({ clipping }) => formatNumber(clipping.estimate) },
  { head: say.noise(), of: ({ noise }) => formatNumber(noise.estimate) },
  ...logColumns.filter(({ head }) => head === say.clipRate() || head === say.hessianTrace()),
];

/** Sums of the terms of steps, and what goes with them. */
export const termColumns: readonly OutcomeColumn[] = [
  { head: say.testRows(), of: ({ rows }) => formatWhole(rows.test) },
  { head: say.clipping(), of: ({ clipping }) => number(clipping) },
  { head: say.noise(), of: ({ noise }) => number(noise) },
  { head: say.path(), of: ({ path }) => number(path) },
  { head: say.remainder(), of: ({ remainder }) => number(remainder) },
  { head: say.clipRate(), of: ({ clipRate }) => formatPercent(clipRate) },
  { head: say.gradientNorm(), of: ({ gradientNorm }) => formatNumber(gradientNorm) },
  { head: say.inputNorm(), of: ({ inputNorm }) => formatNumber(inputNorm) },
  { head: say.hessianTrace(), of: ({ hessianTrace }) => formatNumber(hessianTrace) },
  { head: say.boundary(), of: ({ boundary }) => formatNumber(boundary) },
  { head: say.calibrationWithout(), of: ({ calibration }) => number(calibration.nonPrivate) },
  { head: say.calibrationWith(), of: ({ calibration }) => number(calibration.private) },
];
