import { neutrals, seriesStyle } from '../../../figures/drawing/theme.js';
import type { RemedyPoint } from './remedy-points.js';

interface Channels {
  readonly x: Record<string, unknown>;
  readonly y: Record<string, unknown>;
}

const accent = seriesStyle(0).colour;
const warning = seriesStyle(1).colour;

/** The joined efficient ones, intervals and marks; what is not private is a cross. */
export function remedyMarks(points: readonly RemedyPoint[], { x, y }: Channels): Record<string, unknown>[] {
  const at = { x: { ...x, field: 'price' }, y: { ...y, field: 'gap' } };
  const joined = points
    .filter(({ efficient }) => efficient)
    .toSorted((one, other) => one.price - other.price || other.gap - one.gap);
  const line = { type: 'line', color: accent, strokeWidth: 2, strokeDash: [6, 3], interpolate: 'step-after' };
  return [
    ...(joined.length < 2
      ? []
      : [{ data: { values: joined }, mark: line, encoding: { ...at, order: { field: 'price' } } }]),
    ...points.flatMap((point) => {
      const { efficient, isPrivate } = point;
      const colour = efficient ? accent : isPrivate ? neutrals.muted.light : warning;
      const fill = efficient ? { filled: true } : { filled: false, strokeWidth: 1.5 };
      const shape = isPrivate ? 'circle' : 'cross';
      return [
        {
          data: { values: [point] },
          mark: { type: 'rule', color: colour, strokeWidth: 3, opacity: 0.45 },
          encoding: { x: at.x, y: { ...y, field: 'lower' }, y2: { field: 'upper' } },
        },
        {
          data: { values: [point] },
          mark: { type: 'point', shape, size: 80, color: colour, opacity: 1, ...fill },
          encoding: at,
        },
      ];
    }),
  ];
}

/** Names at given heights on the right of the plot, each joined to its mark by a thin line. */
export function remedyLabels(
  points: readonly RemedyPoint[],
  names: readonly string[],
  places: readonly number[],
  { x, y }: Channels,
  width: number,
): Record<string, unknown>[] {
  return points.flatMap((point, index) => {
    const values = [{ ...point, name: names[index] ?? '' }];
    const place = { value: places[index] ?? 0 };
    return [
      {
        data: { values },
        mark: { type: 'rule', color: neutrals.grid.light, strokeWidth: 1 },
        encoding: { x: { ...x, field: 'price' }, y: { ...y, field: 'gap' }, x2: { value: width + 10 }, y2: place },
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
        encoding: { x: { value: width + 14 }, y: place, text: { field: 'name', type: 'nominal' } },
      },
    ];
  });
}
