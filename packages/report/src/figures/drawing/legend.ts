import { neutrals } from './theme.js';

/** One entry of a legend: its mark and its text. */
export interface LegendEntry {
  readonly text: string;
  readonly colour: string;
  /** A Vega shape. */
  readonly shape: string;
}

/** Where a legend is: in pixels of the panel it belongs to. */
export interface LegendPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

const LINE = 22;
/** Pixels that a character of a label takes, and the mark before it with the space behind. */
const CHARACTER = 6.9;
const MARK = 34;

/** The lines that a legend takes, each of 22 pixels. */
export function legendLines(entries: readonly LegendEntry[], width: number): number {
  return Math.ceil(entries.length / columnsOf(entries, width));
}

/** The height of a legend in pixels. */
export const legendHeight = (entries: readonly LegendEntry[], width: number): number =>
  LINE * legendLines(entries, width);

/** A legend as layers of a panel: marks of a size in square pixels and texts in columns as wide as the longest text. */
export function legendMarks(entries: readonly LegendEntry[], { left, top, width }: LegendPlace, size = 80) {
  const columns = columnsOf(entries, width);
  return entries.flatMap(({ text, colour, shape }, index) => {
    const x = left + (index % columns) * (width / columns);
    const y = top + Math.floor(index / columns) * LINE;
    return [
      {
        data: { values: [{}] },
        mark: {
          type: 'point',
          shape,
          size,
          filled: true,
          fill: colour,
          opacity: 1,
          stroke: neutrals.muted.light,
          strokeWidth: 0.5,
        },
        encoding: { x: { value: x + 7 }, y: { value: y } },
      },
      textAt(text, x + 19, y),
    ];
  });
}

/** A text of a panel, from its left end. */
export function textAt(text: string, x: number, y: number): Record<string, unknown> {
  return {
    data: { values: [{ text }] },
    mark: { type: 'text', align: 'left', baseline: 'middle', limit: 0, fill: neutrals.ink.light, fontSize: 12 },
    encoding: { x: { value: x }, y: { value: y }, text: { field: 'text', type: 'nominal' } },
  };
}

function columnsOf(entries: readonly LegendEntry[], width: number): number {
  const longest = Math.max(...entries.map(({ text }) => text.length));
  return Math.min(entries.length, Math.max(1, Math.floor(width / (longest * CHARACTER + MARK))));
}
