import { neutrals, seriesStyle } from '../drawing/theme.js';
import type { FrontierMark } from './frontier-mark.js';

/** The encodings of a panel, to which the field is added. */
export interface FrontierChannels {
  readonly x: Record<string, unknown>;
  readonly y: Record<string, unknown>;
}

const accent = seriesStyle(0).colour;
const warning = seriesStyle(1).colour;

/** The joined efficient ones, intervals and marks. Intervals begin at `bottom` where they reach below it. */
export function frontierMarks(
  marks: readonly FrontierMark[],
  { x, y }: FrontierChannels,
  bottom: number,
): Record<string, unknown>[] {
  const at = { x: { ...x, field: 'price' }, y: { ...y, field: 'harm' } };
  const joined = marks
    .filter((mark) => mark.joined)
    .toSorted((first, second) => first.price - second.price || second.harm - first.harm);
  const line = { type: 'line', color: accent, strokeWidth: 2, strokeDash: [6, 3], interpolate: 'step-after' };
  return [
    ...(joined.length < 2
      ? []
      : [{ data: { values: joined }, mark: line, encoding: { ...at, order: { field: 'price' } } }]),
    ...marks.flatMap((mark) => {
      const color = mark.efficient ? accent : mark.warned ? warning : neutrals.muted.light;
      const values = [{ ...mark, lower: Math.max(bottom, mark.lower) }];
      const fill = mark.efficient ? { filled: true } : { filled: false, strokeWidth: 1.5 };
      return [
        {
          data: { values },
          mark: { type: 'rule', color, strokeWidth: 3, opacity: 0.45 },
          encoding: { x: at.x, y: { ...y, field: 'lower' }, y2: { field: 'upper' } },
        },
        {
          data: { values },
          mark: { type: 'point', shape: mark.shape, size: 80, color, opacity: 1, ...fill },
          encoding: at,
        },
      ];
    }),
  ];
}
