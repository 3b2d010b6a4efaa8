import { type AxisScale, position } from '../../axis/index.js';
import { cutName } from '../../format/index.js';
import type { PanelSizes } from '../drawing/panel-grid.js';
import { neutrals } from '../drawing/theme.js';
import type { GapChannels, GapSeries } from './gap-marks.js';

const ROW = 16;
/** Characters a label has room for beside the plot and above it. */
const LONGEST = 38;

/** The name of a line, or of several that lie on one another. */
export interface GapLabel {
  readonly series: readonly GapSeries[];
  readonly rows: readonly string[];
  readonly end: GapSeries['points'][number];
}

/** One label a line; lines that are nowhere more than a pixel apart have one together. */
export function gapLabels(series: readonly GapSeries[], { xScale, yScale }: GapChannels, height: number): GapLabel[] {
  const groups: GapSeries[][] = [];
  for (const one of series) {
    const twin = groups.find(([first]) => first !== undefined && coincide(first, one, yScale, height));
    if (twin) twin.push(one);
    else groups.push([one]);
  }
  return groups.map((group) => {
    const names = group.map(({ label }) => label);
    const joint = names.join(', ');
    const rows =
      joint.length <= LONGEST ? [joint] : names.map((name, at) => (at < names.length - 1 ? `${name},` : name));
    return {
      series: group,
      rows: rows.map((row) => cutName(row, LONGEST)),
      end: lastPoint(group[0] as GapSeries, xScale),
    };
  });
}

function coincide(first: GapSeries, second: GapSeries, scale: AxisScale, height: number): boolean {
  return (
    first.points.length === second.points.length &&
    first.points.every(({ budget, gap }, index) => {
      const other = second.points[index] as GapSeries['points'][number];
      const apart = Math.abs(position(scale, gap) - position(scale, other.gap)) * height;
      return other.budget === budget && apart <= 1;
    })
  );
}

/** Labels on the right of the lines' ends, moved apart where they would touch. */
export function besideLines(
  labels: readonly GapLabel[],
  { x, y, yScale }: GapChannels,
  { height }: PanelSizes,
): Record<string, unknown>[] {
  const heights = labels.map(({ end }) => (1 - position(yScale, end.gap)) * height);
  const places = spread(
    heights,
    labels.map(({ rows }) => rows.length * ROW),
    height,
  );
  return labels.flatMap(({ rows, end }, index) =>
    rows.flatMap((name, row) => {
      const shift = (places[index] as number) - (heights[index] as number) + (row - (rows.length - 1) / 2) * ROW;
      const text = {
        data: { values: [{ ...end, name }] },
        encoding: {
          x: { ...x, field: 'budget' },
          y: { ...y, field: 'gap' },
          text: { field: 'name', type: 'nominal' },
        },
      };
      const mark = { type: 'text', baseline: 'middle', limit: 0, dx: 12, dy: shift, align: 'left' };
      const paper = neutrals.paper.light;
      return [
        { ...text, mark: { ...mark, fill: paper, stroke: paper, strokeWidth: 4, strokeJoin: 'round' } },
        { ...text, mark: { ...mark, fill: neutrals.ink.light } },
      ];
    }),
  );
}

/** Height of the key. */
export function keyHeight(labels: readonly GapLabel[]): number {
  return labels.reduce((sum, { rows }) => sum + rows.length, 0) * ROW + 4;
}

/** A key above a plot that has no room for labels beside its lines: the points of each label, then its words. */
export function keyAbove(labels: readonly GapLabel[], { above = 0, left }: PanelSizes): Record<string, unknown>[] {
  let y = ROW / 2 + 4 - above;
  return labels.flatMap(({ series, rows }) => {
    const from = 14 - left;
    const points = series.map(({ style: { colour, shape } }, index) => ({
      data: { values: [{}] },
      mark: { type: 'point', shape, size: 70, filled: true, color: colour, opacity: 1 },
      encoding: { x: { value: from + index * ROW }, y: { value: y } },
    }));
    const words = rows.map((name, row) => ({
      data: { values: [{ name }] },
      mark: { type: 'text', baseline: 'middle', align: 'left', limit: 0, fill: neutrals.ink.light },
      encoding: {
        x: { value: from + series.length * ROW - 4 },
        y: { value: y + row * ROW },
        text: { field: 'name', type: 'nominal' },
      },
    }));
    y += rows.length * ROW;
    return [...points, ...words];
  });
}

/** The point drawn furthest right. */
function lastPoint({ points }: GapSeries, scale: AxisScale): GapSeries['points'][number] {
  return points.reduce((best, point) => (position(scale, point.budget) > position(scale, best.budget) ? point : best));
}

/** Moves heights apart until labels of the given thickness do not touch, keeping their order. */
function spread(heights: readonly number[], thickness: readonly number[], limit: number): number[] {
  const order = heights
    .map((_, index) => index)
    .sort((first, second) => (heights[first] as number) - (heights[second] as number));
  const placed = [...heights];
  const half = (index: number) => (thickness[index] as number) / 2;
  let last = Number.NEGATIVE_INFINITY;
  for (const index of order) {
    placed[index] = Math.max(placed[index] as number, last + half(index));
    last = (placed[index] as number) + half(index);
  }
  let next = limit + ROW / 2;
  for (const index of order.toReversed()) {
    placed[index] = Math.min(placed[index] as number, next - half(index));
    next = (placed[index] as number) - half(index);
  }
  return placed;
}
