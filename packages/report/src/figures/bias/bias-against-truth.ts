import type { AuditResult, Cell } from '@dpfair/result';
import {
  type AxisScale,
  axisSpec,
  fitTicks,
  scaleSpec,
  shortTick,
  signedScale,
  sizeScale,
  ticks,
  widen,
} from '../../axis/index.js';
import { formatConfidence, formatWhole } from '../../format/index.js';
import {
  type CellGrid,
  cellGrid,
  cellOf,
  headlineCell,
  type OutcomeUnit,
  outcomeUnit,
  rowOf,
} from '../../measure/index.js';
import { panelsText, biasMessages as say } from '../../messages/figures/figure-messages.js';
import { postWords, sentence } from '../../words/index.js';
import type { FigureDraft } from '../drawing/figure-draft.js';
import { type Layout, type Panel, type PanelSizes, panelGrid } from '../drawing/panel-grid.js';
import { panelSizes } from '../drawing/panel-sizes.js';
import { seriesStyle } from '../drawing/theme.js';
import { biasFinding } from './bias-finding.js';
import { biasMarks, hasWhiskers, MOST_POINTS, pointsOf } from './bias-marks.js';
import { biasTable } from './bias-table.js';
import type { Point } from './point.js';

type Points = ReadonlyMap<Cell, readonly Point[]>;

/** Bias against true size: rows are mechanism and budget, columns post-processing, one y axis a row. */
export function biasAgainstTruth(result: AuditResult): FigureDraft | null {
  const head = headlineCell(result);
  if (head === null || head.entities.id.length === 0) return null;
  const grid = cellGrid(result);
  const cells = grid.rows.flatMap((row) => row.cells);
  const size = outcomeUnit(result, head.entities.truth);
  const unit = outcomeUnit(
    result,
    cells.map((cell) => cell.alpha.estimate),
  );
  const title = biasFinding(result, rowOf(grid, head).label);
  const entities = head.entities.id.length;
  const whiskers = cells.some(hasWhiskers);
  const explanation =
    (entities <= MOST_POINTS ? say.explanationPoints() : say.explanationDensity()) +
    (whiskers ? say.whiskers(formatConfidence(head.alpha.confidence)) : '');
  const points: Points = new Map(cells.map((cell) => [cell, pointsOf(cell)]));
  return {
    id: 'bias-against-truth',
    title,
    explanation,
    altText: say.alt(panelsText(cells.length), formatWhole(entities), title),
    draw: (layout) => panelGrid(rowsOf(grid, points, layout, size, unit), panelSizes(layout, grid.posts.length)),
    table: biasTable(result, grid, size, unit),
  };
}

function rowsOf(grid: CellGrid, points: Points, layout: Layout, size: OutcomeUnit, unit: OutcomeUnit): Panel[][] {
  const sizes = panelSizes(layout, grid.posts.length);
  const x = sizeScale(grid.rows.flatMap((row) => row.cells[0]?.entities.truth ?? []));
  const rows = grid.rows.map((row, at) => {
    const y = widen(
      signedScale(row.cells.flatMap((cell) => ends(points.get(cell) ?? [], unit.kind === 'seats' ? NO_SEATS : 0))),
      0.08,
      0.08,
    );
    const cells = grid.posts.map((post) => cellOf(row, post)).filter((cell): cell is Cell => cell !== undefined);
    return cells.map(
      (cell, column): Panel => ({
        caption: [sentence(row.label), postWords(cell.post).label],
        layer: biasMarks(
          cell,
          points.get(cell) ?? [],
          sizes,
          {
            x: xChannel(x, size, sizes, layout === 'narrow' || at === grid.rows.length - 1),
            y: yChannel(y, unit, sizes, layout === 'narrow' || column === 0),
            xScale: x,
            yScale: y,
          },
          seriesStyle(grid.posts.indexOf(cell.post)).colour,
        ),
      }),
    );
  });
  return layout === 'wide' ? rows : rows.flat().map((panel) => [panel]);
}

/** Fewer seats than these are not written, and are no move: rounding. */
const NO_SEATS = 1e-6;

/**
 * Smallest and largest end of the intervals, and the smallest size that is not zero: what a scale needs.
 *
 * @param least sizes below this are zero.
 */
function ends(all: readonly Point[], least: number): number[] {
  const points = all.filter(({ low, high }) => Math.max(Math.abs(low), Math.abs(high)) >= least);
  let [low, high, smallest] = [0, 0, Number.POSITIVE_INFINITY];
  for (const point of points) {
    low = Math.min(low, point.low);
    high = Math.max(high, point.high);
    const size = Math.min(Math.abs(point.low) || smallest, Math.abs(point.high) || smallest);
    smallest = Math.min(smallest, size);
  }
  return Number.isFinite(smallest) ? [low, high, smallest] : [low, high];
}

function xChannel(scale: AxisScale, size: OutcomeUnit, sizes: PanelSizes, titled: boolean): Record<string, unknown> {
  const all = ticks(scale, size.factor, 78 / sizes.width, (value) => shortTick(size.cell(value)));
  const marks = fitTicks(all, scale, sizes.width);
  return { type: 'quantitative', scale: scaleSpec(scale), axis: axisSpec(titled ? say.x(size.header) : null, marks) };
}

function yChannel(scale: AxisScale, unit: OutcomeUnit, sizes: PanelSizes, labelled: boolean): Record<string, unknown> {
  const marks = ticks(scale, unit.factor, 18 / sizes.height, (value) => shortTick(unit.cell(value)));
  const axis = axisSpec(labelled ? say.y(unit.header) : null, marks, {
    labels: labelled,
    ticks: labelled,
    minExtent: sizes.left - 26,
    maxExtent: sizes.left - 26,
  });
  return { type: 'quantitative', scale: scaleSpec(scale), axis };
}
