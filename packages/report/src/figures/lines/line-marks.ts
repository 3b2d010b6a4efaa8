import { type AxisScale, position } from '../../axis/index.js';
import { neutrals, seriesStyle } from '../drawing/theme.js';

/** A value at a place, with its interval where there is one. */
export interface LinePoint {
  readonly x: number;
  readonly y: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** A line with a style of its own. */
export interface LineSeries {
  /** Which of the styles: colour, shape and dash. */
  readonly style: number;
  readonly points: readonly LinePoint[];
  /** How intervals are drawn: a bar at each point with a mark, or a band along a line without marks. */
  readonly intervals: 'bars' | 'band';
  /**
   * Whether its marks are hollow: what others found.
   * @default false
   */
  readonly hollow?: boolean;
  /**
   * Whether a line joins its points.
   * @default true
   */
  readonly joined?: boolean;
  /**
   * Whether that line is solid whatever the style: where dashes mean something else.
   * @default false
   */
  readonly solid?: boolean;
  /**
   * Pixels to the right of where it is, so that intervals at one place do not cover one another; the data stay as they are.
   * @default 0
   */
  readonly shift?: number;
}

/** Line, marks and intervals of one series, cut to the scale of the vertical axis. */
export function lineMarks(
  { style, points, intervals, hollow = false, joined = true, solid = false, shift = 0 }: LineSeries,
  x: Record<string, unknown>,
  y: Record<string, unknown>,
  scale: AxisScale,
): Record<string, unknown>[] {
  const { colour, shape, dash } = seriesStyle(style);
  const [low, high] = scale.domain;
  const cut = (value: number) => Math.min(high, Math.max(low, value));
  const values = points.map((point) => ({ ...point, y: cut(point.y) }));
  const ends = points.flatMap(({ x: at, lower, upper }) =>
    lower === null || upper === null ? [] : [{ x: at, lower: cut(lower), upper: cut(upper) }],
  );
  const at = { x: { ...x, field: 'x' }, y: { ...y, field: 'y' } };
  const over = { x: { ...x, field: 'x' }, y: { ...y, field: 'lower' }, y2: { field: 'upper' } };
  const bars = intervals === 'bars';
  const aside = shift === 0 ? {} : { xOffset: shift };
  const interval = bars
    ? { type: 'rule', color: colour, strokeWidth: 3, opacity: 0.45, ...aside }
    : { type: 'area', color: colour, opacity: 0.25 };
  const fill = hollow ? neutrals.paper.light : colour;
  const marks = {
    type: 'point',
    shape,
    size: hollow ? 70 : 46,
    filled: true,
    fill,
    opacity: 1,
    ...stroke(hollow, colour),
    ...aside,
  };
  return [
    ...(ends.length === 0 ? [] : [{ data: { values: ends }, mark: interval, encoding: over }]),
    ...(joined
      ? [
          {
            data: { values },
            mark: { type: 'line', color: colour, strokeWidth: 2, strokeDash: solid ? [] : [...dash], ...aside },
            encoding: at,
          },
        ]
      : []),
    ...(bars ? [{ data: { values }, mark: marks, encoding: at }] : []),
  ];
}

/** The edge of a mark: a hollow one shows its colour there. */
export const stroke = (hollow: boolean, colour: string): Record<string, unknown> =>
  hollow ? { stroke: colour, strokeWidth: 1.5 } : {};

/** Values that the vertical axis has to hold: of points, and of their intervals. */
export function endsOf(series: readonly LineSeries[]): readonly number[] {
  return series.flatMap(({ points }) =>
    points.flatMap(({ y, lower, upper }) => [
      y,
      ...(lower === null ? [] : [lower]),
      ...(upper === null ? [] : [upper]),
    ]),
  );
}

/** Whether a value is inside a scale as it is drawn. */
export function isInside(scale: AxisScale, value: number): boolean {
  const at = position(scale, value);
  return at >= 0 && at <= 1;
}
