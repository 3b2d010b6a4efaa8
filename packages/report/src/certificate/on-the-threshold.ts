import type { AuditResult, Certificate } from '@dpfair/result';
import { noiseNames } from '../words/noise-names.js';

/**
 * Entities that stand exactly on a threshold, where every noise that was tried has a density: half of it lies on the wrong side,
 * however little there is, so that no epsilon mends what they add to the measure. 0 where that is not what stands in the way.
 */
export function onTheThreshold({ cells }: AuditResult, { status, target, options }: Certificate): number {
  if (status !== 'not-reachable' || options.some(({ kind }) => noiseNames[kind].whole)) return 0;
  const { distance, truth } = cells[0]?.entities ?? {};
  const counts = (i: number) =>
    target.measure === 'false-negative' ? truth?.[i] === 1 : target.measure !== 'false-positive' || truth?.[i] === 0;
  return distance?.filter((at, i) => at === 0 && counts(i)).length ?? 0;
}
