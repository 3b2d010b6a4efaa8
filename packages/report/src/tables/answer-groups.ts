import type { Cell, Group } from '@dpfair/result';
import type { TextTable } from '../figure.js';
import { cleanText, formatInterval, formatNumber, formatWhole } from '../format/index.js';
import { type CellRow, rateText } from '../measure/index.js';
import { answerGroupMessages as answers } from '../messages/answer-messages.js';
import { groupTableMessages as say } from '../messages/table-messages.js';
import { postWords } from '../words/index.js';

/**
 * The groups of one mechanism and budget for a yes-or-no rule, largest net loss first, with their false rates. Sums of bias are
 * net: losses and gains within a group cannot be told apart from them.
 */
export function answerGroups(row: CellRow, noun: string): TextTable {
  const simulated = row.cells.some((cell) => cell.method === 'montecarlo');
  const columns = [
    say.post(),
    say.group(),
    say.entities(),
    answers.entitled(),
    `${say.count()} (${noun})`,
    answers.wronglyNo(),
    answers.wronglyYes(),
    answers.net(),
    answers.gaining(simulated),
    answers.losing(simulated),
  ];
  const rows = row.cells.flatMap((cell) =>
    cell.groups
      .toSorted((first, second) => size(first) - size(second))
      .map((group) => [
        postWords(cell.post).label,
        cleanText(group.group),
        say.size(formatWhole(group.entities), group.small),
        formatWhole(group.truth),
        formatWhole(group.count),
        ...ratesOf(cell, group),
        formatInterval(group.bias, group.lower, group.upper, (value) => formatNumber(value)),
        formatWhole(group.gaining),
        formatWhole(group.losing),
      ]),
  );
  return { columns, rows };
}

/** False negatives and false positives of a group. */
function ratesOf(cell: Cell, { group }: Group): [string, string] {
  const rates = cell.falseRates?.byGroup.find((one) => one.group === group);
  return [rateText(cell, rates?.falseNegative), rateText(cell, rates?.falsePositive)];
}

const size = ({ bias }: Group) => bias ?? Number.MAX_VALUE;
