import type { AuditResult } from '@dpfair/result';
import type { Figure } from '../../figure.js';
import { details } from '../../html/details.js';
import { type Html, html } from '../../html/html.js';
import { headlineCell } from '../../measure/index.js';
import { whyMessages as say } from '../../messages/why-messages.js';
import { boundsTable } from '../../why/bounds-table.js';
import { partsOf } from '../../why/parts.js';
import { uniformSentence, whySentence } from '../../why/why-sentence.js';
import { figureOf } from '../figures-section.js';

/** What the gains and losses come from, whether one gap holds for all counts, and the bounds; null for a result that says none of it. */
export function whySection(result: AuditResult, figure: Figure | null): Html | null {
  const head = headlineCell(result);
  const why = head && whySentence(result, head);
  const uniform = head && uniformSentence(result, head);
  const bounds = boundsTable(result);
  if (why === null && uniform === null && bounds === null) return null;
  const several = head !== null && partsOf(head).length > 1;
  return html`<section aria-labelledby="why"><h2 id="why">${say.heading()}</h2>
${[why, uniform].filter((text) => text !== null).map((text) => html`<p>${text}</p>\n`)}${several ? html`<p class="note">${say.split()}</p>` : null}
${figure && figureOf(figure)}${bounds && details(say.boundsHeading(), html`${bounds}<p class="note">${say.boundsNote()}</p>`)}</section>`;
}
