import type { TrainingResult } from '@dpfair/result';
import type { TextTable } from '../figure.js';
import { attackFigure } from './figures/lines/attack-figure.js';
import { pruningFigure } from './figures/lines/pruning-figure.js';
import { sweepFigures } from './figures/lines/sweep-figures.js';
import { boundText } from './sections/attacks-section.js';
import { shortRemedyTable } from './tables/remedy-table.js';

/** What a terminal shows of trainings under the verdict: remedies, sweeps, pruning and attacks, each with its finding first. */
export function underTrainingVerdict(result: TrainingResult): readonly (TextTable | string)[] {
  const { remedies, sweeps, pruning, attacks } = result;
  const drafts = [...sweepFigures(sweeps), pruningFigure(pruning), attacks === null ? null : attackFigure(attacks)];
  const bound = attacks === null ? null : boundText(attacks);
  return [
    ...(remedies.length === 0 ? [] : [shortRemedyTable(result)]),
    ...drafts.flatMap((draft) =>
      draft === null ? [] : draft.id === 'attacks' ? [`${draft.title}.`] : [`${draft.title}.`, draft.table],
    ),
    ...(bound === null ? [] : [bound]),
  ];
}
