import type { MapLevel } from './map-level.js';
import type { Outlines } from './outlines.js';
import { type Atlas, simplifyOutlines } from './simplify-outlines.js';

const known = new Map<MapLevel, Promise<Outlines>>();

/** The outlines of the United States, from us-atlas. Loaded when a map is drawn, because those of counties are most of a megabyte. */
export function loadOutlines(level: MapLevel): Promise<Outlines> {
  const outlines = known.get(level) ?? load(level);
  known.set(level, outlines);
  return outlines;
}

async function load(level: MapLevel): Promise<Outlines> {
  const { default: atlas } =
    level === 'states'
      ? await import('us-atlas/states-albers-10m.json', { with: { type: 'json' } })
      : await import('us-atlas/counties-albers-10m.json', { with: { type: 'json' } });
  // Where JSON modules are typed by what they hold, `type` is any text.
  return simplifyOutlines(atlas as unknown as Atlas, level);
}
