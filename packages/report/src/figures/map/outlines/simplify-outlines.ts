import { feature, quantize } from 'topojson-client';
import { filter, presimplify, simplify } from 'topojson-simplify';
import type { MapLevel } from './map-level.js';
import type { Outlines } from './outlines.js';

type Topology = Parameters<typeof quantize>[0];
type GeometryObject = Topology['objects'][string];
type GeometryCollection = Extract<GeometryObject, { type: 'GeometryCollection' }>;
type MultiPolygon = Extract<GeometryObject, { type: 'MultiPolygon' }>;
type Place = MultiPolygon | Extract<GeometryObject, { type: 'Polygon' }>;

/** A file of us-atlas: places in the plane of a map of 975 by 610 pixels. */
export type Atlas = Topology;

type Corners = readonly (readonly number[])[];

/** Corners of triangles smaller than this, in square pixels of the map, are left out. */
const SMALLEST_TRIANGLE: Readonly<Record<MapLevel, number>> = { states: 1, counties: 8 };
/** Islands smaller than this are left out, but never the largest part of anything. */
const SMALLEST_PART = 3;
/** Coordinates are steps of a thousandth of the map. */
const STEPS = 1000;

/** The outlines of an atlas with no more points than a map of this size shows, so that a page stays small. */
export function simplifyOutlines(atlas: Atlas, level: MapLevel): Outlines {
  const object = atlas.objects[level] as GeometryCollection;
  const simple = simplify(presimplify({ ...atlas, objects: { [level]: object } }), SMALLEST_TRIANGLE[level]);
  const places = simple.objects[level] as GeometryCollection;
  const { features } = feature(simple, places);
  const geometries = places.geometries.map((geometry, index): MultiPolygon => {
    const corners = partsOf(features[index]?.geometry as GeoJSON.Polygon | GeoJSON.MultiPolygon);
    const areas = corners.map(([ring]) => areaOf(ring as Corners));
    const largest = Math.max(...areas);
    const arcs = arcsOf(geometry as Place).filter((_, part) => isKept(areas[part] as number, largest));
    return { type: 'MultiPolygon', id: geometry.id as string, arcs };
  });
  const collection: GeometryCollection = { type: 'GeometryCollection', geometries };
  const kept = quantize(
    filter({ ...simple, objects: { [level]: collection } }, () => true),
    STEPS,
  );
  const shapes = (kept.objects[level] as GeometryCollection).geometries.map(
    (place) => [String(place.id), (place as MultiPolygon).arcs] as const,
  );
  const { arcs, transform } = kept as Pick<Outlines, 'arcs'> & Topology;
  if (transform === undefined) throw new Error('unreachable: quantized outlines have a transform');
  return { transform, arcs, borders: level === 'counties' ? stateBorders(shapes) : ownArcs(shapes), shapes };
}

const isKept = (area: number, largest: number) => area === largest || area >= SMALLEST_PART;

const arcsOf = (place: Place) => (place.type === 'Polygon' ? [place.arcs] : place.arcs);

const partsOf = (geometry: GeoJSON.Polygon | GeoJSON.MultiPolygon): readonly (readonly Corners[])[] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

function areaOf(ring: Corners): number {
  let twice = 0;
  ring.forEach(([x = 0, y = 0], k) => {
    const [nextX = 0, nextY = 0] = ring[(k + 1) % ring.length] ?? [];
    twice += x * nextY - nextX * y;
  });
  return Math.abs(twice / 2);
}

type Shapes = Outlines['shapes'];

/** Arcs between two states, whose counties are the shapes. */
function stateBorders(shapes: Shapes): number[] {
  const seen = new Map<number, string>();
  const borders = new Set<number>();
  for (const [code, parts] of shapes) {
    for (const arc of parts.flat(2)) {
      const own = arc < 0 ? -arc - 1 : arc;
      const other = seen.get(own);
      if (other !== undefined && other !== code.slice(0, 2)) borders.add(own);
      seen.set(own, code.slice(0, 2));
    }
  }
  return [...borders].sort((a, b) => a - b);
}

const ownArcs = (shapes: Shapes): number[] => shapes.flatMap(([, parts]) => parts.flat(2).filter((arc) => arc >= 0));
