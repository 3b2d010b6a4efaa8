import type { StabilityResult } from '@dpfair/result';
import { type Html, html } from '../../html/html.js';
import { stabilityTableWords as say } from '../../messages/stability/table-messages.js';
import { splitTable, toldSplitTable } from '../tables/split-table.js';
import { findingSection, foldedTable, isLong, openTable } from './finding-section.js';

/** What shrinkage does alone, and what each fairness term adds, first at the lambda of the verdict where the whole is long; null where `plain` was not run. */
export function splitSection(result: StabilityResult): Html | null {
  const found = splitTable(result);
  if (found.rows.length === 0) return null;
  const told = toldSplitTable(result);
  const first = isLong(found) && told.rows.length < found.rows.length ? told : null;
  const content = html`<p>${say.splitNote()}</p>${first && openTable(first, say.splitTold(), 'split-told', 3)}${foldedTable(found, say.splitCaption(), 'split-table', 3)}`;
  return findingSection('split', say.splitHeading(), content);
}
