import type { Cell } from '@dpfair/result';
import { type AxisScale, position } from '../../axis/index.js';
import { bestWinner, halfWidth, worstLoser } from '../../measure/index.js';
import type { PanelSizes } from '../drawing/panel-grid.js';
import { neutrals, seriesColours } from '../drawing/theme.js';
import { density } from './density.js';
import { placeLabel } from './place-label.js';

/** Up to this many entities each has its own dot; above it the panel shows a density. */
export const MOST_POINTS = 300;
/** Up to this many simulated entities each has its interval. */
export const MOST_WHISKERS = 60;

const [first, second] = seriesColours.map((colour) => colour.light);

interface Channels {
  readonly x: Record<string, unknown>;
  readonly y: Record<string, unknown>;
  readonly xScale: AxisScale;
  readonly yScale: AxisScale;
}

/** One entity: its place and the ends of its interval, which are its bias where none is drawn. */
export interface Point {
  readonly truth: number;
  readonly bias: number;
  readonly low: number;
  readonly high: number;
}

/** The entities of a cell that have a bias; `low` and `high` are the ends of its interval where it is drawn. */
export function pointsOf(cell: Cell): Point[] {
  return cell.entities.bias.flatMap((_, index) => pointOf(cell, index) ?? []);
}

function pointOf(cell: Cell, index: number): Point | null {
  const bias = cell.entities.bias[index] ?? null;
  if (bias === null) return null;
  const whiskers = cell.method === 'montecarlo' && cell.entities.id.length <= MOST_WHISKERS;
  const half = whiskers ? (halfWidth(cell, index) ?? 0) : 0;
  return { truth: Math.max(0, cell.entities.truth[index] as number), bias, low: bias - half, high: bias + half };
}

/** The layers of one panel: zero line, entities, and the two extremes by name. */
export function biasMarks(
  cell: Cell,
  points: readonly Point[],
  sizes: PanelSizes,
  channels: Channels,
): Record<string, unknown>[] {
  const { y } = channels;
  const body =
    points.length > MOST_POINTS ? [densityLayer(points, channels, sizes)] : pointLayers(cell, points, channels);
  return [
    {
      data: { values: [{ zero: 0 }] },
      mark: { type: 'rule', color: neutrals.ink.light, strokeWidth: 1 },
      encoding: { y: { ...y, field: 'zero' } },
    },
    ...body,
    ...extremeLayers(cell, sizes, channels),
  ];
}

function densityLayer(points: readonly Point[], channels: Channels, sizes: PanelSizes): Record<string, unknown> {
  const columns = Math.round(sizes.width / 10);
  const boxes = density(points, channels.xScale, channels.yScale, columns, Math.round(sizes.height / 8));
  const most = Math.max(1, ...boxes.map((box) => box.entities));
  const values = boxes
    .map((box) => ({ ...box, shade: shade(box.entities / most) }))
    .sort((one, other) => one.shade - other.shade);
  return {
    data: { values },
    mark: { type: 'rect', color: first },
    encoding: {
      x: { ...channels.x, field: 'x' },
      x2: { field: 'x2' },
      y: { ...channels.y, field: 'y' },
      y2: { field: 'y2' },
      fillOpacity: { field: 'shade', type: 'quantitative', scale: null, legend: null },
    },
  };
}

/** Opacity of a box, in steps of a twentieth so that the drawing stays small: the square root of its part of the fullest. */
function shade(part: number): number {
  return Math.round((0.2 + 0.8 * Math.sqrt(part)) * 20) / 20;
}

function pointLayers(cell: Cell, values: readonly Point[], { x, y }: Channels): Record<string, unknown>[] {
  const whiskers = cell.method === 'montecarlo' && values.length <= MOST_WHISKERS;
  const rule = {
    data: { values },
    mark: { type: 'rule', color: neutrals.muted.light, strokeWidth: 1.5 },
    encoding: { x: { ...x, field: 'truth' }, y: { ...y, field: 'low' }, y2: { field: 'high' } },
  };
  const dots = {
    data: { values },
    mark: { type: 'point', shape: 'circle', size: 36, filled: true, color: first, opacity: 0.7 },
    encoding: { x: { ...x, field: 'truth' }, y: { ...y, field: 'bias' } },
  };
  return whiskers ? [rule, dots] : [dots];
}

function extremeLayers(cell: Cell, sizes: PanelSizes, channels: Channels): Record<string, unknown>[] {
  const { x, y } = channels;
  const at = { x: { ...x, field: 'truth' }, y: { ...y, field: 'bias' } };
  return extremesOf(cell).flatMap(({ point, name, sign }) => {
    const label = placeLabel(name, position(channels.xScale, point.truth) * sizes.width, sizes.width);
    const data = { values: [{ ...point, name: label.text }] };
    const text = { type: 'text', align: label.align, dx: label.dx, dy: -13 * sign, baseline: 'middle', limit: 0 };
    const encoding = { ...at, y: { ...y, field: sign > 0 ? 'high' : 'low' }, text: { field: 'name', type: 'nominal' } };
    const paper = neutrals.paper.light;
    const shape = sign > 0 ? 'triangle-up' : 'triangle-down';
    return [
      {
        data,
        mark: { type: 'point', shape, size: 80, filled: true, color: sign > 0 ? first : second, opacity: 1 },
        encoding: at,
      },
      { data, mark: { ...text, fill: paper, stroke: paper, strokeWidth: 4, strokeJoin: 'round' }, encoding },
      { data, mark: { ...text, fill: neutrals.ink.light }, encoding },
    ];
  });
}

/** The worst loser and the worst winner, where there are such. */
function extremesOf(cell: Cell): { point: Point; name: string; sign: 1 | -1 }[] {
  const pair = [
    { index: worstLoser(cell), sign: -1 as const },
    { index: bestWinner(cell), sign: 1 as const },
  ];
  return pair.flatMap(({ index, sign }) => {
    const point = index === null ? null : pointOf(cell, index);
    if (index === null || point === null) return [];
    return [{ point, name: cell.entities.name[index] || (cell.entities.id[index] as string), sign }];
  });
}
