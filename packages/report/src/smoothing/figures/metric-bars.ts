import type { SmoothingMetric, SmoothingNoise, SmoothingResult } from '@dpfair/result';
import { type AxisScale, axisSpec, fitTicks, scaleSpec, shortTick, ticks } from '../../axis/index.js';
import type { TextTable } from '../../figure.js';
import type { FigureDraft } from '../../figures/drawing/figure-draft.js';
import { type Drawing, type Layout, panelGrid } from '../../figures/drawing/panel-grid.js';
import { neutrals, seriesStyle } from '../../figures/drawing/theme.js';
import { cleanText, cutName, formatNumber, formatPlain, formatWhole } from '../../format/index.js';
import { smoothingFigureWords as say } from '../../messages/smoothing/figure-messages.js';
import { sentence } from '../../words/index.js';
import { metricOf, noiseOf } from '../smoothed.js';
import { type Weight, weightsOf } from '../words/metric-words.js';

/** More columns are in the table only. */
const MOST_BARS = 20;
const ROW = 24;

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
    table: tableOf(metric, noiseOf(result), all),
  };
}

/** Columns that count most are named up to this many. */
const MOST_TIED = 3;

function finding(counting: readonly Weight[]): string {
  const [first, second] = counting;
  if (first === undefined) return say.metricNone();
  if (second === undefined) return say.metricTitle(first.column, null, null, null);
  const times = first.scale / second.scale;
  if (!(times < 1.005)) {
    const alike = counting.slice(2).filter(({ scale }) => second.scale / scale < 1.005).length;
    return say.metricTitle(first.column, formatNumber(times), second.column, alike === 0 ? null : formatWhole(alike));
  }
  const tied = counting.filter(({ scale }) => first.scale / scale < 1.005);
  const isExact = tied.every(({ scale }) => scale === first.scale);
  const names = tied.slice(0, MOST_TIED).map(({ column }) => column);
  const others = tied.length > MOST_TIED ? formatWhole(tied.length - MOST_TIED) : null;
  return say.metricTie(names, others, tied.length === counting.length, isExact);
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

function tableOf({ columns, held }: SmoothingMetric, noise: SmoothingNoise | null, all: readonly Weight[]): TextTable {
  const heldAt = new Map(held.map(({ column, value }) => [cleanText(column), formatPlain(value)]));
  const noiseIn = new Map(columns.map((column, k) => [cleanText(column), noise?.scales[k] ?? 0]));
  const parts: readonly { readonly head: string; readonly of: (weight: Weight) => string }[] = [
    { head: say.column(), of: ({ column }) => column },
    { head: say.weight(), of: ({ scale }) => formatNumber(scale) },
    { head: say.equals(), of: ({ scale }) => (scale > 0 ? formatNumber(0.1 / scale) : say.noDifference()) },
    ...(noise === null ? [] : [{ head: say.noise(), of: ({ column }: Weight) => noiseText(noiseIn.get(column) ?? 0) }]),
    ...(noise === null || held.length === 0
      ? []
      : [{ head: say.heldAt(), of: ({ column }: Weight) => heldAt.get(column) ?? say.notHeld() }]),
  ];
  return { columns: parts.map(({ head }) => sentence(head)), rows: all.map((one) => parts.map(({ of }) => of(one))) };
}

const noiseText = (scale: number): string => (scale === 0 ? say.noNoise() : formatNumber(scale));
