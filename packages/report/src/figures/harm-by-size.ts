import type { AuditResult, Cell, SizeDecile } from '@dpfair/result';
import { type AxisScale, axisSpec, scaleSpec, shortTick, signedScale, ticks } from '../axis/index.js';
import type { TextTable } from '../figure.js';
import { formatPercent, formatWhole } from '../format/index.js';
import {
  type CellGrid,
  cellGrid,
  cellOf,
  headlineCell,
  measured,
  type OutcomeUnit,
  outcomeUnit,
  rowOf,
} from '../measure/index.js';
import { panelsText, sizeMessages as say } from '../messages/figures/figure-messages.js';
import { atLabel, postWords, sentence } from '../words/index.js';
import type { FigureDraft } from './drawing/figure-draft.js';
import { type Layout, type Panel, type PanelSizes, panelGrid } from './drawing/panel-grid.js';
import { panelSizes } from './drawing/panel-sizes.js';
import { neutrals, seriesStyle } from './drawing/theme.js';
import { undefinedMark } from './drawing/undefined-mark.js';

type Tenths = ReadonlyMap<Cell, readonly SizeDecile[]>;

/** Percent gain or loss by tenth of true size; null when fewer than 20 entities have a percentage. */
export function harmBySize(result: AuditResult): FigureDraft | null {
  const head = headlineCell(result);
  const tenths: Tenths = new Map(result.cells.map((cell) => [cell, cell.bySize]));
  const headTenths = head === null ? undefined : tenths.get(head);
  if (head === null || headTenths === undefined || headTenths.length === 0) return null;
  const grid = cellGrid(result);
  const size = outcomeUnit(result, head.entities.truth);
  const { label } = rowOf(grid, head);
  const title = finding(atLabel(label), head, headTenths);
  const zeros = head.entities.truth.filter((truth) => truth <= 0).length;
  return {
    id: 'harm-by-size',
    title,
    explanation: say.explanation() + (zeros > 0 ? say.omitted(formatWhole(zeros)) : ''),
    altText: say.alt(panelsText(result.cells.length), title),
    draw: (layout) => panelGrid(rowsOf(grid, tenths, layout), panelSizes(layout, grid.posts.length)),
    table: table(grid, tenths, size),
  };
}

function finding(at: string, head: Cell, tenths: readonly SizeDecile[]): string {
  const words = (median: number) => {
    if (median === 0) return say.same();
    return median > 0 ? say.gains(formatPercent(median)) : say.loses(formatPercent(-median));
  };
  const [small, large] = [tenths[0] as SizeDecile, tenths.at(-1) as SizeDecile];
  return sentence(say.title(at, postWords(head.post).phrase, words(small.median), words(large.median)));
}

function rowsOf(grid: CellGrid, tenths: Tenths, layout: Layout): Panel[][] {
  const sizes = panelSizes(layout, grid.posts.length);
  const rows = grid.rows.map((row, at) => {
    const all = row.cells.flatMap((cell) => tenths.get(cell) ?? []);
    const y = signedScale(all.flatMap(({ low, median, high }) => [low, median, high]));
    const cells = grid.posts.map((post) => cellOf(row, post)).filter((cell): cell is Cell => cell !== undefined);
    return cells.map(
      (cell, column): Panel => ({
        caption: [sentence(row.label), postWords(cell.post).label],
        layer: marks(tenths.get(cell) ?? [], grid.posts.indexOf(cell.post), {
          x: xChannel(layout === 'narrow' || at === grid.rows.length - 1),
          y: yChannel(y, sizes, layout === 'narrow' || column === 0),
        }).concat(measured(cell) ? [] : undefinedMark(sizes)),
      }),
    );
  });
  return layout === 'wide' ? rows : rows.flat().map((panel) => [panel]);
}

function marks(
  values: readonly SizeDecile[],
  index: number,
  { x, y }: Record<'x' | 'y', Record<string, unknown>>,
): Record<string, unknown>[] {
  const { colour, shape } = seriesStyle(index);
  const at = { x: { ...x, field: 'decile' } };
  return [
    {
      data: { values: [{ zero: 0 }] },
      mark: { type: 'rule', color: neutrals.ink.light, strokeWidth: 1 },
      encoding: { y: { ...y, field: 'zero' } },
    },
    {
      data: { values },
      mark: { type: 'rule', color: colour, strokeWidth: 6, opacity: 0.4 },
      encoding: { ...at, y: { ...y, field: 'low' }, y2: { field: 'high' } },
    },
    {
      data: { values },
      mark: { type: 'point', shape, size: 60, filled: true, color: colour, opacity: 1 },
      encoding: { ...at, y: { ...y, field: 'median' } },
    },
  ];
}

function xChannel(titled: boolean): Record<string, unknown> {
  const tenths = Array.from({ length: 10 }, (_, index) => ({ value: index + 1, label: String(index + 1) }));
  const scale: AxisScale = { type: 'linear', constant: 1, domain: [0.4, 10.6] };
  return {
    type: 'quantitative',
    scale: scaleSpec(scale),
    axis: axisSpec(titled ? say.x() : null, tenths, { grid: false }),
  };
}

function yChannel(scale: AxisScale, sizes: PanelSizes, labelled: boolean): Record<string, unknown> {
  const places = ticks(scale, 100, 18 / sizes.height, (value) => shortTick(formatPercent(value)));
  const extent = sizes.left - 26;
  const more = { labels: labelled, ticks: labelled, minExtent: extent, maxExtent: extent };
  return { type: 'quantitative', scale: scaleSpec(scale), axis: axisSpec(labelled ? say.y() : null, places, more) };
}

function table(grid: CellGrid, tenths: Tenths, size: OutcomeUnit): TextTable {
  const rows = grid.rows.flatMap((row) =>
    row.cells.flatMap((cell) =>
      (tenths.get(cell) ?? []).map((tenth) => [
        row.label,
        postWords(cell.post).label,
        String(tenth.decile),
        formatWhole(tenth.entities),
        size.cell(tenth.smallest),
        size.cell(tenth.largest),
        formatPercent(tenth.low),
        formatPercent(tenth.median),
        formatPercent(tenth.high),
      ]),
    ),
  );
  return { columns: say.columns(size.header), rows };
}
