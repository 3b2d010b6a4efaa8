import { neutrals } from '../drawing/theme.js';
import type { Channels } from './channels.js';
import type { Point } from './point.js';

/** One dot an entity, with a line from end to end of its interval behind it where `whiskers` are wanted. */
export function dotLayers(
  values: readonly Point[],
  whiskers: boolean,
  { x, y }: Channels,
  { colour, shape }: { readonly colour: string; readonly shape: string },
): Record<string, unknown>[] {
  const rule = {
    data: { values },
    mark: { type: 'rule', color: neutrals.muted.light, strokeWidth: 1.5 },
    encoding: { x: { ...x, field: 'truth' }, y: { ...y, field: 'low' }, y2: { field: 'high' } },
  };
  const dots = {
    data: { values },
    mark: { type: 'point', shape, size: 36, filled: true, color: colour, opacity: 0.7 },
    encoding: { x: { ...x, field: 'truth' }, y: { ...y, field: 'bias' } },
  };
  return whiskers ? [rule, dots] : [dots];
}
