import { feature } from 'topojson-client';
import { describe, expect, it } from 'vitest';
import { loadOutlines } from '../../../../src/figures/map/outlines/load-outlines.js';
import {
  boxOf,
  type Outlines,
  outlinesOf,
  toBorders,
  toTopology,
} from '../../../../src/figures/map/outlines/outlines.js';

interface Places {
  readonly features: readonly { readonly id: string; readonly geometry: unknown }[];
}

type Polygon = readonly (readonly (readonly number[])[])[];

interface Shape {
  readonly type: 'Polygon' | 'MultiPolygon';
  readonly coordinates: Polygon | readonly Polygon[];
}

const placesOf = (outlines: Outlines) => {
  const topology = toTopology(outlines, new Map()) as unknown as Parameters<typeof feature>[0];
  return (feature(topology, 'places') as unknown as Places).features;
};

describe('outlines', () => {
  it('are small enough for a page', async () => {
    expect(JSON.stringify(await loadOutlines('counties')).length).toBeLessThan(400_000);
    expect(JSON.stringify(await loadOutlines('states')).length).toBeLessThan(40_000);
  });

  it('hold every county and every state once, each with an area', async () => {
    const counties = placesOf(await loadOutlines('counties'));
    const states = placesOf(await loadOutlines('states'));
    expect(new Set(counties.map(({ id }) => id)).size).toBe(3142);
    expect(new Set(states.map(({ id }) => id)).size).toBe(51);
    expect(new Set(counties.map(({ id }) => id.slice(0, 2)))).toEqual(new Set(states.map(({ id }) => id)));
    for (const { geometry } of [...counties, ...states]) {
      const { type, coordinates } = geometry as Shape;
      const parts = type === 'Polygon' ? [coordinates as Polygon] : (coordinates as readonly Polygon[]);
      expect(parts.length).toBeGreaterThan(0);
      for (const [ring] of parts) expect(ring?.length).toBeGreaterThanOrEqual(4);
    }
  });

  it('of some states are those of the whole country, without the lines of the others', async () => {
    const all = await loadOutlines('counties');
    const some = outlinesOf(all, (code) => ['32', '49'].includes(code.slice(0, 2)));
    expect(placesOf(some)).toEqual(placesOf(all).filter(({ id }) => ['32', '49'].includes(id.slice(0, 2))));
    expect(some.shapes.length).toBe(17 + 29);
    expect(JSON.stringify(some).length).toBeLessThan(JSON.stringify(all).length / 20);
    const borders = toBorders(some) as { readonly arcs: readonly unknown[] };
    expect(borders.arcs.length).toBe(some.borders.length);
    expect(borders.arcs.length).toBeGreaterThan(0);
  });

  it('fill a map of 975 by 610 pixels, and a state a part of it', async () => {
    const all = await loadOutlines('states');
    const [left, top, right, bottom] = boxOf(all);
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(-60);
    expect([right, bottom].map(Math.round)).toEqual([expect.closeTo(965, -1.3), expect.closeTo(606, -1.3)]);
    const texas = boxOf(outlinesOf(all, (code) => code === '48'));
    expect(texas[2] - texas[0]).toBeLessThan(260);
  });
});
