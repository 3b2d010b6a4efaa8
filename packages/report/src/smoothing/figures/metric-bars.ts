import type { SmoothingMetric, SmoothingResult, SmoothingRun } from '@dpfair/result';
import { type AxisScale, axisSpec, fitTicks, scaleSpec, shortTick, ticks } from '../../axis/index.js';
import type { TextTable } from '../../figure.js';
import type { FigureDraft } from '../../figures/drawing/figure-draft.js';
import { type Drawing, type Layout, panelGrid } from '../../figures/drawing/panel-grid.js';
import { neutrals, seriesStyle } from '../../figures/drawing/theme.js';
import { cleanText, cutName, formatNumber, formatPlain, formatWhole, MISSING } from '../../format/index.js';
import { smoothingFigureWords as say } from '../../messages/smoothing/figure-messages.js';
import { sentence } from '../../words/index.js';
import { headRun, metricOf } from '../smoothed.js';

/** More columns are in the table only. */
const MOST_BARS = 20;
const ROW = 24;

interface Weight {
  readonly column: string;
  readonly scale: number;
}

/** What a difference of 1 counts in each column, largest first; null without a metric. */
export function metricBars(result: SmoothingResult): FigureDraft | null {
  const metric = metricOf(result);
  if (metric === null || metric.columns.length === 0) return null;
  const all = weightsOf(metric);
  const counting = all.filter(({ scale }) => scale > 0);
  const shown = counting.slice(0, MOST_BARS);
  if (shown.length === 0) return null;
  const title = finding(counting);
  const [held, left] = [all.length - counting.length, counting.length - shown.length];
  return {
    id: 'metric',
    title,
    explanation: say.metricExplanation(
      held === 0 ? null : say.columnsThat(formatWhole(held)),
      left === 0 ? null : formatWhole(left),
    ),
    altText: say.metricAlt(formatWhole(shown.length), title),
    draw: (layout) => draw(shown, layout),
    table: tableOf(metric, headRun(result), all),
  };
}

function weightsOf({ columns, scales }: SmoothingMetric): readonly Weight[] {
  return columns
    .map((column, k) => ({ column: cleanText(column), scale: scales[k] ?? 0 }))
    .sort((one, other) => other.scale - one.scale);
}

function finding([first, second]: readonly Weight[]): string {
  if (first === undefined) return say.metricNone();
  if (second === undefined) return say.metricTitle(first.column, null, null);
  const times = first.scale / second.scale;
  if (times < 1.005) return say.metricTie(first.column, second.column);
  return say.metricTitle(first.column, formatNumber(times), second.column);
}

/** Of a level the name of the column is cut first: columns of many levels differ in what follows. */
function labelOf(name: string, most: number): string {
  const at = name.indexOf('=');
  if (at < 0 || name.length <= most) return cutName(name, most);
  const level = cutName(name.slice(at + 1), most - 4);
  const column = name.slice(0, Math.min(at, Math.max(2, most - level.length - 2)));
  return `${column}${column.length < at ? '\u2026' : ''}=${level}`;
}

function draw(shown: readonly Weight[], layout: Layout): Drawing {
  const narrow = layout === 'narrow';
  const left = narrow ? 126 : 190;
  const width = (narrow ? 352 : 960) - left - 24;
  const rows = {
    type: 'quantitative',
    scale: { domain: [shown.length + 0.5, 0.5], nice: false, zero: false },
    axis: null,
  };
  const scale: AxisScale = {
    type: 'linear',
    constant: 1,
    domain: [0, Math.max(...shown.map((one) => one.scale)) * 1.04],
  };
  const write = (value: number) => shortTick(formatNumber(value));
  const places = fitTicks(ticks(scale, 1, 60 / width, write), scale, width);
  const x = { type: 'quantitative', scale: scaleSpec(scale), axis: axisSpec(say.weight(), places) };
  const values = shown.map((one, k) => ({
    top: k + 0.66,
    bottom: k + 1.34,
    row: k + 1,
    weight: one.scale,
    text: labelOf(one.column, narrow ? 14 : 25),
  }));
  const layer = [
    {
      data: { values },
      mark: { type: 'rect', color: seriesStyle(0).colour, opacity: 1 },
      encoding: {
        x: { ...x, field: 'weight' },
        x2: { datum: 0 },
        y: { ...rows, field: 'top' },
        y2: { field: 'bottom' },
      },
    },
    {
      data: { values },
      mark: { type: 'text', align: 'right', baseline: 'middle', limit: 0, fill: neutrals.ink.light },
      encoding: { x: { value: -8 }, y: { ...rows, field: 'row' }, text: { field: 'text', type: 'nominal' } },
    },
  ];
  const sizes = { width, height: shown.length * ROW + 8, left, right: 24, under: 48, between: 0, above: 10 };
  return panelGrid([[{ caption: null, layer }]], sizes);
}

function tableOf(metric: SmoothingMetric, run: SmoothingRun | null, all: readonly Weight[]): TextTable {
  const held = new Map(metric.held.map(({ column, value }) => [cleanText(column), value]));
  const noiseOf = new Map(metric.columns.map((column, k) => [cleanText(column), run?.noise.scales[k] ?? null]));
  return {
    columns: [say.column(), say.weight(), say.equals(), say.noise(), say.heldAt()].map(sentence),
    rows: all.map(({ column, scale }) => [
      column,
      formatNumber(scale),
      scale > 0 ? formatNumber(0.1 / scale) : MISSING,
      formatNumber(noiseOf.get(column) ?? null),
      held.has(column) ? formatPlain(held.get(column) ?? null) : MISSING,
    ]),
  };
}
