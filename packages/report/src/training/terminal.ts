import type { TrainingResult } from '@dpfair/result';
import type { TextTable } from '../figure.js';
import { remedyMessages } from '../messages/training/remedy-messages.js';
import { attackFigure } from './figures/lines/attack-figure.js';
import { pruningFigure } from './figures/lines/pruning-figure.js';
import { sweepFigures } from './figures/lines/sweep-figures.js';
import { remedyComparisons } from './remedies.js';
import { plainRuns } from './runs.js';
import { boundText } from './sections/attacks-section.js';
import { remedyRiskTables } from './tables/remedy-groups.js';
import { shortRemedyTable } from './tables/remedy-table.js';

/** What a terminal shows of trainings under the verdict: remedies, sweeps, pruning and attacks, each with its finding first. */
export function underTrainingVerdict(result: TrainingResult): readonly (TextTable | string)[] {
  const { remedies, sweeps, pruning, attacks } = result;
  const drafts = [...sweepFigures(sweeps), pruningFigure(pruning), attacks === null ? null : attackFigure(attacks)];
  const bound = attacks === null ? null : boundText(attacks);
  return [
    ...(remedies.length === 0 ? [] : [shortRemedyTable(result), ...remedyRiskTables(result), ...firstBudget(result)]),
    ...drafts.flatMap((draft) =>
      draft === null ? [] : draft.id === 'attacks' ? [`${draft.title}.`] : [`${draft.title}.`, draft.table],
    ),
    ...(bound === null ? [] : [bound]),
  ];
}

/** That remedies were compared at one of several budgets. */
function firstBudget(result: TrainingResult): readonly string[] {
  const comparisons = remedyComparisons(result);
  if (plainRuns(result.runs).length <= comparisons.length) return [];
  return [remedyMessages.firstBudget(comparisons.map(({ label }) => label).join(', '))];
}
