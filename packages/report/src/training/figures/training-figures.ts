import type { TrainingResult } from '@dpfair/result';
import type { FigureDraft } from '../../figures/drawing/figure-draft.js';
import { headRun } from '../runs.js';
import { runLabels } from '../words/run-words.js';
import { learningFigure } from './areas/learning-figure.js';
import { sumsFigure } from './areas/sums-figure.js';

/** The figures of private trainings, in the order of the page; null where the result has nothing for one. */
export function trainingFigures(result: TrainingResult): readonly (FigureDraft | null)[] {
  const { runs } = result;
  const head = headRun(runs);
  if (head === null) return [];
  const label = runLabels(runs)[runs.indexOf(head)] as string;
  return [learningFigure(head, label), sumsFigure(head, label)];
}
