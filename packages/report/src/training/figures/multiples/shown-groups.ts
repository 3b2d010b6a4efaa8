import type { GroupOutcome, TrainingRun } from '@dpfair/result';
import { isKnown } from '../../runs.js';

/** More groups than these have no panel; they are in the table. */
export const MOST_PANELS = 12;

/** Positions of the groups of a run that are drawn, in their order: those with numbers, and of too many those that bear most and least. */
export function shownGroups({ groups }: TrainingRun): readonly number[] {
  const risk = (at: number) => Math.abs((groups[at] as GroupOutcome).excessiveRisk.estimate ?? 0);
  return [...groups.keys()]
    .filter((at) => isKnown(groups[at] as GroupOutcome))
    .sort((one, other) => risk(other) - risk(one))
    .slice(0, MOST_PANELS)
    .sort((one, other) => one - other);
}
