import type { GroupOutcome, TrainingRun } from '@dpfair/result';

/** All rows and the groups of a run: all rows first. */
export function outcomesOf({ population, groups }: TrainingRun): readonly GroupOutcome[] {
  return [population, ...groups];
}

/** Whether a run has numbers: some repetition ended, or it is exact. */
export const hasNumbers = ({ population }: TrainingRun): boolean => population.excessiveRisk.estimate !== null;
