import type { Outlines } from './outlines.js';

/** What a map is made of. */
export type MapLevel = 'counties' | 'states';

/** The outlines of the United States. Loaded when a map is drawn, because those of counties are a third of a megabyte. */
export async function loadOutlines(level: MapLevel): Promise<Outlines> {
  const text =
    level === 'states'
      ? (await import('./topology/states.js')).states
      : (await import('./topology/counties.js')).counties;
  return JSON.parse(text) as Outlines;
}
