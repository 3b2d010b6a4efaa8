import type { AuditResult } from '@dpfair/result';
import type { TextTable } from '../../figure.js';
import { formatWhole } from '../../format/index.js';
import { answerView, type CellGrid, withRange, wrongProbability } from '../../measure/index.js';
import { answerWhoMessages, flipMessages as say } from '../../messages/answer-messages.js';
import { markedRows } from '../bias/marked-rows.js';

/** The data of the figure: every entity when there are few, else the extremes by probability and by size of each cell. */
export function flipTable(result: AuditResult, grid: CellGrid, noun: string): TextTable {
  const rows = markedRows(
    result,
    grid,
    (cell) => cell.entities.count,
    say,
    ({ count, index }, cell) => [
      formatWhole(count),
      answerView(cell, index).entitled ? answerWhoMessages.yes() : answerWhoMessages.no(),
      withRange(wrongProbability(cell, index)),
    ],
  );
  return { columns: say.columns(noun), rows };
}
