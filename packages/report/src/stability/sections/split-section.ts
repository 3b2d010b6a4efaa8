import type { StabilityResult } from '@dpfair/result';
import { type Html, html } from '../../html/html.js';
import { stabilityTableWords as say } from '../../messages/stability/table-messages.js';
import { splitTable } from '../tables/split-table.js';
import { findingSection, foldedTable } from './finding-section.js';

/** What shrinkage does alone, and what each fairness term adds; null where `plain` was not run. */
export function splitSection(result: StabilityResult): Html | null {
  const found = splitTable(result);
  if (found.rows.length === 0) return null;
  const content = html`<p>${say.splitNote()}</p>${foldedTable(found, say.splitCaption(), 'split-table', 3)}`;
  return findingSection('split', say.splitHeading(), content);
}
