import type { StabilityResult } from '@dpfair/result';
import { formatWhole } from '../../format/index.js';
import { type Html, html } from '../../html/html.js';
import { stabilityTableWords as say } from '../../messages/stability/table-messages.js';
import { convergenceTable } from '../tables/convergence-table.js';
import { findingSection, foldedTable } from './finding-section.js';

/** What did not converge, and why; null where nothing was fitted. */
export function convergenceSection(result: StabilityResult): Html | null {
  const fits = result.cells.reduce((sum, cell) => sum + cell.fits.length, 0);
  if (fits === 0) return null;
  const found = convergenceTable(result);
  const content =
    found.rows.length === 0
      ? html`<p>${say.allConverged(formatWhole(fits))}</p>`
      : html`${foldedTable(found, say.convergenceCaption(), 'convergence-table', 3)}<p class="note">${say.convergenceNote()}</p>`;
  return findingSection('convergence', say.convergence(), content);
}
