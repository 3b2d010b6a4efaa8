import type { AuditResult, Cell } from '@dpfair/result';
import { type AxisScale, axisSpec, fitTicks, scaleSpec, shortTick, sizeScale, ticks } from '../../axis/index.js';
import { formatConfidence, formatNumber, formatPercent, formatWhole } from '../../format/index.js';
import { type CellGrid, cellGrid, cellOf, headlineCell, rowOf } from '../../measure/index.js';
import { flipMessages as say } from '../../messages/answer-messages.js';
import { biasMessages, panelsText } from '../../messages/figures/figure-messages.js';
import { countNoun, postWords, sentence } from '../../words/index.js';
import { hasWhiskers, MOST_POINTS } from '../bias/bias-marks.js';
import type { FigureDraft } from '../drawing/figure-draft.js';
import { type Layout, type Panel, type PanelSizes, panelGrid } from '../drawing/panel-grid.js';
import { panelSizes } from '../drawing/panel-sizes.js';
import { flipFinding } from './flip-finding.js';
import { type Flip, flipMarks, flipsOf } from './flip-marks.js';
import { flipTable } from './flip-table.js';

/** Room above and below the largest probability, for the names of the extremes. */
const ROOM = 1.3;

/**
 * Probability of a wrong answer against size, entitled entities below the line and others above: rows are mechanism and
 * budget, columns post-processing, one y axis for all, so that budgets can be compared.
 */
export function flipAgainstSize(result: AuditResult): FigureDraft | null {
  const head = headlineCell(result);
  if (head === null || head.entities.id.length === 0) return null;
  const grid = cellGrid(result);
  const noun = countNoun(result);
  const title = flipFinding(result, rowOf(grid, head).label);
  const entities = head.entities.id.length;
  const whiskers = result.cells.some(hasWhiskers);
  const flips = new Map(result.cells.map((cell) => [cell, flipsOf(cell)]));
  return {
    id: 'flip-against-size',
    title,
    explanation:
      (entities <= MOST_POINTS ? say.explanationPoints() : say.explanationDensity()) +
      (whiskers ? biasMessages.whiskers(formatConfidence(head.alpha.confidence)) : ''),
    altText: say.alt(panelsText(result.cells.length), formatWhole(entities), title),
    draw: (layout) => panelGrid(rowsOf(grid, flips, layout, noun), panelSizes(layout, grid.posts.length)),
    table: flipTable(result, grid, noun),
  };
}

function rowsOf(grid: CellGrid, flips: ReadonlyMap<Cell, readonly Flip[]>, layout: Layout, noun: string): Panel[][] {
  const sizes = panelSizes(layout, grid.posts.length);
  const all = [...flips.values()].flat();
  const x = sizeScale(all.map((flip) => flip.truth));
  const y = mirrored(all.map((flip) => Math.max(-flip.low, flip.high)));
  const rows = grid.rows.map((row, at) => {
    const cells = grid.posts.map((post) => cellOf(row, post)).filter((cell): cell is Cell => cell !== undefined);
    return cells.map(
      (cell, column): Panel => ({
        caption: [sentence(row.label), postWords(cell.post).label],
        layer: flipMarks(cell, flips.get(cell) ?? [], sizes, {
          x: xChannel(x, noun, sizes, layout === 'narrow' || at === grid.rows.length - 1),
          y: yChannel(y, sizes, layout === 'narrow' || column === 0),
          xScale: x,
          yScale: y,
        }),
      }),
    );
  });
  return layout === 'wide' ? rows : rows.flat().map((panel) => [panel]);
}

/** A linear scale with zero in its middle. */
function mirrored(sizes: readonly number[]): AxisScale {
  const most = sizes.reduce((largest, size) => Math.max(largest, size), 0);
  const end = most > 1e-290 ? most * ROOM : 1;
  return { type: 'linear', constant: 1, domain: [-end, end] };
}

function xChannel(scale: AxisScale, noun: string, sizes: PanelSizes, titled: boolean): Record<string, unknown> {
  const all = ticks(scale, 1, 78 / sizes.width, (value) => shortTick(formatNumber(value)));
  const marks = fitTicks(all, scale, sizes.width);
  return { type: 'quantitative', scale: scaleSpec(scale), axis: axisSpec(titled ? say.x(noun) : null, marks) };
}

function yChannel(scale: AxisScale, sizes: PanelSizes, labelled: boolean): Record<string, unknown> {
  const write = (value: number) => shortTick(formatPercent(Math.abs(value)));
  const half: AxisScale = { ...scale, domain: [0, scale.domain[1]] };
  const up = ticks(half, 100, 36 / sizes.height, write).filter(
    ({ value }) => value <= Math.max(1, scale.domain[1] / ROOM),
  );
  const down = up.filter(({ value }) => value > 0).map((tick) => ({ ...tick, value: -tick.value }));
  const extent = sizes.left - 26;
  const axis = axisSpec(labelled ? say.y() : null, [...down.toReversed(), ...up], {
    labels: labelled,
    ticks: labelled,
    minExtent: extent,
    maxExtent: extent,
  });
  return { type: 'quantitative', scale: scaleSpec(scale), axis };
}
