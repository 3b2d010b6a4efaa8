import { type AxisScale, position } from '../../axis/index.js';
import type { PanelSizes } from '../drawing/panel-grid.js';
import { neutrals, seriesStyle } from '../drawing/theme.js';

/** The gaps of one post-processing, by budget. */
export interface GapSeries {
  readonly label: string;
  readonly points: readonly {
    readonly budget: number;
    readonly gap: number;
    readonly lower: number;
    readonly upper: number;
  }[];
}

interface Channels {
  readonly x: Record<string, unknown>;
  readonly y: Record<string, unknown>;
  readonly xScale: AxisScale;
  readonly yScale: AxisScale;
}

/**
 * Lines, interval bars and points, each series labelled: beside its end when there is room on the right, else above
 * its last point.
 */
export function gapMarks(
  series: readonly GapSeries[],
  channels: Channels,
  sizes: PanelSizes,
  beside: boolean,
): Record<string, unknown>[] {
  const ends = series.map((one) => lastPoint(one, channels.xScale));
  const heights = ends.map((end) => (1 - position(channels.yScale, end.gap)) * sizes.height);
  const places = spread(heights, 16, sizes.height);
  return series.flatMap((one, index) => {
    const end = ends[index] as (typeof ends)[number];
    const shift = (places[index] as number) - (heights[index] as number);
    return seriesMarks(
      one,
      index,
      channels,
      end,
      beside ? { dx: 12, dy: shift, align: 'left' } : { dx: 0, dy: shift - 14, align: 'right' },
    );
  });
}

function seriesMarks(
  { label, points }: GapSeries,
  index: number,
  { x, y, yScale }: Channels,
  end: GapSeries['points'][number],
  offset: { readonly dx: number; readonly dy: number; readonly align: string },
): Record<string, unknown>[] {
  const { colour, shape, dash } = seriesStyle(index);
  const bottom = yScale.domain[0];
  const values = points.map((point) => ({ ...point, lower: Math.max(bottom, point.lower) }));
  const at = { x: { ...x, field: 'budget' }, y: { ...y, field: 'gap' } };
  const name = {
    data: { values: [{ ...end, name: label }] },
    encoding: { ...at, text: { field: 'name', type: 'nominal' } },
  };
  const text = { type: 'text', baseline: 'middle', limit: 0, ...offset };
  const paper = neutrals.paper.light;
  return [
    {
      data: { values },
      mark: { type: 'rule', color: colour, strokeWidth: 4, opacity: 0.45 },
      encoding: { x: at.x, y: { ...y, field: 'lower' }, y2: { field: 'upper' } },
    },
    { data: { values }, mark: { type: 'line', color: colour, strokeWidth: 2, strokeDash: dash }, encoding: at },
    {
      data: { values },
      mark: { type: 'point', shape, size: 70, filled: true, color: colour, opacity: 1 },
      encoding: at,
    },
    { ...name, mark: { ...text, fill: paper, stroke: paper, strokeWidth: 4, strokeJoin: 'round' } },
    { ...name, mark: { ...text, fill: neutrals.ink.light } },
  ];
}

/** The point drawn furthest right. */
function lastPoint({ points }: GapSeries, scale: AxisScale): GapSeries['points'][number] {
  return points.reduce((best, point) => (position(scale, point.budget) > position(scale, best.budget) ? point : best));
}

/** Moves heights apart until neighbours are at least `gap` pixels from one another, keeping their order. */
function spread(heights: readonly number[], gap: number, limit: number): number[] {
  const order = heights
    .map((_, index) => index)
    .sort((first, second) => (heights[first] as number) - (heights[second] as number));
  const placed = [...heights];
  let last = Number.NEGATIVE_INFINITY;
  for (const index of order) {
    placed[index] = Math.max(placed[index] as number, last + gap);
    last = placed[index] as number;
  }
  let next = limit;
  for (const index of order.toReversed()) {
    placed[index] = Math.min(placed[index] as number, next);
    next = (placed[index] as number) - gap;
  }
  return placed;
}
