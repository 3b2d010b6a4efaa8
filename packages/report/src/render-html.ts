import type { Result } from '@dpfair/result';
import { html, rawHtml } from './html/html.js';
import { pageStyle } from './html/style.js';
import { viewOf } from './kinds/result-views.js';
import { pageMessages as page } from './messages/page-messages.js';
import { renderFigures } from './render-figures.js';
import { repeatSection } from './sections/method/repeat-section.js';

/** Options of `renderHtml`. */
export interface RenderHtmlOptions {
  /**
   * Where the full result is kept, to be named when it is too large to be inside the page (over 2,000 entities).
   * @default null
   */
  readonly jsonFile?: string | null;
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * Writes a result as one HTML file: verdict, what was tested, the numbers, figures, who is affected, groups, method and
 * how to repeat it. It needs no script, loads nothing, follows light and dark, and prints with its folds open. Every
 * text from the data is escaped, and the page forbids scripts by its own policy.
 *
 * @param result a validated result
 * @returns the same bytes for the same result
 * @example
 * const page = await renderHtml(resultFromJson(text, 'result.json'), { jsonFile: 'result.json' })
 */
export async function renderHtml(result: Result, options: RenderHtmlOptions = {}): Promise<string> {
  const { jsonFile = null } = options;
  const figures = await renderFigures(result);
  const view = viewOf(result);
  const { tool } = result;
  const file = result.input.path.split(/[\\/]/).at(-1) || result.input.path;
  const title = (view.title ?? page.title)(file);
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${rawHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${rawHtml(pageStyle)}</style></head>
<body><a class="skip" href="#main">${page.skip()}</a>
<header><p class="kicker">${page.kicker(tool.name, result.kind)}</p><h1>${title}</h1></header>
<main id="main" tabindex="-1"><section class="verdict" aria-labelledby="verdict"><h2 id="verdict">${page.verdict()}</h2>${(view.paragraphs?.(result) ?? [view.verdict(result)]).map((text) => html`<p>${text}</p>`)}${view.underVerdict(result)}</section>
${view.sections(result, figures).map((section) => html`${section}\n`)}${repeatSection(result, jsonFile)}</main>
<footer><p>${page.footer(tool.name, tool.version)}</p></footer>
</body></html>
`.markup;
}
