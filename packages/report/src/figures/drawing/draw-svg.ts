import type { TopLevelSpec } from 'vega-lite';
import { escapeText } from '../../html/escape.js';
import type { Drawing } from './panel-grid.js';
import { FONT } from './theme.js';
import { tidySvg } from './tidy-svg.js';

const silent = {
  level: () => silent,
  error: () => silent,
  warn: () => silent,
  info: () => silent,
  debug: () => silent,
};

/**
 * Compiles a copy of a specification (Vega marks the data it draws) and draws it without a browser. The SVG is one image to assistive technology: its label is
 * the alternative text, and no internal name of the chart is exposed.
 *
 * @param altText plain text
 * @returns an `<svg>` element that stands alone, in light colours
 */
export async function drawSvg(drawing: Drawing, altText: string): Promise<string> {
  // Loaded here, because a table and a verdict need no charts and Vega takes half a second to load.
  const [{ None, parse, View }, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
  const { spec } = compile(JSON.parse(JSON.stringify(drawing.spec)) as TopLevelSpec, { logger: silent as never });
  const view = new View(parse(spec), { renderer: 'none', logLevel: None });
  const svg = await view.toSVG();
  view.finalize();
  const body = tidySvg(svg.slice(svg.indexOf('>') + 1));
  const { width, height } = drawing;
  const root =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
    `role="img" aria-label="${escapeText(altText)}" font-family="${escapeText(FONT)}">`;
  return `${root}${body}`;
}
