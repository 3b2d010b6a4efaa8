import type { LegendEntry } from '../drawing/legend.js';
import { legendHeight, legendMarks } from '../drawing/legend.js';
import { CAPTION, type Drawing, type Layout, type Panel, panelGrid } from '../drawing/panel-grid.js';
import { panelSizes } from '../drawing/panel-sizes.js';

/** Where a panel stands, and how large it is. */
export interface PanelPlace {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  /** Whether its vertical axis is labelled: the first of its row. */
  readonly first: boolean;
}

const MOST_COLUMNS = 3;
const KEY_GAP = 8;
/** Room above panels without captions. */
const PLAIN = 10;

/**
 * Panels of one size, three a row or one a row on a phone, under a legend that they share.
 *
 * @param panels how each is drawn; at least one
 */
export function groupGrid(
  panels: readonly ((place: PanelPlace) => Panel)[],
  legend: readonly LegendEntry[],
  layout: Layout,
): Drawing {
  const columns = layout === 'narrow' ? 1 : Math.min(MOST_COLUMNS, panels.length);
  const sizes = panelSizes(layout, columns);
  const whole = columns * sizes.width + (columns - 1) * sizes.between;
  const left = layout === 'narrow' ? 12 - sizes.left : 0;
  const width = whole - left;
  const head = legend.length === 0 ? 0 : legendHeight(legend, width) + KEY_GAP;
  const plain = panels.map((draw, index) => draw({ ...sizes, first: index % columns === 0 }));
  const above = plain.some(({ caption }) => caption !== null) ? CAPTION : PLAIN;
  const key = legend.length === 0 ? [] : legendMarks(legend, { left, top: 10 - above - head, width });
  const drawn = plain.map((panel, index) => (index === 0 ? { ...panel, layer: [...panel.layer, ...key] } : panel));
  const rows = Array.from({ length: Math.ceil(drawn.length / columns) }, (_, row) =>
    drawn.slice(row * columns, (row + 1) * columns),
  );
  return panelGrid(rows, { ...sizes, above, head });
}
