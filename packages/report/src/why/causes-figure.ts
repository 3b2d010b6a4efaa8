import type { AuditResult, Cell } from '@dpfair/result';
import { type AxisScale, axisSpec, fitTicks, scaleSpec, shortTick, ticks, widen } from '../axis/index.js';
import type { TextTable } from '../figure.js';
import type { FigureDraft } from '../figures/drawing/figure-draft.js';
import { type Drawing, type Layout, type Panel, panelGrid } from '../figures/drawing/panel-grid.js';
import { neutrals, seriesStyle } from '../figures/drawing/theme.js';
import { cleanText, cutName, formatInterval, formatPercent, formatWhole } from '../format/index.js';
import {
  cellGrid,
  entityView,
  headlineCell,
  type OutcomeUnit,
  outcomeUnit,
  rankByBias,
  rowOf,
  simultaneousMultiplier,
} from '../measure/index.js';
import { whyMessages as say } from '../messages/why-messages.js';
import { postWords, sentence } from '../words/index.js';
import { partsOf, type WeightedPart } from './parts.js';
import { whereOf } from './why-sentence.js';

const MOST = 10;
const ROW = 22;
const BAR = 12;

/** Stripes of each part, so that it is told from its neighbours without colour: [drawn, left out] pixels along the bar. */
const stripes = [
  [1, 0],
  [3, 2],
  [2, 4],
  [6, 3],
  [1, 1],
] as const;

/** Gains and losses split by cause, of the entities harmed and helped most in the headline's cell; null where there is nothing to split. */
export function causesFigure(result: AuditResult): FigureDraft | null {
  const cell = headlineCell(result);
  if (cell === null) return null;
  const parts = partsOf(cell);
  const [first] = parts;
  const sides = sidesOf(cell);
  const shown = sides.flat();
  // One cause is said in a sentence and needs no picture.
  if (first === undefined || parts.length === 1 || shown.length === 0) return null;
  const unit = outcomeUnit(
    result,
    shown.map((index) => cell.entities.bias[index] ?? null),
  );
  const title = say.title(whereOf(result, cell), say.causes[first.cause].label, formatPercent(first.weight));
  const styles = parts.map(({ cause }, k) => say.style(say.patterns[k] as string, say.causes[cause].label)).join(', ');
  const count = formatWhole(shown.length);
  return {
    id: 'causes',
    title,
    explanation: say.explanation(count, styles),
    altText: say.alt(count, title),
    draw: (layout) => draw(result, cell, parts, sides, unit, layout),
    table: tableOf(result, cell, parts, shown, unit),
  };
}

/** Those with the largest loss, and those with the largest gain, largest first. */
function sidesOf(cell: Cell): readonly (readonly number[])[] {
  const ranked = rankByBias(cell);
  const bias = (index: number) => cell.entities.bias[index] as number;
  const harmed = ranked.slice(0, MOST).filter((index) => bias(index) < 0);
  const helped = ranked.slice(-MOST).filter((index) => bias(index) > 0);
  return [harmed, helped.reverse()];
}

