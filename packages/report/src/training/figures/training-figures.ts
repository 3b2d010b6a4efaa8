import type { TrainingResult } from '@dpfair/result';
import type { FigureDraft } from '../../figures/drawing/figure-draft.js';
import { headRun } from '../runs.js';
import { runLabels } from '../words/run-words.js';
import { learningFigure } from './areas/learning-figure.js';
import { sumsFigure } from './areas/sums-figure.js';
import { besideFigure } from './dots/beside-figure.js';
import { attackFigure } from './lines/attack-figure.js';
import { riskCausesFigure } from './lines/causes-figure.js';
import { pruningFigure } from './lines/pruning-figure.js';
import { sweepFigures } from './lines/sweep-figures.js';
import { termsFigure } from './lines/terms-figure.js';
import { remedyFrontier } from './remedies/remedy-frontier.js';

/** The figures of private trainings, in the order of the page; null where the result has nothing for one. */
export function trainingFigures(result: TrainingResult): readonly (FigureDraft | null)[] {
  const { runs, sweeps, pruning, attacks } = result;
  const head = headRun(runs);
  const label = head === null ? '' : (runLabels(runs)[runs.indexOf(head)] as string);
  return [
    ...(head === null
      ? []
      : [
          learningFigure(head, label),
          riskCausesFigure(head, label),
          termsFigure(head, label),
          sumsFigure(head, label),
          besideFigure(result, head, label),
        ]),
    ...sweepFigures(sweeps),
    pruningFigure(pruning),
    remedyFrontier(result),
    ...(attacks === null ? [] : [attackFigure(attacks)]),
  ];
}

/** Figures that stand in sections of their own, by id. */
export const apart = { frontier: 'frontier', attacks: 'attacks' } as const;
