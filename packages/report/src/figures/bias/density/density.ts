import { type AxisScale, positioner, valueAt } from '../../../axis/index.js';

/** A box of the density: its corners in the unit of the data and how many points are in it. */
export interface Box {
  readonly x: number;
  readonly x2: number;
  readonly y: number;
  readonly y2: number;
  readonly entities: number;
}

/**
 * Counts points in boxes of equal drawn size; empty boxes are left out.
 *
 * @param columns boxes across; `rows` boxes down
 * @returns boxes by column, then by row
 */
export function density(
  points: readonly { readonly truth: number; readonly bias: number }[],
  xScale: AxisScale,
  yScale: AxisScale,
  columns: number,
  rows: number,
): Box[] {
  const counts = new Map<number, number>();
  const cell = (at: number, size: number) => Math.min(size - 1, Math.max(0, Math.floor(at * size)));
  const [across, up] = [positioner(xScale), positioner(yScale)];
  for (const { truth, bias } of points) {
    const key = cell(across(truth), columns) * rows + cell(up(bias), rows);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort(([first], [second]) => first - second)
    .map(([key, entities]) => {
      const [column, row] = [Math.floor(key / rows), key % rows];
      return {
        x: short(valueAt(xScale, column / columns)),
        x2: short(valueAt(xScale, (column + 1) / columns)),
        y: short(valueAt(yScale, row / rows)),
        y2: short(valueAt(yScale, (row + 1) / rows)),
        entities,
      };
    });
}

/** Six digits are far below a pixel and keep the specification small. */
function short(value: number): number {
  return Number(value.toPrecision(6));
}
