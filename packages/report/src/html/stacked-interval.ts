import { type Html, html } from './html.js';
import { keepNumbers } from './keep-numbers.js';

/** A number with its interval under it in small print, so that the table stays narrow: '27.4 (26.9 to 27.9)' in two lines. */
export function stackedInterval(text: string): Html {
  const [, estimate, interval] = /^(.*?) (\(.* to .*\))$/.exec(text) ?? [];
  return interval === undefined
    ? keepNumbers(text)
    : html`${keepNumbers(estimate ?? '')}<br><small>${keepNumbers(interval)}</small>`;
}
