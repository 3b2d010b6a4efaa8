import type { SkippedRow, Warning } from '@dpfair/result';
import { formatWhole, readableProse } from '../format/index.js';
import { details } from '../html/details.js';
import { dataText, type Html, html } from '../html/html.js';
import { pageMessages as page, testedMessages as say } from '../messages/page-messages.js';

/** A term, and what it was in the run. */
export type TestedItem = readonly [term: string, value: Html];

/** Lines that are listed; of more the number is said. */
export const MOST_SKIPPED = 20;
/** Up to this many rows that were left out are listed in the open. */
export const MOST_OPEN = 10;

/** One item as it is, more as a list. */
export function list(items: readonly Html[]): Html {
  if (items.length === 1) return items[0] as Html;
  return html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

/** What was done to the text of the file, where something was. */
export function notesItem(notes: readonly string[]): readonly TestedItem[] {
  return notes.length === 0 ? [] : [[say.notes(), list(notes.map(dataText))]];
}

/** Rows that were left out, with line and reason. */
export function skippedItem(skipped: readonly SkippedRow[]): Html {
  if (skipped.length === 0) return html`${say.skippedNone()}`;
  const lines = skipped
    .slice(0, MOST_SKIPPED)
    .map(({ line, reason }) => html`<li>${dataText(say.skippedLine(formatWhole(line), reason))}</li>`);
  const more = skipped.length - MOST_SKIPPED;
  const rest = more > 0 ? html`<li>${say.skippedMore(formatWhole(more))}</li>` : null;
  return details(
    say.skippedSome(formatWhole(skipped.length)),
    html`<ul>${lines}${rest}</ul>`,
    skipped.length <= MOST_OPEN,
  );
}

/** The warnings of a run, where there are any. */
export function warningsItem(warnings: readonly Warning[]): readonly TestedItem[] {
  if (warnings.length === 0) return [];
  const texts = warnings.map(
    ({ code, message }) => html`<strong>${code}</strong>: ${dataText(readableProse(message))}`,
  );
  return [[say.warnings(), list(texts)]];
}

/** The section of terms and what they were. @param interruption what a run that was stopped says of itself; null for others */
export function testedItemsSection(items: readonly TestedItem[], interruption: string | null): Html {
  const rows = items.map(([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>\n`);
  return html`<section aria-labelledby="tested"><h2 id="tested">${page.tested()}</h2>
${interruption === null ? null : html`<p><strong>${interruption}</strong></p>`}<dl>
${rows}</dl></section>`;
}
