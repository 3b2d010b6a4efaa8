import type { StabilityResult } from '@dpfair/result';
import { cleanText, formatConfidence, formatPlain, formatProbability, formatWhole } from '../../format/index.js';
import { details } from '../../html/details.js';
import { dataText, type Html, html } from '../../html/html.js';
import { stackedInterval } from '../../html/stacked-interval.js';
import { table } from '../../html/table.js';
import { stabilityTableWords as say } from '../../messages/stability/table-messages.js';
import { plainCheckList } from '../../sections/check-list.js';
import { sentence } from '../../words/index.js';
import { isWaiting, repetitionsText } from '../how-far.js';
import { repeatedText } from '../measures.js';
import { smallGroups } from '../small-groups.js';
import { cellColumns } from '../tables/cell-columns.js';
import { undefinedNotes } from '../undefined-notes.js';
import { groupColumns, labelOf, orderedCells, variantsOf } from '../variants.js';

/** Every cell, a table a column of groups, the rates of each group, and the checks. */
export function stabilityCellsSection(result: StabilityResult): Html {
  const { cells, checks } = result;
  const tables = groupColumns(result).map((column, k) => cellTable(result, column, `cells-${k + 1}`));
  const rows = formatWhole(cells[0]?.stab.ofRows ?? result.data.rows.test);
  return html`<section aria-labelledby="numbers"><h2 id="numbers">${say.heading()}</h2>
${tables}<p class="note">${say.note(rows)}${cells.some(isWaiting) ? ` ${say.waitingNote()}` : null}</p>
${undefinedList(result)}${rateTable(result)}${plainCheckList(checks)}</section>`;
}

/** Where numbers are undefined or have no interval, and why; null where all are whole. */
function undefinedList(result: StabilityResult): Html | null {
  const notes = undefinedNotes(result);
  if (notes.length === 0) return null;
  const few = result.cells.some(({ accuracy, statisticalRate, disparateImpact, parityGap, stab, norm }) =>
    [accuracy, statisticalRate, disparateImpact, parityGap, stab, norm].some(
      ({ estimate, reason }) => estimate !== null && reason !== null,
    ),
  );
  return html`<div class="note"><p>${few ? say.fewNote() : say.undefinedNote()}</p>
<ul>${notes.map((text) => html`<li>${dataText(text)}</li>`)}</ul></div>
`;
}

function cellTable(result: StabilityResult, column: string, id: string): Html {
  const { confidence } = result.setting;
  const columns = cellColumns(
    result,
    result.cells.filter(({ group }) => group === column),
  );
  const rows = variantsOf(result, column).flatMap(({ label, cells }) =>
    cells.map((cell) => [label, formatPlain(cell.lambda), ...columns.map(({ of }) => stackedInterval(of(cell)))]),
  );
  const heads = [say.algorithm(), say.lambda(), ...columns.map(({ head }) => head)];
  const caption = say.caption(cleanText(column), repetitionsText(result), formatConfidence(confidence));
  return table(heads.map(sentence), rows, { caption, id, words: 1 });
}

function rateTable(result: StabilityResult): Html | null {
  const rows = orderedCells(result).flatMap((cell) =>
    cell.rates.map(({ group, rate }) => [
      cleanText(cell.group),
      smallGroups(result, cell.group).some((one) => one.group === group)
        ? say.fewRowsOf(cleanText(group))
        : cleanText(group),
      labelOf(result, cell),
      formatPlain(cell.lambda),
      stackedInterval(repeatedText(cell, rate, formatProbability)),
    ]),
  );
  if (rows.length === 0) return null;
  const columns = [say.column(), say.group(), say.algorithm(), say.lambda(), say.rateOf()].map(sentence);
  const caption = say.ratesCaption(cleanText(result.data.favourable));
  return details(say.rates(), table(columns, rows, { caption, id: 'rates', words: 3, header: 1 }));
}
