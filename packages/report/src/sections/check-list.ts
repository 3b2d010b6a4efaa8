import type { AuditResult, Check } from '@dpfair/result';
import {
  formatInterval,
  formatNumber,
  formatPoints,
  formatProbability,
  formatScaledShare,
  shareScale,
} from '../format/index.js';
import { type Html, html } from '../html/html.js';
import { summaryMessages as say, statusMessages } from '../messages/page-messages.js';

/** The `--fail-on` checks of cells, each with a word and a symbol; null when there are none. */
export function checkList({ checks, unit }: AuditResult): Html | null {
  return checksWritten(checks, (check) => {
    if (check.id.startsWith('false-')) return comparison(check, formatProbability);
    if (unit === 'probability') return `${comparison(check, formatPoints)} (percentage points)`;
    if (unit === 'seats') return `${comparison(check, formatNumber)} (seats)`;
    const { limit, estimate } = check;
    const scale = shareScale([limit, estimate]);
    if (Math.max(Math.abs(limit), Math.abs(estimate ?? 0)) > 1) return comparison(check, formatNumber);
    return `${comparison(check, (value) => formatScaledShare(value, scale))} (${scale.unit})`;
  });
}

/**
 * The checks of a result whose values are plain numbers; null when there are none.
 *
 * @param nameOf what a check is called
 */
export function plainCheckList(checks: readonly Check[], nameOf = idOf): Html | null {
  return checksWritten(checks, (check) => comparison(check, formatNumber), nameOf);
}

const idOf = ({ id }: Check): Html => html`<code>${id}</code>`;

function checksWritten(checks: readonly Check[], textOf: (check: Check) => string, nameOf = idOf): Html | null {
  if (checks.length === 0) return null;
  const items = checks.map(
    (check) => html`<li><strong>${statusMessages[check.status]}</strong> ${nameOf(check)}: ${textOf(check)}</li>`,
  );
  return html`<h3>${say.checks()}</h3><ul class="checks">${items}</ul>`;
}

function comparison({ estimate, lower, upper, limit }: Check, write: (value: number | null) => string): string {
  return say.check(formatInterval(estimate, lower, upper, write), write(limit));
}
