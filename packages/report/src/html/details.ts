import { type Html, html } from './html.js';

/** A fold. Print opens it by style. */
export function details(summary: string, content: Html, open = false): Html {
  return html`<details${{ markup: open ? ' open' : '' }}><summary>${summary}</summary>${content}</details>`;
}
