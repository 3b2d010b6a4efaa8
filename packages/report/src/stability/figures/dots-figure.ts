import type { StabilityCell, StabilityResult } from '@dpfair/result';
import { drawDots } from '../../figures/dots/draw-dots.js';
import type { FigureDraft } from '../../figures/drawing/figure-draft.js';
import { neutrals, seriesStyle } from '../../figures/drawing/theme.js';
import { cleanText, formatPlain, formatWhole } from '../../format/index.js';
import { stabilityFigureWords as say } from '../../messages/stability/figure-messages.js';
import { stabilityWords as words } from '../../messages/stability/word-messages.js';
import { sentence } from '../../words/index.js';
import { measures, plainText, repeatedText } from '../measures.js';
import { besideOf, labelOf, showsShrinkage } from '../variants.js';
import { lambdasOf } from './lambda-axis.js';

/** More algorithms are in the table only. */
const MOST_ROWS = 24;

/** All measures of each algorithm side by side, where there is one lambda; else null, for then there are lines. */
export function dotsFigure(result: StabilityResult): FigureDraft | null {
  const { cells } = result;
  if (lambdasOf(result).length !== 1 || cells.length < 2) return null;
  const names = cells.map((cell) => say.row(labelOf(result, cell), cleanText(cell.group)));
  const known = measures.filter(({ of }) => cells.some((cell) => of(cell).estimate !== null));
  if (known.length === 0) return null;
  const shown = cells.slice(0, MOST_ROWS);
  const published = shown.some((cell) => known.some((measure) => measure.published(cell).mean !== null));
  const panels = known.map((measure) => ({
    name: measure.name,
    write: measure.write,
    series: [
      ...(published
        ? [{ style: 1, hollow: true, values: shown.map((cell) => exactly(measure.published(cell).mean)) }]
        : []),
      { style: 0, hollow: false, values: shown.map((cell) => measure.of(cell)) },
    ],
  }));
  const [one, other] = [seriesStyle(0), seriesStyle(1)];
  const legend = published
    ? [
        { text: sentence(say.ours()), colour: one.colour, shape: one.shape },
        { text: sentence(say.published()), colour: neutrals.paper.light, shape: other.shape },
      ]
    : [];
  const title = finding(result, cells);
  return {
    id: 'algorithms',
    title,
    explanation: say.dotsExplanation(
      showsShrinkage(result) ? say.plainDot() : null,
      published,
      cells.length > shown.length ? formatWhole(cells.length - shown.length) : null,
    ),
    altText: say.dotsAlt(formatWhole(shown.length), title),
    draw: (layout) => drawDots(names.slice(0, MOST_ROWS), panels, legend, layout),
    table: {
      columns: [say.algorithm(), ...known.map(({ name }) => name)].map(sentence),
      rows: cells.map((cell, k) => [
        names[k] as string,
        ...known.map(({ of, write }) => repeatedText(cell, of(cell), write)),
      ]),
    },
  };
}

const exactly = (estimate: number | null) => ({ estimate, lower: estimate, upper: estimate });

/** The most stable, where its interval lies below all others. */
function finding(result: StabilityResult, cells: readonly StabilityCell[]): string {
  const [best, ...others] = cells
    .filter(({ stab }) => stab.estimate !== null)
    .sort((one, other) => (one.stab.estimate ?? 0) - (other.stab.estimate ?? 0));
  const [measure] = measures;
  const labels = new Set(result.cells.map((cell) => labelOf(result, cell)));
  if (labels.size === 1 && cells[0] !== undefined)
    return say.dotsOne(labelOf(result, cells[0]), words.lambda(formatPlain(cells[0].lambda)));
  if (best === undefined || measure === undefined) return say.dotsOpen();
  const clear = others.length > 0 && others.every((other) => besideOf(best.stab, other.stab) === 'below');
  if (!clear) return say.dotsOpen();
  return say.dotsTitle(labelOf(result, best), cleanText(best.group), plainText(best.stab, measure.write));
}
