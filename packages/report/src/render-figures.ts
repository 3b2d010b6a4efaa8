import type { Result } from '@dpfair/result';
import type { Figure } from './figure.js';
import { biasAgainstTruth } from './figures/bias/bias-against-truth.js';
import { drawSvg } from './figures/drawing/draw-svg.js';
import type { FigureDraft } from './figures/drawing/figure-draft.js';
import { flipAgainstSize } from './figures/flip/flip-against-size.js';
import { gapAgainstBudget } from './figures/gap/gap-against-budget.js';
import { groupForest } from './figures/group-forest.js';
import { harmBySize } from './figures/harm-by-size.js';

/** All figures, in the order of the page; each is left out where the result has nothing for it. */
const figures: readonly ((result: Result) => FigureDraft | null)[] = [
  biasAgainstTruth,
  gapAgainstBudget,
  harmBySize,
  groupForest,
];

/** Those of a yes-or-no rule, whose truths of 0 and 1 are no size and have no percentage. */
const answerFigures: typeof figures = [flipAgainstSize, gapAgainstBudget];

/**
 * Draws the figures a result has data for: bias against true size, gap against budget (two budgets or more), harm by
 * size (20 entities or more) and groups; of a yes-or-no rule flip probability against size, and gap against budget. Nothing is estimated here; every number comes from the result.
 *
 * @param result a validated result
 * @returns figures in the order of the page; the same result gives the same bytes
 */
export async function renderFigures(result: Result): Promise<Figure[]> {
  const drawn: Figure[] = [];
  for (const make of result.unit === 'probability' ? answerFigures : figures) {
    const draft = make(result);
    if (draft === null) continue;
    const { draw, ...words } = draft;
    const [wide, narrow] = [draw('wide'), draw('narrow')];
    drawn.push({
      ...words,
      spec: wide.spec,
      svg: await drawSvg(wide, words.altText),
      svgNarrow: await drawSvg(narrow, words.altText),
    });
  }
  return drawn;
}
