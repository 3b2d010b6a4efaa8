import type { Cell } from '@dpfair/result';
import { bestWinner, halfWidth, worstLoser } from '../../measure/index.js';
import type { PanelSizes } from '../drawing/panel-grid.js';
import { neutrals } from '../drawing/theme.js';
import { undefinedMark } from '../drawing/undefined-mark.js';
import type { Channels } from './channels.js';
import { densityLayer } from './density/density-layer.js';
import { dotLayers } from './dot-layers.js';
import { extremeLayers, type NamedPoint } from './extreme-layers.js';
import type { Point } from './point.js';

/** Up to this many entities each has its own dot; above it the panel shows a density. */
export const MOST_POINTS = 300;
/** Up to this many simulated entities each has its interval. */
export const MOST_WHISKERS = 60;

/** Whether the entities of a cell have their intervals drawn. */
export const hasWhiskers = ({ method, entities }: Cell): boolean =>
  method === 'montecarlo' && entities.id.length <= MOST_WHISKERS;

/** The entities of a cell that have a bias; `low` and `high` are the ends of its interval where it is drawn. */
export function pointsOf(cell: Cell): Point[] {
  return cell.entities.bias.flatMap((_, index) => pointOf(cell, index) ?? []);
}

function pointOf(cell: Cell, index: number): Point | null {
  const bias = cell.entities.bias[index] ?? null;
  if (bias === null) return null;
  const half = hasWhiskers(cell) ? (halfWidth(cell, index) ?? 0) : 0;
  return { truth: Math.max(0, cell.entities.truth[index] as number), bias, low: bias - half, high: bias + half };
}

/** The layers of one panel: zero line, entities in the colour of their post-processing, and the two extremes by name. */
export function biasMarks(
  cell: Cell,
  points: readonly Point[],
  sizes: PanelSizes,
  channels: Channels,
  colour: string,
): Record<string, unknown>[] {
  const { y } = channels;
  const body =
    points.length > MOST_POINTS
      ? [densityLayer(points, channels, sizes, colour)]
      : dotLayers(points, hasWhiskers(cell), channels, { colour, shape: 'circle' });
  return [
    {
      data: { values: [{ zero: 0 }] },
      mark: { type: 'rule', color: neutrals.ink.light, strokeWidth: 1 },
      encoding: { y: { ...y, field: 'zero' } },
    },
    ...(points.length === 0 ? undefinedMark(sizes) : body),
    ...extremeLayers(extremesOf(cell), sizes, channels, { above: colour, below: colour }),
  ];
}

/** The worst loser and the worst winner, where there are such. */
function extremesOf(cell: Cell): NamedPoint[] {
  const pair = [
    { index: worstLoser(cell), sign: -1 as const },
    { index: bestWinner(cell), sign: 1 as const },
  ];
  return pair.flatMap(({ index, sign }) => {
    const point = index === null ? null : pointOf(cell, index);
    if (index === null || point === null) return [];
    return [{ ...point, sign, name: cell.entities.name[index] || (cell.entities.id[index] as string) }];
  });
}
