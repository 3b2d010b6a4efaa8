import type { NeededLogField, OtherLogField } from '@dpfair/result';
import type { StepMoments } from '../decomposition/step-moments.js';

/** What of a step a log has beside the moments of the groups. */
export interface LoggedStep {
  readonly step: number;
  readonly learningRate: number;
  /** Variance of each coordinate of the noise of the averaged step. */
  readonly noiseVariance: number;
}

/**
 * One line of the log of a training, with its line feed. Numbers are written in full, so that they are read back to the last bit.
 *
 * @param group null for all rows together
 * @param rows how many the group has
 * @returns null where a number is not finite: JSON has none such
 */
export function logLine(step: LoggedStep, group: string | null, rows: number, moments: StepMoments): string | null {
  const { learningRate, noiseVariance } = step;
  const fields: Record<NeededLogField, number> & Record<Exclude<OtherLogField, 'nonPrivateLoss'>, number | null> = {
    loss: moments.loss,
    innerRaw: moments.innerRaw,
    innerClipped: moments.innerClipped,
    curvatureRaw: moments.curvatureRaw,
    curvatureClipped: moments.curvatureClipped,
    hessianTrace: moments.hessianTrace,
    learningRate,
    noiseVariance,
    lengthRatio: moments.lengthRatio,
    hessianTraceError: moments.hessianTraceError,
    gradientNorm: moments.gradientNorm,
    meanGradientNorm: moments.meanGradientNorm,
    clipRate: moments.clipRate,
    boundary: moments.boundary,
  };
  if (!Object.values(fields).every((value) => value === null || Number.isFinite(value))) return null;
  return `${JSON.stringify({ step: step.step, group, rows, ...fields })}\n`;
}