interface Piece {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** The parts of an entity side by side, in the unit of the axis: those that add to the right of zero, those that take to the left. */
function piecesOf(parts: readonly WeightedPart[], shown: readonly number[], factor: number): Piece[][] {
  const ends = shown.map(() => ({ gain: 0, loss: 0 }));
  return parts.map(({ component }) =>
    shown.map((index, k) => {
      const size = (component.bias[index] ?? 0) * factor;
      const end = ends[k] as { gain: number; loss: number };
      const side = size < 0 ? 'loss' : 'gain';
      const from = end[side];
      end[side] += size;
      return { row: k + 1, from, to: end[side] };
    }),
  );
}

/** Harmed and helped each have a panel and a scale of their own: losses of the largest dwarf the gains of the smallest. */
function draw(
  result: AuditResult,
  cell: Cell,
  parts: readonly WeightedPart[],
  sides: readonly (readonly number[])[],
  unit: OutcomeUnit,
  layout: Layout,
): Drawing {
  const narrow = layout === 'narrow';
  const [left, right] = [narrow ? 124 : 180, narrow ? 12 : 24];
  const between = narrow ? 0 : left + 6;
  const filled = sides.flatMap((shown, side) => (shown.length === 0 ? [] : [{ shown, side }]));
  const columns = narrow ? 1 : filled.length;
  const width = Math.floor(
    ((narrow ? 352 : 960) - left - right - (columns - 1) * between) / Math.max(2 - Number(narrow), columns),
  );
  const rows = Math.max(...filled.map(({ shown }) => shown.length));
  const where = `${sentence(rowOf(cellGrid(result), cell).label)}, ${postWords(cell.post).label}`;
  const panels = filled.map(({ shown, side }): Panel => {
    const caption = [side === 0 ? say.harmed() : say.helped(), where] as const;
    return { caption, layer: marks(result, cell, parts, shown, unit, { width, rows, longest: narrow ? 15 : 23 }) };
  });
  const grid = narrow ? panels.map((panel) => [panel]) : [panels];
  return panelGrid(grid, { width, height: rows * ROW + 8, left, right, under: 48, between });
}

function marks(
  result: AuditResult,
  cell: Cell,
  parts: readonly WeightedPart[],
  shown: readonly number[],
  { factor, cell: write, header }: OutcomeUnit,
  { width, rows, longest }: { readonly width: number; readonly rows: number; readonly longest: number },
): Record<string, unknown>[] {
  const stacked = piecesOf(parts, shown, factor);
  const all = stacked.flat().flatMap(({ from, to }) => [from, to]);
  const [low, high] = [Math.min(0, ...all), Math.max(0, ...all)];
  const x: AxisScale = widen({ type: 'linear', constant: 1, domain: [low, high > low ? high : low + 1] }, 0.04, 0.04);
  const places = fitTicks(
    ticks(x, 1, 84 / width, (value) => shortTick(write(value / factor))),
    x,
    width,
  );
  const along = { type: 'quantitative', scale: scaleSpec(x), axis: axisSpec(say.x(header), places) };
  return [
    ...stacked.map((data, k) => ({
      data: { values: data },
      mark: {
        type: 'rule',
        color: seriesStyle(k).colour,
        strokeWidth: BAR,
        strokeDash: [...(stripes[k] as readonly number[])],
      },
      encoding: { y: rowChannel(rows), x: { ...along, field: 'from' }, x2: { field: 'to' } },
    })),
    {
      data: { values: [{ zero: 0 }] },
      mark: { type: 'rule', color: neutrals.ink.light, strokeWidth: 1 },
      encoding: { x: { ...along, field: 'zero' } },
    },
    {
      data: { values: shown.map((index, k) => ({ row: k + 1, sum: (cell.entities.bias[index] ?? 0) * factor })) },
      mark: { type: 'point', shape: 'diamond', size: 60, filled: true, color: neutrals.ink.light, opacity: 1 },
      encoding: { y: rowChannel(rows), x: { ...along, field: 'sum' } },
    },
    names(result, cell, shown, rows, longest),
  ];
}

function rowChannel(rows: number): Record<string, unknown> {
  const scale = { type: 'linear', domain: [rows + 0.7, 0.3], nice: false, zero: false };
  return { field: 'row', type: 'quantitative', scale, axis: null };
}

/** Names beside the plot, cut where they are long. */
function names(
  result: AuditResult,
  cell: Cell,
  shown: readonly number[],
  rows: number,
  longest: number,
): Record<string, unknown> {
  const values = shown.map((index, k) => ({
    row: k + 1,
    text: cutName(cleanText(entityView(result, cell, index).name), longest),
  }));
  return {
    data: { values },
    mark: { type: 'text', align: 'right', baseline: 'middle', fill: neutrals.ink.light, limit: 0 },
    encoding: { y: rowChannel(rows), x: { value: -8 }, text: { field: 'text', type: 'nominal' } },
  };
}

function tableOf(
  result: AuditResult,
  cell: Cell,
  parts: readonly WeightedPart[],
  shown: readonly number[],
  unit: OutcomeUnit,
): TextTable {
  const columns = [say.entity(), ...parts.map(({ cause }) => say.causes[cause].label), `${say.sum()} (${unit.header})`];
  const rows = shown.map((index) => {
    const view = entityView(result, cell, index);
    return [
      view.name,
      ...parts.map((part) => partText(cell, part, index, unit)),
      formatInterval(view.bias, view.lower, view.upper, unit.cell),
    ];
  });
  return { columns, rows };
}

/** A part with an interval of the width of those of the sums; none where it was not simulated. */
function partText(cell: Cell, { component }: WeightedPart, index: number, unit: OutcomeUnit): string {
  const bias = component.bias[index] ?? null;
  const error = component.standardError?.[index] ?? null;
  if (bias === null || error === null) return unit.cell(bias);
  const half = (simultaneousMultiplier(cell) ?? 0) * error;
  return formatInterval(bias, bias - half, bias + half, unit.cell);
}
