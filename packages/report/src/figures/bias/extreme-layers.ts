import { position } from '../../axis/index.js';
import type { PanelSizes } from '../drawing/panel-grid.js';
import { neutrals } from '../drawing/theme.js';
import type { Channels } from './channels.js';
import { placeLabel } from './place-label.js';
import type { Point } from './point.js';

/** An entity that is named; its label stands above it with `sign` 1 and below it with -1. */
export interface NamedPoint extends Point {
  readonly name: string;
  readonly sign: 1 | -1;
}

/** The two extremes of a panel, each as a large mark with its name. */
export function extremeLayers(
  extremes: readonly NamedPoint[],
  sizes: PanelSizes,
  channels: Channels,
  colours: { readonly above: string; readonly below: string },
): Record<string, unknown>[] {
  const { x, y } = channels;
  const at = { x: { ...x, field: 'truth' }, y: { ...y, field: 'bias' } };
  return extremes.flatMap(({ name, sign, ...point }) => {
    const label = placeLabel(name, position(channels.xScale, point.truth) * sizes.width, sizes.width);
    const data = { values: [{ ...point, name: label.text }] };
    const text = { type: 'text', align: label.align, dx: label.dx, dy: -13 * sign, baseline: 'middle', limit: 0 };
    const encoding = { ...at, y: { ...y, field: sign > 0 ? 'high' : 'low' }, text: { field: 'name', type: 'nominal' } };
    const paper = neutrals.paper.light;
    const shape = sign > 0 ? 'triangle-up' : 'triangle-down';
    return [
      {
        data,
        mark: {
          type: 'point',
          shape,
          size: 80,
          filled: true,
          color: sign > 0 ? colours.above : colours.below,
          opacity: 1,
        },
        encoding: at,
      },
      { data, mark: { ...text, fill: paper, stroke: paper, strokeWidth: 4, strokeJoin: 'round' }, encoding },
      { data, mark: { ...text, fill: neutrals.ink.light }, encoding },
    ];
  });
}
