import type { Measured, SmoothedGroup, SmoothingResult } from '@dpfair/result';
import { cleanText } from '../../format/index.js';
import { smoothingFigureWords as say } from '../../messages/smoothing/figure-messages.js';
import { hasLabels, headRun } from '../smoothed.js';

/** A measure of a group before and after smoothing. */
export interface GroupMeasure {
  readonly name: string;
  readonly of: (group: SmoothedGroup) => SmoothedGroup['accuracy'];
}

/** What is drawn of each group: accuracy and the probability of the right class, or that of the last class where no class is known to be right. */
export function groupMeasures(result: SmoothingResult): readonly GroupMeasure[] {
  const head = headRun(result);
  if (head === null) return [];
  return hasLabels(head)
    ? [
        { name: say.accuracy(), of: ({ accuracy }) => accuracy },
        { name: say.confidence(), of: ({ confidence }) => confidence },
      ]
    : [{ name: say.positive(cleanText(result.model.classes.at(-1) ?? '')), of: ({ positive }) => positive }];
}

/** Whether two intervals share nothing. */
export function isApart(one: Measured, other: Measured): boolean {
  if (one.lower === null || one.upper === null || other.lower === null || other.upper === null) return false;
  return one.lower > other.upper || one.upper < other.lower;
}
