import type { StabilityResult } from '@dpfair/result';
import type { Figure } from '../../figure.js';
import { dataText, type Html, html } from '../../html/html.js';
import { stabilityTableWords as say } from '../../messages/stability/table-messages.js';
import { figureOf } from '../../sections/figures-section.js';
import { list } from '../../sections/tested-items.js';
import { sentence } from '../../words/index.js';
import { boundsRemarks, boundsTable } from '../tables/bounds-table.js';
import { findingSection, foldedTable } from './finding-section.js';

/** Bounds of theory beside what was measured; null where there is neither. */
export function boundsSection(result: StabilityResult, figure: Figure | null): Html | null {
  const found = boundsTable(result);
  if (found.rows.length === 0) return null;
  const remarks = boundsRemarks(result, result.cells).map((text) => dataText(sentence(text)));
  const measured = result.cells.some(({ replaced }) => replaced !== null);
  const content = html`<p>${say.boundsNote(measured)}</p>${figure && figureOf(figure)}
${foldedTable(found, say.boundsCaption(), 'bounds-table', 2)}${remarks.length === 0 ? null : html`<div class="note">${list(remarks)}</div>`}`;
  return findingSection('theory', say.boundsHeading(measured), content);
}
