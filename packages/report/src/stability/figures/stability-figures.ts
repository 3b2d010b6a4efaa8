import type { StabilityResult } from '@dpfair/result';
import type { FigureDraft } from '../../figures/drawing/figure-draft.js';
import { measures } from '../measures.js';
import { boundsFigure } from './bounds-figure.js';
import { dotsFigure } from './dots-figure.js';
import { measureFigure } from './measure-figure.js';
import { rateFigures } from './rates-figure.js';

/** The figures of stable and fair classification, in the order of the page; null where the result has nothing for one. */
export function stabilityFigures(result: StabilityResult): readonly (FigureDraft | null)[] {
  return [
    dotsFigure(result),
    ...measures.map((measure) => measureFigure(result, measure)),
    ...rateFigures(result),
    boundsFigure(result),
  ];
}
