import type { Layout, PanelSizes } from './panel-grid.js';

const LEFT = 116;

/** Sizes of panels in a grid with `columns` post-processings: about 960 pixels wide in all, or 352 on a phone. */
export function panelSizes(layout: Layout, columns: number): PanelSizes {
  if (layout === 'narrow') return { width: 352 - LEFT - 8, height: 170, left: LEFT, right: 8, under: 44, between: 0 };
  const between = 20;
  const width = Math.max(170, Math.min(620, (960 - LEFT - 8 - (columns - 1) * between) / columns));
  return { width: Math.floor(width), height: 190, left: LEFT, right: 8, under: 44, between };
}
