import type { Result } from '@dpfair/result';
import type { Figure } from './figure.js';
import { drawSvg } from './figures/drawing/draw-svg.js';
import { viewOf } from './kinds/result-views.js';

/**
 * Draws the figures a result has data for: bias against true size, gap against budget (two budgets or more), harm by
 * size (20 entities or more), groups and a map; of a yes-or-no rule wrong answers against the distance to the threshold, its
 * parts, gap against budget and a map; of a comparison of mitigations gap against price. Nothing is estimated here; every number comes from the result.
 *
 * @param result a validated result
 * @returns figures in the order of the page; the same result gives the same bytes
 */
export async function renderFigures(result: Result): Promise<Figure[]> {
  const drawn: Figure[] = [];
  for (const draft of await Promise.all(viewOf(result).figures(result))) {
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
