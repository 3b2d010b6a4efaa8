import type { StabilityCell, StabilityResult } from '@dpfair/result';
import { formatNumber, formatPlain, formatProbability, formatWhole } from '../../format/index.js';
import { stabilityTableWords as say } from '../../messages/stability/table-messages.js';
import { repeatedText } from '../measures.js';

/** One column of what was found of a cell. */
export interface CellColumn {
  readonly head: string;
  readonly of: (cell: StabilityCell) => string;
  /** Whether a terminal has room for it. */
  readonly short: boolean;
}

/** Columns of a cell, in the order of the page. */
export function cellColumns({ cells }: StabilityResult): readonly CellColumn[] {
  return [
    { head: say.accuracy(), of: ({ accuracy }) => repeatedText(accuracy, formatProbability), short: true },
    { head: say.rate(), of: ({ statisticalRate }) => repeatedText(statisticalRate, formatNumber), short: true },
    { head: say.impact(), of: ({ disparateImpact }) => repeatedText(disparateImpact, formatNumber), short: false },
    { head: say.gap(), of: ({ parityGap }) => repeatedText(parityGap, formatProbability), short: false },
    { head: say.stab(), of: ({ stab }) => repeatedText(stab, formatNumber), short: true },
    { head: say.norm(), of: ({ norm }) => repeatedText(norm, formatNumber), short: false },
    ...(cells.some((cell) => epsilonOf(cell) !== null)
      ? [{ head: say.epsilon(), of: (cell: StabilityCell) => formatPlain(epsilonOf(cell)), short: true }]
      : []),
    {
      head: say.converged(),
      of: ({ converged, fits }) => say.ofAll(formatWhole(converged), formatWhole(fits.length)),
      short: true,
    },
  ];
}

/** What the private trainings of a cell spent, the most of any; null where none is private. */
export function epsilonOf({ fits }: StabilityCell): number | null {
  const spent = fits.flatMap(({ epsilon }) => (epsilon === null ? [] : [epsilon]));
  return spent.length === 0 ? null : Math.max(...spent);
}
