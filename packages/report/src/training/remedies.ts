import type { TrainingRemedy, TrainingResult } from '@dpfair/result';
import { runLabels } from './words/run-words.js';

/** Remedies that are compared with one another: plain private training first. */
export interface RemedyComparison {
  /** The budget that they share; of what is not private that of the plain training. */
  readonly label: string;
  readonly remedies: readonly TrainingRemedy[];
}

/** Whether a remedy is private: that is a property of its run. */
export const isPrivate = ({ runs }: TrainingResult, { run }: TrainingRemedy): boolean =>
  runs[run]?.privacy.private ?? false;

/** The remedies of a result in groups, each of which begins with plain private training. */
export function remedyComparisons({ runs, remedies }: TrainingResult): readonly RemedyComparison[] {
  const labels = runLabels(runs);
  const comparisons: { label: string; remedies: TrainingRemedy[] }[] = [];
  for (const remedy of remedies) {
    const last = comparisons.at(-1);
    if (last === undefined || remedy.id === 'none') {
      comparisons.push({ label: labels[remedy.run] ?? '', remedies: [remedy] });
    } else last.remedies.push(remedy);
  }
  return comparisons;
}
