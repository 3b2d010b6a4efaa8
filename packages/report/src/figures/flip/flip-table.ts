import type { AuditResult } from '@dpfair/result';
import type { TextTable } from '../../figure.js';
import { cleanText, formatWhole } from '../../format/index.js';
import { answerView, type CellGrid, entityView, withRange, wrongProbability } from '../../measure/index.js';
import { answerWhoMessages, flipMessages as say } from '../../messages/answer-messages.js';
import { postWords } from '../../words/index.js';
import { markedEntities } from '../bias/marked-entities.js';

/** The data of the figure: every entity when there are few, else the extremes by probability and by size of each cell. */
export function flipTable(result: AuditResult, grid: CellGrid, noun: string): TextTable {
  const rows = grid.rows.flatMap((row) =>
    row.cells.flatMap((cell) =>
      markedEntities(cell, cell.entities.count, say).map(([which, index]) => {
        const view = entityView(result, cell, index);
        return [
          row.label,
          postWords(cell.post).label,
          which,
          cleanText(view.name),
          formatWhole(view.count),
          answerView(cell, index).entitled ? answerWhoMessages.yes() : answerWhoMessages.no(),
          withRange(wrongProbability(cell, index)),
        ];
      }),
    ),
  );
  return { columns: say.columns(noun), rows };
}
