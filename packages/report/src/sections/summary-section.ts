import type { AuditResult, Cell } from '@dpfair/result';
import {
  cutName,
  formatNumber,
  formatPercent,
  formatRange,
  formatSpan,
  formatWhole,
  MISSING,
  readableProse,
} from '../format/index.js';
import { dataText, type Html, html } from '../html/html.js';
import { keepNumbers } from '../html/keep-numbers.js';
import { scrollBox } from '../html/table.js';
import {
  bestOfRow,
  bestWinner,
  type CellRow,
  type Compared,
  cellGrid,
  cellOf,
  type EntityView,
  entityView,
  measured,
  type OutcomeUnit,
  outcomeUnit,
  restsOnZero,
  worstLoser,
  wrongAnswers,
  wrongProbability,
} from '../measure/index.js';
import { answerSummaryMessages as answers } from '../messages/answer-messages.js';
import { pageMessages as page, summaryMessages as say } from '../messages/page-messages.js';
import { postWords, sentence } from '../words/index.js';
import { checkList } from './check-list.js';

/** One row per mechanism and budget, a group of columns per post-processing, and the checks. */
export function summarySection(result: AuditResult): Html {
  return html`<section aria-labelledby="numbers"><h2 id="numbers">${page.numbers()}</h2>
${result.cells.length > 0 ? summary(result) : null}${checkList(result)}</section>`;
}

function summary(result: AuditResult): Html {
  const yesNo = result.unit === 'probability';
  const grid = cellGrid(result);
  const unit = outcomeUnit(
    result,
    result.cells.map((cell) => cell.alpha.estimate),
  );
  const shares = result.unit === 'share';
  const heads = yesNo
    ? [answers.gap(), answers.wrong(), answers.loser(), answers.winner()]
    : [say.gap(), ...(shares ? [say.cost()] : []), say.loser(), say.winner()];
  const groups = grid.posts.map(
    (post) =>
      html`<th scope="colgroup" colspan="${String(heads.length)}" class="group">${sentence(postWords(post).label)}</th>`,
  );
  const columns = grid.posts.flatMap(() =>
    heads.map((head, index) => html`<th scope="col"${{ markup: start(index) }}>${head}</th>`),
  );
  const rows = grid.rows.map(
    (row) =>
      html`<tr><th scope="row">${sentence(row.label)}</th>${cellsOf(result, row, grid.posts, unit, heads.length)}</tr>\n`,
  );
  const content = html`<table class="summary"><caption id="summary-caption">${yesNo ? answers.caption(formatWhole(result.input.rows)) : say.caption(unit.header)}</caption>
<thead><tr><th scope="col" rowspan="2">${say.noise()}</th>${groups}</tr><tr>${columns}</tr></thead><tbody>
${rows}</tbody></table>`;
  return html`<p class="note sideways" aria-hidden="true">${say.sideways()}</p>${scrollBox('summary-caption', content)}<p class="note">${say.noteBest()} ${say.noteInterval()}</p>`;
}

function cellsOf(
  result: AuditResult,
  row: CellRow,
  posts: readonly string[],
  unit: OutcomeUnit,
  width: number,
): Html[] {
  const yesNo = result.unit === 'probability';
  const cells = posts.map((post) => cellOf(row, post));
  const present = cells.filter((cell): cell is Cell => cell !== undefined);
  const gaps = present.map((cell) => cell.alpha);
  const wrong = present.map((cell) => wrongAnswers(cell).all);
  const bestGap = present[(yesNo ? seenBest(gaps, unit.cell) : bestOfRow(gaps)) ?? -1];
  const bestCost = present[bestOfRow(present.map(costOf)) ?? -1];
  const fewest = present[seenBest(wrong, formatNumber) ?? -1];
  return cells.flatMap((cell) => {
    if (cell === undefined) return [html`<td class="start" colspan="${String(width)}">${MISSING}</td>`];
    return [
      figure(cell.alpha, unit.cell, cell === bestGap, cell.alpha.reason, {
        first: true,
        open: restsOnZero(cell, cell.alpha),
      }),
      ...(result.unit === 'share' ? [costCell(cell, unit, cell === bestCost)] : []),
      ...(result.unit === 'probability' ? [wrongCell(cell, cell === fewest)] : []),
      extreme(
        result,
        cell,
        worstLoser(cell),
        unit,
        yesNo ? answers.noLoser(cell.method === 'montecarlo') : say.noLoser(),
      ),
      extreme(
        result,
        cell,
        bestWinner(cell),
        unit,
        yesNo ? answers.noWinner(cell.method === 'montecarlo') : say.noWinner(),
      ),
    ];
  });
}

function costOf(cell: Cell): { estimate: number | null; lower: number | null; upper: number | null } {
  const { share, lower, upper } = cell.costOfPrivacy;
  return { estimate: share, lower, upper };
}

/** In dollars with the percentage of the budget under it, or the percentage alone. */
function costCell(cell: Cell, unit: OutcomeUnit, best: boolean): Html {
  const cost = costOf(cell);
  // told once a cell: the gap beside it has the reason
  const { reason } = cell.costOfPrivacy;
  if (cost.estimate === null && reason !== null && reason === cell.alpha.reason)
    return html`<td>${say.notDefined()}</td>`;
  const open = restsOnZero(cell, cost);
  if (unit.kind !== 'dollars') return figure(cost, formatPercent, best, reason, { open });
  return figure(cost, unit.cell, best, reason, open ? { open } : { below: formatPercent(cost.estimate) });
}

/** The best of a row whose number is also read as another one: clipping often changes answers by less than is shown. */
function seenBest(row: readonly Compared[], write: (value: number | null) => string): number | null {
  const best = bestOfRow(row);
  const texts = row.map(({ estimate }) => write(estimate));
  return best !== null && texts.filter((text) => text === texts[best]).length === 1 ? best : null;
}

/** The expected number of wrong answers, with who gets them under it. */
function wrongCell(cell: Cell, best: boolean): Html {
  const { all, lose, gain } = wrongAnswers(cell);
  const write = (value: number | null) => formatNumber(value);
  const below = all.estimate === null ? {} : { below: answers.parts(write(lose.estimate), write(gain.estimate)) };
  return figure(all, write, best, cell.alpha.reason, below);
}

function figure(
  value: { readonly estimate: number | null; readonly lower: number | null; readonly upper: number | null },
  write: (value: number | null) => string,
  best: boolean,
  reason: string | null,
  more: { readonly first?: boolean; readonly below?: string; readonly open?: boolean } = {},
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

function extreme(result: AuditResult, cell: Cell, index: number | null, unit: OutcomeUnit, none: string): Html {
  if (index === null) return html`<td>${measured(cell) ? none : MISSING}</td>`;
  const view = entityView(result, cell, index);
  if (result.unit === 'probability') return likeliest(cell, view);
  const range = formatRange(view.bias, view.lower, view.upper, unit.cell);
  const interval = range === null ? null : html`<br><small>(${keepNumbers(range)})</small>`;
  return html`<td>${dataText(cutName(view.name, 44))}<br>${keepNumbers(unit.cell(view.bias))}${interval}</td>`;
}

/** The probability of a wrong answer, with its interval where it was simulated. */
function likeliest(cell: Cell, { index, name }: EntityView): Html {
  const { text, range } = wrongProbability(cell, index);
  const interval = range === null ? null : html`<br><small>(${keepNumbers(range)})</small>`;
  return html`<td>${dataText(cutName(name, 44))}<br>${keepNumbers(text)}${interval}</td>`;
}

function start(index: number): string {
  return index === 0 ? ' class="start"' : '';
}
