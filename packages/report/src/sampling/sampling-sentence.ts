import type { AuditResult, Cell, Sampling } from '@dpfair/result';
import { formatNumber } from '../format/index.js';
import { cellGrid, headlineCell, rowOf } from '../measure/index.js';
import { samplingWords as say } from '../messages/sampling-messages.js';
import { atLabel, postWords } from '../words/index.js';
import { totalError, totalText } from './total-error.js';

/** A cell whose harm is split. */
export interface SplitCell {
  readonly cell: Cell;
  readonly split: Sampling;
}

/** The cell that the page opens with, or the first that has one, where its harm is split; null where nobody asked for it. */
export function headlineSplit(result: AuditResult): SplitCell | null {
  const head = headlineCell(result);
  const cells = head === null ? result.cells : [head, ...result.cells];
  for (const cell of cells) if (cell.sampling) return { cell, split: cell.sampling };
  return null;
}

/**
 * Privacy noise beside the sampling error of the data, in one sentence about the cell that the page opens with; null where
 * sampling error was not asked for.
 */
export function samplingSentence(result: AuditResult): string | null {
  const found = headlineSplit(result);
  if (found === null) return null;
  const { cell, split } = found;
  const total = totalError(result);
  const { sampling, privacy, both, ratio, added } = split;
  const at = atLabel(rowOf(cellGrid(result), cell).label);
  return say
    .sentence(
      total.does(sampling.absolute),
      at,
      postWords(cell.post).phrase,
      totalText(privacy.absolute, total.text),
      ratio.estimate === null ? null : formatNumber(ratio.estimate),
      totalText(both.absolute, total.text),
      addedText(added, total.text),
    )
    .concat(sizeText(split));
}

/** How the burden changes with size, where that is known: privacy noise is the same for small and large. */
function sizeText({ bySize }: Sampling): string {
  const [smallest, largest] = [bySize[0], bySize.at(-1)];
  if (smallest === undefined || largest === undefined || smallest.sampling === 0 || largest.sampling === 0) return '';
  const times = (tenth: typeof smallest) => formatNumber(tenth.privacy / tenth.sampling);
  return say.bySize(times(smallest), times(largest));
}

function addedText({ estimate, lower, upper }: Sampling['added'], amount: (value: number) => string): string {
  if (lower <= 0 && upper >= 0) return say.addsNothing();
  return estimate > 0 ? say.adds(amount(estimate)) : say.takes(amount(-estimate));
}
