import type { TrainingResult } from '@dpfair/result';
import { type Html, html } from '../../html/html.js';
import { pageMessages as page } from '../../messages/page-messages.js';
import { trainingMethodTexts as texts } from '../../messages/training/method-messages.js';
import { methodEntry } from '../../sections/method/method-entry.js';

/** Definitions and methods behind what the page shows, with formula and source. */
export function trainingMethodSection({ data, runs, pruning, attacks }: TrainingResult): Html {
  const repeated = runs.some(({ method }) => method === 'montecarlo');
  const descends = runs.some(({ algorithm }) => algorithm.name === 'dp-sgd');
  const shown = [
    texts.risk(),
    texts.gap(),
    ...(descends ? [...(data === null ? [] : [texts.parts()]), texts.terms()] : []),
    ...(runs.some(({ algorithm }) => algorithm.name === 'output-perturbation') ? [texts.perturbation()] : []),
    ...(repeated ? [texts.intervals()] : []),
    ...(pruning.length > 0 ? [texts.pruning()] : []),
    ...(attacks === null ? [] : [texts.attacks()]),
  ];
  return html`<section aria-labelledby="method"><h2 id="method">${page.method()}</h2>
${shown.map(methodEntry)}</section>`;
}
