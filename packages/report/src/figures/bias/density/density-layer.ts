import type { PanelSizes } from '../../drawing/panel-grid.js';
import type { Channels } from '../channels.js';
import type { Point } from '../point.js';
import { density } from './density.js';

/**
 * The points of a panel as a density: the stronger its colour, the more points a box holds.
 *
 * @param rows boxes down the panel
 */
export function densityLayer(
  points: readonly Point[],
  channels: Channels,
  sizes: PanelSizes,
  colour: string,
  rows = Math.round(sizes.height / 8),
): Record<string, unknown> {
  const columns = Math.round(sizes.width / 10);
  const boxes = density(points, channels.xScale, channels.yScale, columns, rows);
  const most = Math.max(1, ...boxes.map((box) => box.entities));
  const values = boxes
    .map((box) => ({ ...box, shade: shade(box.entities / most) }))
    .sort((one, other) => one.shade - other.shade);
  return {
    data: { values },
    mark: { type: 'rect', color: colour },
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
