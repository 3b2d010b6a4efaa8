import { neutrals, seriesStyle } from '../../../figures/drawing/theme.js';
import { type StackedPart, stacked } from './stacked.js';

/** What a panel of stacked areas shows: parts, and the line of the whole with its band. */
export interface AreaData {
  readonly x: readonly number[];
  readonly parts: readonly (readonly (number | null)[])[];
  readonly line: readonly (number | null)[];
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
}

/** Values that the vertical axis has to hold. */
export function heightsOf({ x, parts, line, lower, upper }: AreaData): readonly number[] {
  const ends = stacked(x, parts).flatMap(({ above, below }) => [...above, ...below].map(({ to }) => to));
  return [...ends, ...[...line, ...lower, ...upper].filter((value) => value !== null)];
}

/** Areas under and over zero with an outline each, the line of the whole, its band, and zero. */
export function areaMarks(
  data: AreaData,
  x: Record<string, unknown>,
  y: Record<string, unknown>,
): Record<string, unknown>[] {
  const ink = neutrals.ink.light;
  const band = data.x.flatMap((at, k) => {
    const [from, to] = [data.lower[k] ?? null, data.upper[k] ?? null];
    return from === null || to === null ? [] : [{ x: at, from, to }];
  });
  const line = data.x.flatMap((at, k) => {
    const value = data.line[k] ?? null;
    return value === null ? [] : [{ x: at, value }];
  });
  const over = { x: { ...x, field: 'x' }, y: { ...y, field: 'from' }, y2: { field: 'to' } };
  return [
    ...stacked(data.x, data.parts).flatMap((part, index) => partMarks(part, index, x, y)),
    {
      data: { values: [{ zero: 0 }] },
      mark: { type: 'rule', color: ink, strokeWidth: 1 },
      encoding: { y: { ...y, field: 'zero' } },
    },
    ...(band.length < 2
      ? []
      : [{ data: { values: band }, mark: { type: 'area', color: ink, opacity: 0.2 }, encoding: over }]),
    {
      data: { values: line },
      mark: { type: 'line', color: ink, strokeWidth: 2 },
      encoding: { x: { ...x, field: 'x' }, y: { ...y, field: 'value' } },
    },
  ];
}

function partMarks(
  { above, below }: StackedPart,
  index: number,
  x: Record<string, unknown>,
  y: Record<string, unknown>,
): Record<string, unknown>[] {
  const { colour, dash } = seriesStyle(index);
  return [above, below].flatMap((values) =>
    values.every(({ from, to }) => from === to)
      ? []
      : [
          {
            data: { values },
            mark: { type: 'area', color: colour, opacity: 0.55 },
            encoding: { x: { ...x, field: 'x' }, y: { ...y, field: 'from' }, y2: { field: 'to' } },
          },
          {
            data: { values },
            mark: { type: 'line', color: colour, strokeWidth: 1.5, strokeDash: [...dash] },
            encoding: { x: { ...x, field: 'x' }, y: { ...y, field: 'to' } },
          },
        ],
  );
}
