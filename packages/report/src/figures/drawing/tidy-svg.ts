import { mergeMarks } from './merge-marks.js';
import { relativePath } from './relative-path.js';

const dropped =
  / (?:class|role|aria-[a-z]+|pointer-events|font-family|stroke-miterlimit)="[^"]*"| (?:fill-|stroke-)?opacity="1"/g;
const empty = /<path(?: [a-z-]+="[^"]*")* d="(?:M0,0h0v0h0Z)?"(?: [a-z-]+="[^"]*")*\/>/g;

/**
 * Makes the SVG of Vega smaller without changing what is seen: drops classes, roles and defaults, invisible paths and
 * groups without content, rounds coordinates to a tenth of a pixel, writes outlines point by point from the one before, and merges marks that look alike. Text between tags is left alone.
 */
export function tidySvg(svg: string): string {
  let text = svg.replace(/<[^>]*>/g, tidyTag).replace(empty, '');
  let before: string;
  do {
    before = text;
    text = text.replace(/<g(?: [a-z-]+="[^"]*")*><\/g>/g, '');
  } while (text !== before);
  return mergeMarks(flatten(text));
}

function tidyTag(tag: string): string {
  return tag
    .replace(dropped, '')
    .replace(/\d+\.\d{2,}(?:e-\d+)?|\d(?:\.\d+)?e-\d+/g, (number) => String(Math.round(Number(number) * 10) / 10 || 0))
    .replace(/-0(?=[",)])/g, '0')
    .replace(/ d="([^"]*)"/, (_, path: string) => ` d="${relativePath(path)}"`)
    .replace(/ transform="translate\(0,0\)"/, '')
    .replace(/ (?:stroke-width="1"|font-weight="normal")/, '');
}

/** Removes groups without attributes, keeping their content: `<g><path/></g>` is `<path/>`. */
function flatten(svg: string): string {
  const kept: boolean[] = [];
  return svg.replace(/<g(?: [^>]*)?>|<\/g>/g, (tag) => {
    if (tag === '</g>') return kept.pop() === false ? '' : tag;
    kept.push(tag !== '<g>');
    return tag === '<g>' ? '' : tag;
  });
}
