import type { AuditResult } from '@dpfair/result';
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

/** The `--fail-on` checks, each with a word and a symbol; null when there are none. */
export function checkList(result: AuditResult): Html | null {
  if (result.checks.length === 0) return null;
  const items = result.checks.map(({ id, status, estimate, lower, upper, limit }) => {
    if (id.startsWith('false-')) {
      const text = say.check(formatInterval(estimate, lower, upper, formatProbability), formatProbability(limit));
      return html`<li><strong>${statusMessages[status]}</strong> <code>${id}</code>: ${text}</li>`;
    }
    if (result.unit === 'probability') {
      const text = say.check(formatInterval(estimate, lower, upper, formatPoints), formatPoints(limit));
      return html`<li><strong>${statusMessages[status]}</strong> <code>${id}</code>: ${text} (percentage points)</li>`;
    }
    if (result.unit === 'seats') {
      const text = say.check(formatInterval(estimate, lower, upper, formatNumber), formatNumber(limit));
      return html`<li><strong>${statusMessages[status]}</strong> <code>${id}</code>: ${text} (seats)</li>`;
    }
    const scale = shareScale([limit, estimate]);
    const write = (value: number | null) => formatScaledShare(value, scale);
    const unit = Math.max(Math.abs(limit), Math.abs(estimate ?? 0)) > 1 ? null : scale.unit;
    const plain = unit === null ? (value: number | null) => formatNumber(value) : write;
    const text = `${say.check(formatInterval(estimate, lower, upper, plain), plain(limit))}${unit === null ? '' : ` (${unit})`}`;
    return html`<li><strong>${statusMessages[status]}</strong> <code>${id}</code>: ${text}</li>`;
  });
  return html`<h3>${say.checks()}</h3><ul class="checks">${items}</ul>`;
}
