import type { Warning } from '@dpfair/result';
import { cellsInWords } from '../messages/stable.js';

/** A cell, in how many of its fits, repetitions or replacements something is so, and why. */
export interface Affected {
  readonly cell: string;
  readonly count: number;
  readonly of: number;
  readonly why: string;
}

/** A warning for each reason, with the cells that it holds for. */
export function warningsByReason(
  cells: readonly Affected[],
  say: (cells: string, why: string) => Warning,
): readonly Warning[] {
  const reasons = [...new Set(cells.map(({ why }) => why))];
  return reasons.map((reason) => say(cellsInWords(cells.filter(({ why }) => why === reason)), reason));
}
