import type { AuditResult, Cell } from '@dpfair/result';
import { type CellGrid, rowOf } from '../measure/index.js';
import { atLabel } from '../words/index.js';
import { comparedCells, compareSentence } from './compare.js';
import { effectSentence, oneReleaseSentence } from './effect.js';
import type { Findings } from './findings.js';
import { milderCell, milderSentence } from './milder.js';

/** What the verdict says of amounts: who gains and loses, how much, and what narrows the gap. */
export function amountFindings(result: AuditResult, grid: CellGrid, head: Cell): Findings {
  const row = rowOf(grid, head);
  const mild = milderCell(grid, head);
  return {
    effect: [effectSentence(result, atLabel(row.label), head), oneReleaseSentence(result, head)],
    compare: compareSentence(row, head),
    mildest: mild === null ? null : milderSentence(result, atLabel(rowOf(grid, mild).label), mild),
    compared: comparedCells(row, head),
    mild,
  };
}
