import type { AuditResult, Result } from '@dpfair/result';
import { certificateSection } from './certificate/certificate-section.js';
import { type Html, html, rawHtml } from './html/html.js';
import { pageStyle } from './html/style.js';
import { pageMessages as page } from './messages/page-messages.js';
import { verdictMessages } from './messages/verdict-messages.js';
import { mitigationSection } from './mitigation/mitigation-section.js';
import { asItIs, auditView } from './mitigation/views.js';
import { renderFigures } from './render-figures.js';
import { figuresSection } from './sections/figures-section.js';
import { methodSection } from './sections/method/method-section.js';
import { repeatSection } from './sections/method/repeat-section.js';
import { samplingSection } from './sections/method/sampling-section.js';
import { whySection } from './sections/method/why-section.js';
import { summarySection } from './sections/summary-section.js';
import { testedSection } from './sections/tested-section.js';
import { eventsSection } from './sections/who/events-section.js';
import { groupsSection } from './sections/who/groups-section.js';
import { whoSection } from './sections/who/who-section.js';
import { leftOutSentence } from './verdict/left-out.js';
import { verdict } from './verdict/verdict.js';

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
  const audit = auditView(result);
  const harm = result.kind === 'mitigation' ? asItIs(result) : result;
  const { tool } = result;
  const file = result.input.path.split(/[\\/]/).at(-1) || result.input.path;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${rawHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title(file)}</title>
<style>${rawHtml(pageStyle)}</style></head>
<body><a class="skip" href="#main">${page.skip()}</a>
<header><p class="kicker">${page.kicker(tool.name, result.kind)}</p><h1>${page.title(file)}</h1></header>
<main id="main" tabindex="-1"><section class="verdict" aria-labelledby="verdict"><h2 id="verdict">${page.verdict()}</h2><p>${verdict(result)}</p>${leftOutLine(audit)}</section>
${testedSection(harm)}
${result.kind === 'mitigation' && result.certificate !== undefined ? certificateSection(audit, result.certificate) : null}
${result.kind === 'mitigation' ? mitigationSection(result) : summarySection(result)}
${figuresSection(figures.filter(({ id }) => id !== 'causes'))}
${whoSection(harm)}
${eventsSection(harm)}
${groupsSection(harm)}
${whySection(harm, figures.find(({ id }) => id === 'causes') ?? null)}
${samplingSection(harm)}
${methodSection(audit)}
${repeatSection(result, jsonFile)}</main>
<footer><p>${page.footer(tool.name, tool.version)}</p></footer>
</body></html>
`.markup;
}

/** The line under the verdict when rows of the data are not in it. */
function leftOutLine(result: AuditResult): Html | null {
  const sentence = leftOutSentence(result);
  if (sentence === null) return null;
  return html`<p class="left-out">${sentence}: ${verdictMessages.see()} <a href="#tested">${page.tested()}</a>.</p>`;
}
