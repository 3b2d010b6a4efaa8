import type { AuditResult, Cell } from '@dpfair/result';
import type { TextTable } from '../figure.js';
import {
  cleanText,
  cutName,
  formatInterval,
  formatNumber,
  formatProbability,
  formatSpan,
  MISSING,
} from '../format/index.js';
import {
  answerView,
  bestWinner,
  cellGrid,
  entityView,
  type OutcomeUnit,
  outcomeUnit,
  peopleView,
  restsOnZero,
  worstLoser,
  wrongAnswers,
} from '../measure/index.js';
import { answerSummaryMessages as answers } from '../messages/answer-messages.js';
import { tableMessages as say } from '../messages/table-messages.js';
import { methodWords } from '../words/index.js';

/** The summary of a yes-or-no rule: gap, expected number of wrong answers, how often a true
 * yes or no is turned into the other, and who is most likely to get one. */
export function answerSummary(result: AuditResult): TextTable {
  const unit = outcomeUnit(result, []);
  const people = result.cells.some((cell) => cell.people !== undefined);
  const columns = [
    say.noise(),
    say.post(),
    say.alpha(unit.header),
    answers.wrongColumn(),
    answers.ratesColumn(),
    ...(people ? [answers.peopleColumn()] : []),
    answers.loserColumn(),
    answers.winnerColumn(),
    say.method(),
  ];
  const rows = cellGrid(result).rows.flatMap((row) =>
    row.cells.map((cell) => [
      row.label,
      cleanText(cell.post),
      gapText(cell, unit),
      wrongText(cell),
      ratesText(cell),
      ...(people ? [peopleText(cell)] : []),
      extremeText(result, cell, worstLoser(cell)),
      extremeText(result, cell, bestWinner(cell)),
      methodWords(cell),
    ]),
  );
  return { columns, rows };
}

function gapText(cell: Cell, unit: OutcomeUnit): string {
  const { estimate, lower, upper } = cell.alpha;
  return (restsOnZero(cell, cell.alpha) ? formatSpan : formatInterval)(estimate, lower, upper, unit.cell);
}

function wrongText(cell: Cell): string {
  const { all, lose, gain } = wrongAnswers(cell);
  if (all.estimate === null) return MISSING;
  return `${formatNumber(all.estimate)} (${formatNumber(lose.estimate)} + ${formatNumber(gain.estimate)})`;
}

/** Of all entitled people, each counted once. */
function peopleText(cell: Cell): string {
  const people = peopleView(cell);
  if (people === null) return MISSING;
  const { estimate, lower, upper } = people.losing;
  return formatInterval(estimate, lower, upper, formatNumber);
}

/** False negatives and false positives, each of its own entities. */
function ratesText({ falseRates }: Cell): string {
  if (falseRates === undefined) return MISSING;
  const { falseNegative, falsePositive } = falseRates.overall;
  return answers.rates(formatProbability(falseNegative.rate), formatProbability(falsePositive.rate));
}

function extremeText(result: AuditResult, cell: Cell, index: number | null): string {
  if (index === null) return MISSING;
  return `${cutName(entityView(result, cell, index).name, 44)} ${formatProbability(answerView(cell, index).wrong)}`;
}
