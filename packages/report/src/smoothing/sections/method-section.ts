import type { SmoothingResult } from '@dpfair/result';
import { type Html, html } from '../../html/html.js';
import { pageMessages as page } from '../../messages/page-messages.js';
import { smoothingMethodTexts as texts } from '../../messages/smoothing/method-messages.js';
import { methodEntry } from '../../sections/method/method-entry.js';
import { hasAbstentions, hasLabels } from '../smoothed.js';

/** Definitions and methods behind what the page shows, with formula and source. */
export function smoothingMethodSection({ runs, searches, sampled }: SmoothingResult): Html {
  const shown = [
    texts.fairness(),
    ...(runs.length > 0 || sampled !== undefined ? [texts.smoothing()] : []),
    ...(runs.length > 0 ? [texts.guarantee()] : []),
    ...(runs.some(hasLabels) ? [texts.confidence()] : []),
    ...(runs.some(hasAbstentions) ? [texts.abstention()] : []),
    ...(searches.length > 0 ? [texts.search()] : []),
  ];
  return html`<section aria-labelledby="method"><h2 id="method">${page.method()}</h2>
${shown.map(methodEntry)}</section>`;
}
