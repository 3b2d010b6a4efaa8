import type { AuditResult, Cell } from '@dpfair/result';
import { type CellGrid, rowOf } from '../../measure/index.js';
import { atLabel } from '../../words/index.js';
import type { Findings } from '../findings.js';
import { answerSentences } from './answers.js';
import { answersCompared, comparedAnswers, milderAnswers, milderAnswersSentence } from './answers-compared.js';

/** What the verdict says of answers: how many are wrong, whose, and what lowers their number. */
export function answerFindings(result: AuditResult, grid: CellGrid, head: Cell): Findings {
  const row = rowOf(grid, head);
  const mild = milderAnswers(grid, head);
  return {
    effect: answerSentences(result, atLabel(row.label), head),
    compare: answersCompared(row, head),
    mildest: mild === null ? null : milderAnswersSentence(atLabel(rowOf(grid, mild).label), mild, head),
    compared: comparedAnswers(row, head),
    mild,
  };
}
