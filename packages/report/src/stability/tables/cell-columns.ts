import type { Repeated, StabilityCell, StabilityResult } from '@dpfair/result';
import { formatNumber, formatPlain, formatProbability, formatWhole } from '../../format/index.js';
import { stabilityTableWords as say } from '../../messages/stability/table-messages.js';
import { endedText, isCutShort } from '../how-far.js';
import { type Measure, missingText, repeatedText } from '../measures.js';

/** One column of what was found of a cell. */
export interface CellColumn {
  readonly head: string;
  readonly of: (cell: StabilityCell) => string;
  /** Whether a terminal has room for it. */
  readonly short: boolean;
}

/** Columns of cells, in the order of the page: those that say something of any of them. */
export function cellColumns(result: StabilityResult, cells: readonly StabilityCell[]): readonly CellColumn[] {
  const number = (of: (cell: StabilityCell) => Repeated, write: Measure['write']) => (cell: StabilityCell) =>
    repeatedText(cell, of(cell), write);
  return [
    ...(isCutShort(result)
      ? [{ head: say.ended(), of: (cell: StabilityCell) => endedText(cell, result), short: true }]
      : []),
    { head: say.accuracy(), of: number(({ accuracy }) => accuracy, formatProbability), short: true },
    { head: say.rate(), of: number(({ statisticalRate }) => statisticalRate, formatNumber), short: true },
    ...(cells.some(({ withoutSmall }) => withoutSmall !== undefined)
      ? [{ head: say.withoutSmall(), of: withoutSmallText, short: true }]
      : []),
    { head: say.impact(), of: number(({ disparateImpact }) => disparateImpact, formatNumber), short: false },
    { head: say.gap(), of: number(({ parityGap }) => parityGap, formatProbability), short: false },
    { head: say.stab(), of: number(({ stab }) => stab, formatNumber), short: true },
    { head: say.norm(), of: number(({ norm }) => norm, formatNumber), short: false },
    ...(cells.some((cell) => epsilonOf(cell) !== null) ? [{ head: say.epsilon(), of: epsilonText, short: true }] : []),
    {
      head: say.converged(),
      of: ({ converged, fits }) => say.ofAll(formatWhole(converged), formatWhole(fits.length)),
      short: true,
    },
  ];
}

const withoutSmallText = (cell: StabilityCell): string =>
  cell.withoutSmall === undefined ? say.noSmall() : repeatedText(cell, cell.withoutSmall, formatNumber);

const epsilonText = (cell: StabilityCell): string => {
  if (cell.algorithm !== 'private') return say.notPrivate();
  const spent = epsilonOf(cell);
  return spent === null ? missingText(cell) : formatPlain(spent);
};

/** What the private trainings of a cell spent, the most of any; null where none is private. */
export function epsilonOf({ fits }: StabilityCell): number | null {
  const spent = fits.flatMap(({ epsilon }) => (epsilon === null ? [] : [epsilon]));
  return spent.length === 0 ? null : Math.max(...spent);
}
