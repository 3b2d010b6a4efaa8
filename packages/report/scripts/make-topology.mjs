// Writes the outlines of states and counties that the map draws: those of us-atlas, simplified, as modules of text, because
// a JSON module warns on Node 20 and not every bundler takes one. With --check it writes nothing and fails when one is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { feature, quantize } from 'topojson-client';
import { filter, presimplify, simplify } from 'topojson-simplify';

const require = createRequire(import.meta.url);
/** Corners of triangles smaller than this, in square pixels of the 975 by 610 map, are left out. */
const SMALLEST_TRIANGLE = { states: 1, counties: 8 };
/** Islands smaller than this are left out, but never the largest part of anything. */
const SMALLEST_PART = 3;
/** Coordinates are steps of 975 / 1000 of a pixel. */
const STEPS = 1000;

/** @param {'states' | 'counties'} name */
function outlines(name) {
  const atlas = JSON.parse(readFileSync(require.resolve(`us-atlas/${name}-albers-10m.json`), 'utf8'));
  const simple = simplify(presimplify({ ...atlas, objects: { [name]: atlas.objects[name] } }), SMALLEST_TRIANGLE[name]);
  const { features } = feature(simple, simple.objects[name]);
  const geometries = simple.objects[name].geometries.map((geometry, k) => {
    const [parts, corners] =
      geometry.type === 'Polygon'
        ? [[geometry.arcs], [features[k].geometry.coordinates]]
        : [geometry.arcs, features[k].geometry.coordinates];
    const areas = corners.map(([ring]) => areaOf(ring));
    const largest = Math.max(...areas);
    const arcs = parts.filter((_, part) => areas[part] === largest || areas[part] >= SMALLEST_PART);
    return { type: 'MultiPolygon', id: geometry.id, arcs };
  });
  const kept = filter({ ...simple, objects: { [name]: { type: 'GeometryCollection', geometries } } });
  const { arcs, transform, objects } = quantize(kept, STEPS);
  return { arcs, transform, shapes: objects[name].geometries.map((geometry) => [geometry.id, geometry.arcs]) };
}

/** @param {number[][]} ring */
function areaOf(ring) {
  return Math.abs(
    ring.reduce((sum, [x, y], k) => {
      const [nextX, nextY] = ring[(k + 1) % ring.length];
      return sum + (x * nextY - nextX * y) / 2;
    }, 0),
  );
}

/** Arcs between two states, whose counties are the shapes. */
function stateBorders({ shapes }) {
  /** @type {Map<number, string>} */
  const seen = new Map();
  const borders = new Set();
  for (const [id, parts] of shapes) {
    for (const arc of parts.flat(2)) {
      const own = arc < 0 ? ~arc : arc;
      const other = seen.get(own);
      if (other !== undefined && other !== id.slice(0, 2)) borders.add(own);
      seen.set(own, id.slice(0, 2));
    }
  }
  return [...borders].sort((a, b) => a - b);
}

const { version } = JSON.parse(readFileSync(require.resolve('us-atlas/package.json'), 'utf8'));
for (const name of /** @type {const} */ (['states', 'counties'])) {
  const { arcs, transform, shapes } = outlines(name);
  const borders =
    name === 'counties'
      ? stateBorders({ shapes })
      : shapes.flatMap(([, parts]) => parts.flat(2).filter((arc) => arc >= 0));
  const content = `// Made by scripts/make-topology.mjs from us-atlas ${version}: Copyright 2013-2019 Michael Bostock, ISC licence
// (permission to use, copy, modify and distribute for any purpose with or without fee is hereby granted, provided that this
// notice appears in all copies; provided "as is", without warranties). Boundaries: U.S. Census Bureau, 2017.
/** The ${name} as JSON text: see {@link Outlines}. */
export const ${name}: string =
  '${JSON.stringify({ transform, arcs, borders, shapes })}';
`;
  const path = fileURLToPath(new URL(`../src/figures/map/topology/${name}.ts`, import.meta.url));
  if (!process.argv.includes('--check')) writeFileSync(path, content);
  else if (readFileSync(path, 'utf8') !== content) {
    process.stderr.write(`${path} is out of date: run node packages/report/scripts/make-topology.mjs\n`);
    process.exitCode = 1;
  }
}
