import { legendHeight, legendMarks, textAt } from '../drawing/legend.js';
import { type Drawing, type Layout, panelGrid } from '../drawing/panel-grid.js';
import { divergingColours, neutrals, noDataColour } from '../drawing/theme.js';
import type { MapLevel } from './outlines/map-level.js';
import { boxOf, type Outlines, toBorders, toTopology } from './outlines/outlines.js';

/** What is drawn: outlines, the class of each place by its code, and the texts of the legend. */
export interface MapParts {
  readonly level: MapLevel;
  readonly outlines: Outlines;
  /** -3 to 3 by code; places without one have no data. */
  readonly classes: ReadonlyMap<string, number>;
  /** Text by class, those that are in use or between them. */
  readonly legend: readonly { readonly colourClass: number | null; readonly text: string }[];
  /** The unit, above the legend. */
  readonly header: string;
}

const WIDTH = { wide: 820, narrow: 336 } as const;
const MOST_HEIGHT = { wide: 520, narrow: 420 } as const;
const SIDE = 8;
/** Of a colour in the legend, in square pixels. */
const SWATCH = 170;

/** Draws the map with its legend under it. */
export function drawMap(parts: MapParts, layout: Layout): Drawing {
  const width = WIDTH[layout];
  const [left, top, right, bottom] = boxOf(parts.outlines);
  const scale = Math.min(width / (right - left), MOST_HEIGHT[layout] / (bottom - top));
  const mapHeight = Math.ceil((bottom - top) * scale);
  const entries = parts.legend.map(({ colourClass, text }) => ({
    text,
    colour: colourOf(colourClass),
    shape: 'square',
  }));
  const legend = { left: SIDE, top: mapHeight + 50, width: width - 2 * SIDE };
  const projection = {
    type: 'identity',
    scale,
    translate: [(width - (right - left) * scale) / 2 - left * scale, -top * scale],
  };
  const shapes = (feature: string, topology: Record<string, unknown>) => ({
    values: topology,
    format: { type: 'topojson', feature },
  });
  const used = new Set(parts.outlines.shapes.map(([code]) => parts.classes.get(code) ?? null));
  const layer = [
    {
      data: shapes('places', toTopology(parts.outlines, parts.classes)),
      projection,
      layer: [null, -3, -2, -1, 0, 1, 2, 3]
        .filter((colour) => used.has(colour))
        .map((colour) => ({
          transform: [{ filter: colour === null ? '!datum.properties' : `datum.properties.colour===${colour}` }],
          mark: {
            type: 'geoshape',
            clip: false,
            fill: colourOf(colour),
            stroke: neutrals.paper.light,
            strokeWidth: parts.level === 'states' ? 1 : 0.3,
          },
        })),
    },
    ...(parts.level === 'states' || parts.outlines.borders.length === 0
      ? []
      : [
          {
            data: shapes('borders', toBorders(parts.outlines)),
            projection,
            mark: { type: 'geoshape', clip: false, filled: false, stroke: neutrals.muted.light, strokeWidth: 0.6 },
          },
        ]),
    textAt(parts.header, SIDE, mapHeight + 26),
    ...legendMarks(entries, legend, SWATCH),
  ];
  const drawing = panelGrid([[{ caption: null, layer }]], {
    width,
    height: mapHeight + 36 + legendHeight(entries, legend.width),
    left: SIDE,
    right: SIDE,
    under: 4,
    between: 0,
    above: 4,
  });
  return { ...drawing, spec: withoutFrame(drawing.spec) };
}

const colourOf = (colour: number | null) =>
  (colour === null ? noDataColour : (divergingColours[colour + 3] as typeof noDataColour)).light;

function withoutFrame(spec: Record<string, unknown>): Record<string, unknown> {
  const config = spec.config as Record<string, unknown>;
  return { ...spec, config: { ...config, view: { stroke: null, fill: null } } };
}
