import { cutName } from '../../format/index.js';
import { chartConfig, neutrals } from './theme.js';

/** Wide: panels side by side, for screens and print. Narrow: one panel a row, for phones. */
export type Layout = 'wide' | 'narrow';

/** A specification with the size of its drawing in pixels, margins included. */
export interface Drawing {
  readonly spec: Record<string, unknown>;
  readonly width: number;
  readonly height: number;
}

/** One plot: its caption in two lines, and its Vega-Lite layers. */
export interface Panel {
  readonly caption: readonly [string, string] | null;
  readonly layer: readonly Record<string, unknown>[];
}

/** Sizes in pixels. */
export interface PanelSizes {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  /** Space under each panel for its axis. */
  readonly under: number;
  /** Space between two panels of a row. */
  readonly between: number;
  /** Space above each panel; by default room for its caption. */
  readonly above?: number;
  /**
   * Space above the whole grid, for a legend.
   * @default 0
   */
  readonly head?: number;
}

/** Room for the two lines of a caption. */
export const CAPTION = 46;
const BOLD_WIDTH = 7.8;
const PLAIN_WIDTH = 7.1;

/**
 * Lays panels out in rows of fixed sizes, so that nothing depends on measured text.
 *
 * @param rows panels, row by row; at least one; a short row is filled up with empty space
 */
export function panelGrid(rows: readonly (readonly Panel[])[], sizes: PanelSizes): Drawing {
  const { above = CAPTION, head = 0 } = sizes;
  const columns = Math.max(...rows.map((row) => row.length));
  const concat = rows.flatMap((row) => [
    ...row.map((panel) => panelSpec(panel, sizes)),
    ...Array.from({ length: columns - row.length }, () => emptySpec(sizes)),
  ]);
  return {
    spec: {
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      autosize: 'none',
      padding: { left: sizes.left, right: sizes.right, top: head + above, bottom: sizes.under },
      bounds: 'flush',
      columns,
      spacing: { row: sizes.under + above, column: sizes.between },
      concat,
      config: chartConfig,
    },
    width: sizes.left + columns * sizes.width + (columns - 1) * sizes.between + sizes.right,
    height: head + rows.length * (above + sizes.height + sizes.under),
  };
}

function panelSpec({ caption, layer }: Panel, sizes: PanelSizes): Record<string, unknown> {
  if (caption === null) return { width: sizes.width, height: sizes.height, layer };
  const [first, second] = caption;
  const captions = [
    captionMark(first, -28, sizes.width / BOLD_WIDTH, 600),
    captionMark(second, -11, sizes.width / PLAIN_WIDTH, 400),
  ];
  return { width: sizes.width, height: sizes.height, layer: [...layer, ...captions] };
}

/** A line of the caption, above the plot at a fixed place. */
function captionMark(text: string, y: number, longest: number, fontWeight: number): Record<string, unknown> {
  const values = [{ text: cutName(text, Math.max(8, Math.floor(longest))) }];
  return {
    data: { values },
    mark: {
      type: 'text',
      align: 'left',
      baseline: 'middle',
      fill: neutrals.ink.light,
      fontSize: 13,
      fontWeight,
      limit: 0,
    },
    encoding: { x: { value: 0 }, y: { value: y }, text: { field: 'text', type: 'nominal' } },
  };
}

function emptySpec({ width, height }: PanelSizes): Record<string, unknown> {
  return { width, height, data: { values: [] }, mark: 'rule', encoding: {}, view: { stroke: null } };
}
