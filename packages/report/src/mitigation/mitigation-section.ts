import type { MitigationResult } from '@dpfair/result';
import { cleanText, formatNumber, formatPlain, formatWhole, MISSING } from '../format/index.js';
import { details } from '../html/details.js';
import { type Html, html } from '../html/html.js';
import { stackedInterval } from '../html/stacked-interval.js';
import { table } from '../html/table.js';
import { mitigationMessages as say } from '../messages/mitigation-messages.js';
import { checkList } from '../sections/check-list.js';
import { methodWords, postWords, sentence } from '../words/index.js';
import { mitigationColumns } from './mitigation-columns.js';
import { auditView, type Comparison, comparisonsOf, isChosen, isNotPrivate, type MitigationRow } from './views.js';

/** What was compared: a table for each budget, what each mitigation does and needs, and what was left out and why. */
export function mitigationSection(result: MitigationResult): Html {
  const comparisons = comparisonsOf(result);
  const { training } = result;
  return html`<section aria-labelledby="mitigations"><h2 id="mitigations">${say.heading()}</h2>
${comparisons.map((comparison, k) => numbers(result, comparison, `mitigations-${k + 1}`))}
<p class="note">${say.note()}</p>
${details(say.details(), html`${comparisons.slice(0, 1).map(meanings)}${comparisons.map((comparison, k) => numbersOf(comparison, `details-${k + 1}`))}`)}
${training === null ? null : html`<p class="note">${say.training(cleanText(training.path), formatWhole(training.rows))}</p>`}
${leftOut(result)}${checkList(auditView(result))}</section>`;
}

function numbers(result: MitigationResult, { label, rows }: Comparison, id: string): Html {
  const columns = mitigationColumns(result);
  const heads = [say.mitigation(), ...columns.map(({ head }) => head), say.same(), say.method()];
  const lines = rows.map((row) => [
    name(result, row),
    ...columns.map(({ of }) => stackedInterval(of(row))),
    same(row),
    methodWords(row.cell),
  ]);
  return table(heads.map(sentence), lines, { caption: say.captionAt(label), id, words: 1 });
}

function name(result: MitigationResult, row: MitigationRow): Html {
  const { mitigation } = row;
  const { label } = postWords(mitigation.id);
  const text = sentence(label);
  const star = mitigation.efficient
    ? html`<span aria-hidden="true">★ </span><span class="hidden">efficient: </span>`
    : null;
  const notes = [
    isChosen(result, row) ? say.chosen() : null,
    mitigation.payable ? null : say.negative(),
    isNotPrivate(result, row) ? say.notPrivate() : null,
    mitigation.remark && cleanText(mitigation.remark),
  ];
  const negative = html`${notes.flatMap((note) => (note === null ? [] : [html`<br><small>${note}</small>`]))}`;
  return mitigation.efficient ? html`<strong>${star}${text}</strong>${negative}` : html`${text}${negative}`;
}

/** The budget at which the decision as it is would do the same. */
function same({ mitigation: { sameGap } }: MitigationRow): string {
  if (sameGap === null || sameGap.factor === null) return MISSING;
  return sameGap.epsilon === null
    ? say.sameGapNoise(formatNumber(sameGap.factor))
    : say.sameGapAt(formatPlain(Number(sameGap.epsilon.toPrecision(3))));
}

function meanings({ rows }: Comparison): Html {
  const lines = rows.map(({ mitigation }) => {
    const { label, meaning } = postWords(mitigation.id);
    const needs = mitigation.assumes.length === 0 ? say.nothing() : mitigation.assumes.join('; ');
    return [sentence(label), sentence(meaning), cleanText(needs)];
  });
  const heads = [say.mitigation(), say.what(), say.needs()].map(sentence);
  return table(heads, lines, { caption: say.details(), id: 'mitigation-meanings', words: 3 });
}

function numbersOf({ label, rows }: Comparison, id: string): Html {
  const lines = rows.flatMap(({ mitigation }) =>
    mitigation.facts.map((fact) => [
      sentence(postWords(mitigation.id).label),
      sentence(cleanText(fact.name)),
      formatNumber(fact.value),
    ]),
  );
  if (lines.length === 0) return html``;
  return table([say.mitigation(), say.what(), say.numbers()].map(sentence), lines, {
    caption: sentence(label),
    id,
    words: 2,
  });
}

function leftOut({ notApplicable }: MitigationResult): Html | null {
  if (notApplicable.length === 0) return null;
  const items = notApplicable.map(
    ({ id, reason }) => html`<li>${sentence(postWords(id).label)}: ${cleanText(reason)}</li>`,
  );
  return html`<h3>${say.notApplicable()}</h3><ul>${items}</ul>`;
}
