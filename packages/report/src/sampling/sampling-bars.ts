import type { AuditResult, Cell, Harm } from '@dpfair/result';
import { type AxisScale, axisSpec, scaleSpec, shortTick, ticks } from '../axis/index.js';
import type { TextTable } from '../figure.js';
import type { FigureDraft } from '../figures/drawing/figure-draft.js';
import { type Layout, type Panel, panelGrid } from '../figures/drawing/panel-grid.js';
import { panelSizes } from '../figures/drawing/panel-sizes.js';
import { neutrals, seriesStyle } from '../figures/drawing/theme.js';
import { undefinedMark } from '../figures/drawing/undefined-mark.js';
import { formatNumber, formatRange } from '../format/index.js';
import { type CellGrid, cellGrid, cellOf, rowOf } from '../measure/index.js';
import { panelsText } from '../messages/figures/figure-messages.js';
import { samplingWords as say } from '../messages/sampling-messages.js';
import { atLabel, postWords, sentence } from '../words/index.js';
import { headlineSplit } from './sampling-sentence.js';
import { type TotalError, totalError } from './total-error.js';

const HEIGHT = 92;
const BAR = 16;
/** Places of the three bars from above, on an axis from 0.4 to 3.6. */
const PLACES = [3, 2, 1] as const;

/** Bars of the expected absolute error: sampling alone, privacy alone, both; null where sampling error was not asked for. */
export function samplingBars(result: AuditResult): FigureDraft | null {
  const found = headlineSplit(result);
  if (found === null) return null;
  const grid = cellGrid(result);
  const total = totalError(result);
  const title = sentence(titleOf(atLabel(rowOf(grid, found.cell).label), found.cell));
  return {
    id: 'sampling-and-privacy',
    title,
    explanation: say.figureExplanation(),
    altText: say.figureAlt(panelsText(result.cells.length), title),
    draw: (layout) => panelGrid(panelsOf(grid, total, layout), sizesOf(layout, grid)),
    table: tableOf(grid, total),
  };
}

function titleOf(at: string, { post, sampling: split }: Cell): string {
  const ratio = split?.ratio.estimate ?? null;
  if (ratio === null) return say.figureTitleNone();
  return say.figureTitle(at, postWords(post).phrase, formatNumber(ratio));
}

const sizesOf = (layout: Layout, { posts }: CellGrid) => ({ ...panelSizes(layout, posts.length), height: HEIGHT });

/** What the three bars of a cell stand for, from above. */
function barsOf({ sampling: split }: Cell): readonly { readonly name: string; readonly harm: Harm }[] {
  if (!split) return [];
  return [split.sampling, split.privacy, split.both].map((harm, k) => ({ name: say.bars[k] as string, harm }));
}

function panelsOf(grid: CellGrid, total: TotalError, layout: Layout): Panel[][] {
  const sizes = sizesOf(layout, grid);
  const ends = grid.rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => barsOf(cell).map(({ harm }) => harm.absolute.upper ?? 0)),
  );
  const x: AxisScale = { type: 'linear', constant: 1, domain: [0, Math.max(...ends, Number.MIN_VALUE) * 1.05] };
  const rows = grid.rows.map((row, at) =>
    grid.posts.flatMap((post, column): Panel[] => {
      const cell = cellOf(row, post);
      if (cell === undefined) return [];
      const titled = layout === 'narrow' || at === grid.rows.length - 1;
      const labelled = layout === 'narrow' || column === 0;
      const layer = marks(cell, xChannel(x, total, titled, sizes.width), yChannel(labelled, sizes.left));
      return [
        {
          caption: [sentence(row.label), postWords(post).label],
          layer: cell.sampling ? layer : undefinedMark(sizes),
        },
      ];
    }),
  );
  return layout === 'wide' ? rows : rows.flat().map((panel) => [panel]);
}

type Channel = Record<string, unknown>;

function marks(cell: Cell, x: Channel, y: Channel): Record<string, unknown>[] {
  return barsOf(cell).flatMap(({ harm }, k) => {
    const { estimate, lower, upper } = harm.absolute;
    const data = { values: [{ place: PLACES[k], zero: 0, estimate, lower, upper }] };
    const at = { y: { ...y, field: 'place' } };
    return [
      {
        data,
        mark: { type: 'rule', color: seriesStyle(k).colour, strokeWidth: BAR },
        encoding: { ...at, x: { ...x, field: 'zero' }, x2: { field: 'estimate' } },
      },
      {
        data,
        mark: { type: 'rule', color: neutrals.ink.light, strokeWidth: 2 },
        encoding: { ...at, x: { ...x, field: 'lower' }, x2: { field: 'upper' } },
      },
    ];
  });
}

function xChannel(scale: AxisScale, total: TotalError, titled: boolean, width: number): Channel {
  const places = ticks(scale, total.factor, 84 / width, (value) => shortTick(total.cell(value)));
  return { type: 'quantitative', scale: scaleSpec(scale), axis: axisSpec(titled ? total.measure : null, places) };
}

function yChannel(labelled: boolean, left: number): Channel {
  const places = PLACES.map((value, k) => ({ value, label: say.bars[k] as string }));
  const more = { labels: labelled, ticks: false, grid: false, minExtent: left - 26, maxExtent: left - 26 };
  const scale: AxisScale = { type: 'linear', constant: 1, domain: [0.4, 3.6] };
  return { type: 'quantitative', scale: scaleSpec(scale), axis: axisSpec(null, places, more) };
}

function tableOf(grid: CellGrid, total: TotalError): TextTable {
  const rows = grid.rows.flatMap(({ label, cells }) =>
    cells.flatMap((cell) =>
      barsOf(cell).map(({ name, harm: { absolute } }) => [
        label,
        postWords(cell.post).label,
        name,
        total.cell(absolute.estimate),
        formatRange(absolute.estimate, absolute.lower, absolute.upper, total.cell) ?? total.cell(absolute.estimate),
      ]),
    ),
  );
  return { columns: say.rowColumns(total.measure), rows };
}
