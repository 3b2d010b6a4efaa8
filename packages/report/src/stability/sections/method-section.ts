import type { StabilityResult } from '@dpfair/result';
import { type Html, html } from '../../html/html.js';
import { pageMessages as page } from '../../messages/page-messages.js';
import { stabilityMethodTexts as texts } from '../../messages/stability/method-messages.js';
import { methodEntry } from '../../sections/method/method-entry.js';

/** Definitions and methods behind what the page shows, with formula and source. */
export function stabilityMethodSection({ cells, setting }: StabilityResult): Html {
  const has = (name: string) => cells.some(({ algorithm }) => algorithm === name);
  const shown = [
    texts.program(),
    texts.stab(),
    texts.rate(),
    ...(setting.repetitions > 1 ? [texts.intervals()] : []),
    ...(cells.some(({ bounds }) => bounds.uniform !== null) ? [texts.bounds()] : []),
    ...(has('zvrg') ? [texts.covariance()] : []),
    ...(has('kaas') ? [texts.information()] : []),
    ...(has('gyf') ? [texts.logs()] : []),
  ];
  return html`<section aria-labelledby="method"><h2 id="method">${page.method()}</h2>
${shown.map(methodEntry)}</section>`;
}
