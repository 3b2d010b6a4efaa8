import { type AxisScale, position } from '../../axis/index.js';
import { neutrals, seriesStyle } from '../../figures/drawing/theme.js';
import type { FrontierPoint } from './frontier-points.js';
import { labelPlaces } from './label-places.js';

/** How a panel is laid out. */
export interface FrontierChannels {
  readonly x: Record<string, unknown>;
  readonly y: Record<string, unknown>;
  readonly xScale: AxisScale;
  readonly yScale: AxisScale;
  readonly width: number;
  readonly height: number;
}

const accent = seriesStyle(0).colour;

/** The joined efficient ones, intervals and marks. */
export function frontierMarks(points: readonly FrontierPoint[], channels: FrontierChannels): Record<string, unknown>[] {
  const { x, y, yScale } = channels;
  const bottom = yScale.domain[0];
  const at = { x: { ...x, field: 'price' }, y: { ...y, field: 'harm' } };
  const joined = points
    .filter(({ efficient, payable }) => efficient && payable)
    .toSorted((first, second) => first.price - second.price || second.harm - first.harm);
  const line = { type: 'line', color: accent, strokeWidth: 2, strokeDash: [6, 3], interpolate: 'step-after' };
  return [
    ...(joined.length < 2
      ? []
      : [{ data: { values: joined }, mark: line, encoding: { ...at, order: { field: 'price' } } }]),
    ...points.flatMap((point) => {
      const colour = point.efficient ? accent : neutrals.muted.light;
      const values = [{ ...point, lower: Math.max(bottom, point.lower) }];
      const fill = point.efficient ? { filled: true } : { filled: false, strokeWidth: 1.5 };
      return [
        {
          data: { values },
          mark: { type: 'rule', color: colour, strokeWidth: 3, opacity: 0.45 },
          encoding: { x: at.x, y: { ...y, field: 'lower' }, y2: { field: 'upper' } },
        },
        {
          data: { values },
          mark: { type: 'point', shape: point.shape, size: 80, color: colour, opacity: 1, ...fill },
          encoding: at,
        },
      ];
    }),
  ];
}

/** Names on the right of the plot, each joined to its mark by a thin line, moved apart where they would touch. */
export function frontierLabels(
  points: readonly FrontierPoint[],
  names: readonly string[],
  { x, y, yScale, width, height }: FrontierChannels,
): Record<string, unknown>[] {
  const heights = points.map(({ harm }) => (1 - position(yScale, harm)) * height);
  const places = labelPlaces(heights, height);
  return points.flatMap((point, index) => {
    const place = places[index] as number;
    const values = [{ ...point, name: names[index] as string }];
    return [
      {
        data: { values },
        mark: { type: 'rule', color: neutrals.grid.light, strokeWidth: 1 },
        encoding: {
          x: { ...x, field: 'price' },
          y: { ...y, field: 'harm' },
          x2: { value: width + 10 },
          y2: { value: place },
        },
      },
      {
        data: { values },
        mark: {
          type: 'text',
          align: 'left',
          baseline: 'middle',
          limit: 0,
          fill: neutrals.ink.light,
          fontWeight: point.efficient ? 600 : 400,
        },
        encoding: { x: { value: width + 14 }, y: { value: place }, text: { field: 'name', type: 'nominal' } },
      },
    ];
  });
}
