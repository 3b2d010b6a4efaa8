import type { StabilityResult } from '@dpfair/result';
import { type Html, html } from '../../html/html.js';
import { stabilityTableWords as say } from '../../messages/stability/table-messages.js';
import { publishedTable } from '../tables/published-table.js';
import { findingSection, foldedTable } from './finding-section.js';

/** Published figures beside ours; null where nothing was published. */
export function publishedSection(result: StabilityResult): Html | null {
  const found = publishedTable(result);
  if (found.rows.length === 0) return null;
  const whole = foldedTable(found, say.publishedCaption(), 'published-table', 3);
  return findingSection('published', say.publishedHeading(), html`${whole}<p class="note">${say.publishedNote()}</p>`);
}
