/** Outlines of places in the plane of a map of 975 by 610 pixels (Albers, Alaska and Hawaii inset), as a TopoJSON topology has them. */
export interface Outlines {
  readonly transform: { readonly scale: readonly number[]; readonly translate: readonly number[] };
  /** Lines; the first point is a position in steps of the transform, the others are differences. */
  readonly arcs: readonly (readonly (readonly number[])[])[];
  /** Arcs along which two states meet. */
  readonly borders: readonly number[];
  /** FIPS code, and for each part its rings of arcs; -k - 1 is arc k backwards. */
  readonly shapes: readonly (readonly [code: string, parts: readonly (readonly (readonly number[])[])[]])[];
}

/** Left, top, right and bottom in the plane of the map. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

const forwards = (arc: number) => (arc < 0 ? -arc - 1 : arc);

/** Those outlines of which `keep` says so, with the arcs they need and no others. */
export function outlinesOf(all: Outlines, keep: (code: string) => boolean): Outlines {
  const shapes = all.shapes.filter(([code]) => keep(code));
  const used = [...new Set(shapes.flatMap(([, parts]) => parts.flat(2).map(forwards)))].sort((a, b) => a - b);
  const place = new Map(used.map((arc, index) => [arc, index]));
  const moved = (arc: number) => {
    const index = place.get(forwards(arc)) as number;
    return arc < 0 ? -index - 1 : index;
  };
  return {
    transform: all.transform,
    arcs: used.map((arc) => all.arcs[arc] as Outlines['arcs'][number]),
    borders: all.borders.filter((arc) => place.has(arc)).map(moved),
    shapes: shapes.map(([code, parts]) => [code, parts.map((rings) => rings.map((ring) => ring.map(moved)))]),
  };
}

/** What the outlines fill of the map. */
export function boxOf({ arcs, transform }: Outlines): Box {
  let [left, top, right, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  const [stepX = 1, stepY = 1] = transform.scale;
  const [startX = 0, startY = 0] = transform.translate;
  for (const arc of arcs) {
    let [x, y] = [0, 0];
    for (const [dx = 0, dy = 0] of arc) {
      x += dx;
      y += dy;
      [left, right] = [Math.min(left, x * stepX + startX), Math.max(right, x * stepX + startX)];
      [top, bottom] = [Math.min(top, y * stepY + startY), Math.max(bottom, y * stepY + startY)];
    }
  }
  return [left, top, right, bottom];
}

/** The outlines as a TopoJSON object of its own, `places`; ids are the codes, and each has its colour class where it has one. */
export function toTopology(
  { transform, arcs, shapes }: Outlines,
  classes: ReadonlyMap<string, number>,
): Record<string, unknown> {
  const geometries = shapes.map(([id, parts]) => {
    const colour = classes.get(id);
    const shape = parts.length === 1 ? { type: 'Polygon', arcs: parts[0] } : { type: 'MultiPolygon', arcs: parts };
    return { ...shape, id, ...(colour === undefined ? {} : { properties: { colour } }) };
  });
  return { type: 'Topology', transform, arcs, objects: { places: { type: 'GeometryCollection', geometries } } };
}

/** The lines between states as TopoJSON: object `borders`. */
export function toBorders({ transform, arcs, borders }: Outlines): Record<string, unknown> {
  const lines = borders.map((arc) => arcs[arc] as Outlines['arcs'][number]);
  const shape = { type: 'MultiLineString', arcs: lines.map((_, index) => [index]) };
  return { type: 'Topology', transform, arcs: lines, objects: { borders: shape } };
}
