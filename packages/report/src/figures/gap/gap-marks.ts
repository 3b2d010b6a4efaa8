import type { AxisScale } from '../../axis/index.js';
import type { SeriesStyle } from '../drawing/theme.js';

/** The gaps of one post-processing, by budget. */
export interface GapSeries {
  readonly label: string;
  readonly style: SeriesStyle;
  readonly points: readonly {
    readonly budget: number;
    readonly gap: number;
    readonly lower: number;
    readonly upper: number;
  }[];
}

export interface GapChannels {
  readonly x: Record<string, unknown>;
  readonly y: Record<string, unknown>;
  readonly xScale: AxisScale;
  readonly yScale: AxisScale;
}

/** Lines, interval bars and points. */
export function gapMarks(series: readonly GapSeries[], channels: GapChannels): Record<string, unknown>[] {
  return series.flatMap((one) => seriesMarks(one, channels));
}

function seriesMarks({ style, points }: GapSeries, { x, y, yScale }: GapChannels): Record<string, unknown>[] {
  const { colour, shape, dash } = style;
  const bottom = yScale.domain[0];
  const values = points.map((point) => ({ ...point, lower: Math.max(bottom, point.lower) }));
  const at = { x: { ...x, field: 'budget' }, y: { ...y, field: 'gap' } };
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
  ];
}
