import { formatRange, formatSpan, MISSING, readableProse } from '../format/index.js';
import { type Html, html } from '../html/html.js';
import { keepNumbers } from '../html/keep-numbers.js';
import type { Compared } from '../measure/index.js';
import { summaryMessages as say } from '../messages/page-messages.js';

/** How a number stands in its cell. */
export interface NumberCellOptions {
  /** Whether it begins the columns of a post-processing. @default false */
  readonly first?: boolean;
  /** A line under it. @default none */
  readonly below?: string;
  /** Whether only the ends of its interval are known. @default false */
  readonly open?: boolean;
}

/** A number of the summary with its interval, marked where it is the best of its row; or why there is none. */
export function numberCell(
  value: Compared,
  write: (value: number | null) => string,
  best: boolean,
  reason: string | null,
  more: NumberCellOptions = {},
): Html {
  const { first = false, below = null, open = false } = more;
  const style = { markup: first ? ' class="number start"' : ' class="number"' };
  // a reason is running text: it wraps, numbers do not
  if (value.estimate === null)
    return html`<td${{ markup: first ? ' class="reason start"' : ' class="reason"' }}>${reason === null ? MISSING : say.missing(readableProse(reason))}</td>`;
  const range = open ? null : formatRange(value.estimate, value.lower, value.upper, write);
  const text = keepNumbers(open ? formatSpan(value.estimate, value.lower, value.upper, write) : write(value.estimate));
  const marked = best
    ? html`<strong><span aria-hidden="true">★ </span>${text}<span class="hidden"> (${say.best()})</span></strong>`
    : text;
  return html`<td${style}>${marked}${range === null ? null : html`<br><small>(${keepNumbers(range)})</small>`}${below === null ? null : html`<br><small>${below}</small>`}</td>`;
}
