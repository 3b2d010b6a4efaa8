import { cutName } from '../../format/index.js';

const CHARACTER_WIDTH = 6.9;

/** A label over or under a point: on the side with more room, cut so that it stays inside the panel. */
export interface PlacedLabel {
  readonly text: string;
  readonly align: 'left' | 'right';
  readonly dx: number;
}

/**
 * Places the label of a point `x` pixels from the left edge of a panel `width` pixels wide.
 */
export function placeLabel(name: string, x: number, width: number): PlacedLabel {
  const align = x > width / 2 ? 'right' : 'left';
  const room = (align === 'right' ? x : width - x) + 2;
  const longest = Math.min(30, Math.max(6, Math.floor(room / CHARACTER_WIDTH)));
  return { text: cutName(name, longest), align, dx: align === 'right' ? 6 : -6 };
}
