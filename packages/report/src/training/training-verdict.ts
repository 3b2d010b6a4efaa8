import type { TrainingResult } from '@dpfair/result';
import { cleanText, formatInterval, formatNumber } from '../format/index.js';
import { trainingWords as say } from '../messages/training/training-messages.js';
import { hasNumbers } from './training-rows.js';

/** What private training costs its groups, in a few sentences worded by rules from the numbers. */
export function trainingVerdict({ runs }: TrainingResult): string {
  const [run] = runs;
  if (run === undefined) return say.noRun();
  if (!hasNumbers(run)) return `${run.diverged.repetitions > 0 ? say.diverged(say.plain()) : say.noRepetition()}.`;
  const parts = run.groups.flatMap(({ group, excessiveRisk: { estimate, lower, upper } }) =>
    estimate === null ? [] : [say.costs(cleanText(group), formatInterval(estimate, lower, upper, formatNumber))],
  );
  return `${say.effect(parts.join(', '))}.`;
}
