import type { AuditResult } from '@dpfair/result';
import type { Figure } from '../figure.js';
import { type Html, html } from '../html/html.js';
import { pageMessages as page } from '../messages/page-messages.js';
import { verdictMessages } from '../messages/verdict-messages.js';
import { figuresSection } from '../sections/figures-section.js';
import { methodSection } from '../sections/method/method-section.js';
import { samplingSection } from '../sections/method/sampling-section.js';
import { whySection } from '../sections/method/why-section.js';
import { eventsSection } from '../sections/who/events-section.js';
import { groupsSection } from '../sections/who/groups-section.js';
import { whoSection } from '../sections/who/who-section.js';
import { leftOutSentence } from '../verdict/left-out.js';

/**
 * The sections about cells that follow the numbers: figures, who is affected, groups, why, sampling error, method.
 *
 * @param audit all cells
 * @param harm those of the decision as it is
 */
export function cellSections(
  audit: AuditResult,
  harm: AuditResult,
  figures: readonly Figure[],
): readonly (Html | null)[] {
  return [
    figuresSection(figures.filter(({ id }) => id !== 'causes')),
    whoSection(harm),
    eventsSection(harm),
    groupsSection(harm),
    whySection(harm, figures.find(({ id }) => id === 'causes') ?? null),
    samplingSection(harm),
    methodSection(audit),
  ];
}

/** The line under the verdict when rows of the data are not in it. */
export function leftOutLine(result: AuditResult): Html | null {
  const sentence = leftOutSentence(result);
  if (sentence === null) return null;
  return html`<p class="left-out">${sentence}: ${verdictMessages.see()} <a href="#tested">${page.tested()}</a>.</p>`;
}
