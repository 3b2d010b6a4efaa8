import type { Measured } from '@dpfair/result';
import { type AxisScale, axisSpec, fitTicks, scaleSpec, shortTick, ticks } from '../../axis/index.js';
import { cutName } from '../../format/index.js';
import { sentence } from '../../words/index.js';
import { type LegendEntry, legendHeight, legendMarks } from '../drawing/legend.js';
import { CAPTION, type Drawing, type Layout, type Panel, panelGrid } from '../drawing/panel-grid.js';
import { neutrals, seriesStyle } from '../drawing/theme.js';
import { stroke } from '../lines/line-marks.js';
import { spanScale } from '../multiples/linear-axis.js';

const ROW = 26;
const KEY_GAP = 8;

/** One kind of mark of a panel: a value a row. */
export interface DotSeries {
  readonly style: number;
  /** Whether its marks are hollow: what was before, or what others found. */
  readonly hollow: boolean;
  readonly values: readonly Measured[];
}

/** One panel: a measure of all rows. */
export interface DotPanel {
  readonly name: string;
  readonly series: readonly DotSeries[];
  readonly write: (value: number | null) => string;
}

/** Rows with names, their values with intervals in panels side by side, or under one another on a phone. */
export function drawDots(
  names: readonly string[],
  panels: readonly DotPanel[],
  legend: readonly LegendEntry[],
  layout: Layout,
): Drawing {
  const narrow = layout === 'narrow';
  const left = narrow ? 116 : 150;
  const columns = narrow ? 1 : panels.length;
  const width = Math.floor(((narrow ? 352 : 960) - left - 12 - (columns - 1) * 24) / columns);
  const height = names.length * ROW + 8;
  const room = { left: 12 - left, width: columns * width + (columns - 1) * 24 + left - 24 };
  // On a phone the axis alone is titled: there is no room for a caption in one line.
  const above = narrow ? 12 : CAPTION;
  const head = legend.length === 0 ? 0 : legendHeight(legend, room.width) + KEY_GAP;
  const key = legend.length === 0 ? [] : legendMarks(legend, { ...room, top: 10 - above - head });
  const drawn = panels.map(
    (panel, k): Panel => ({
      caption: narrow ? null : [sentence(panel.name), ''],
      layer: [
        ...dots(panel, names.length, width),
        ...(narrow || k === 0 ? [labels(names, narrow ? 15 : 20)] : []),
        ...(k === 0 ? key : []),
      ],
    }),
  );
  const rows = narrow ? drawn.map((panel) => [panel]) : [drawn];
  return panelGrid(rows, { width, height, left, right: 12, under: 48, between: 24, above, head });
}

function dots({ name, series, write }: DotPanel, rows: number, width: number): Record<string, unknown>[] {
  const known = series.map(({ values }) =>
    values.flatMap(({ estimate, lower, upper }, k) =>
      estimate === null ? [] : [{ row: k + 1, estimate, lower: lower ?? estimate, upper: upper ?? estimate }],
    ),
  );
  const scale: AxisScale = spanScale(known.flat().flatMap(({ lower, upper }) => [lower, upper]));
  const wanted = ticks(scale, 1, 60 / width, (value) => shortTick(write(value)));
  const x = {
    type: 'quantitative',
    scale: scaleSpec(scale),
    axis: axisSpec(name, fitTicks(wanted, scale, width)),
  };
  const y = { ...rowChannel(rows), field: 'row' };
  return series.flatMap(({ style, hollow }, k) => {
    const { colour, shape } = seriesStyle(style);
    const fill = hollow ? neutrals.paper.light : colour;
    const data = { values: known[k] ?? [] };
    return [
      {
        data,
        mark: { type: 'rule', color: colour, strokeWidth: hollow ? 1.5 : 4, opacity: hollow ? 0.9 : 0.45 },
        encoding: { y, x: { ...x, field: 'lower' }, x2: { field: 'upper' } },
      },
      {
        data,
        mark: {
          type: 'point',
          shape,
          size: hollow ? 120 : 56,
          filled: true,
          fill,
          opacity: 1,
          ...stroke(hollow, colour),
        },
        encoding: { y, x: { ...x, field: 'estimate' } },
      },
    ];
  });
}

function labels(names: readonly string[], longest: number): Record<string, unknown> {
  return {
    data: { values: names.map((name, k) => ({ row: k + 1, text: cutName(name, longest) })) },
    mark: { type: 'text', align: 'right', baseline: 'middle', limit: 0, fill: neutrals.ink.light },
    encoding: {
      x: { value: -8 },
      y: { ...rowChannel(names.length), field: 'row' },
      text: { field: 'text', type: 'nominal' },
    },
  };
}

const rowChannel = (rows: number) => ({
  type: 'quantitative',
  scale: { domain: [rows + 0.7, 0.3], nice: false, zero: false },
  axis: null,
});
