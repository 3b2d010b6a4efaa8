import type { AuditResult, Cell } from '@dpfair/result';
import { cutName, formatNumber, formatWhole, MISSING } from '../format/index.js';
import { dataText, type Html, html } from '../html/html.js';
import { keepNumbers } from '../html/keep-numbers.js';
import {
  bestOfRow,
  bestWinner,
  type Compared,
  entityView,
  measured,
  type OutcomeUnit,
  peopleView,
  restsOnZero,
  worstLoser,
  wrongAnswers,
  wrongProbability,
} from '../measure/index.js';
import { answerSummaryMessages as say } from '../messages/answer-messages.js';
import { numberCell } from '../sections/number-cell.js';
import type { SummaryColumn, SummaryColumns } from './unit-view.js';

/** The numbers of answers: gap, how many are wrong, and who is most likely to lose and to gain. */
export function answerColumns(result: AuditResult, unit: OutcomeUnit): SummaryColumns {
  const simulated = (cell: Cell) => cell.method === 'montecarlo';
  return {
    caption: say.caption(formatWhole(result.input.rows)),
    columns: [
      gapColumn(unit),
      wrongColumn(),
      ...(result.cells.some((cell) => cell.people !== undefined) ? [peopleColumn()] : []),
      {
        head: say.loser(),
        of: () => (cell) => likeliest(result, cell, worstLoser(cell), say.noLoser(simulated(cell))),
      },
      {
        head: say.winner(),
        of: () => (cell) => likeliest(result, cell, bestWinner(cell), say.noWinner(simulated(cell))),
      },
    ],
  };
}

function gapColumn(unit: OutcomeUnit): SummaryColumn {
  return {
    head: say.gap(),
    of: (row) => {
      const gaps = row.map((cell) => cell.alpha);
      const best = row[seenBest(gaps, unit.cell) ?? -1];
      return (cell) =>
        numberCell(cell.alpha, unit.cell, cell === best, cell.alpha.reason, {
          first: true,
          open: restsOnZero(cell, cell.alpha),
        });
    },
  };
}

function wrongColumn(): SummaryColumn {
  return {
    head: say.wrong(),
    of: (row) => {
      const wrong = row.map((cell) => wrongAnswers(cell).all);
      const fewest = row[seenBest(wrong, formatNumber) ?? -1];
      return (cell) => wrongCell(cell, cell === fewest);
    },
  };
}

/** People expected to lose, of all who are entitled. */
function peopleColumn(): SummaryColumn {
  const losing = (cell: Cell): Compared => peopleView(cell)?.losing ?? { estimate: null, lower: null, upper: null };
  return {
    head: say.peopleHead(),
    of: (row) => {
      const fewest = row[seenBest(row.map(losing), formatNumber) ?? -1];
      return (cell) => {
        const people = peopleView(cell);
        const below = people === null ? {} : { below: say.ofEntitled(formatWhole(people.entitled), people.role) };
        const write = (value: number | null) => formatNumber(value);
        return numberCell(losing(cell), write, cell === fewest, cell.alpha.reason, below);
      };
    },
  };
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
  const below = all.estimate === null ? {} : { below: say.parts(write(lose.estimate), write(gain.estimate)) };
  return numberCell(all, write, best, cell.alpha.reason, below);
}

/** The probability of a wrong answer, with its interval where it was simulated. */
function likeliest(result: AuditResult, cell: Cell, index: number | null, none: string): Html {
  if (index === null) return html`<td>${measured(cell) ? none : MISSING}</td>`;
  const { name } = entityView(result, cell, index);
  const { text, range } = wrongProbability(cell, index);
  const interval = range === null ? null : html`<br><small>(${keepNumbers(range)})</small>`;
  return html`<td>${dataText(cutName(name, 44))}<br>${keepNumbers(text)}${interval}</td>`;
}
