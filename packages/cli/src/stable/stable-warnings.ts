import { type StabilityCell, type StableFit, stableEndings, type Warning } from '@dpfair/result';
import { cellName, stableWarnings } from '../messages/stable.js';
import { trainWarnings } from '../messages/train.js';
import type { StableSpec } from '../spec/stable/stable-spec.js';
import { type Affected, warningsByReason } from './warnings-by-reason.js';

/** Beyond this epsilon a guarantee is hardly one. */
const LARGE = 10;
/** Repetitions that an interval of stab takes. */
const FEWEST = 3;

/** What a reader must know of an experiment, besides what the reading of the data already said. @param rows that are trained on
 * @param isWhole whether the run was not stopped */
export function warningsOfExperiment(
  spec: StableSpec,
  cells: readonly StabilityCell[],
  rows: number,
  isWhole: boolean,
): readonly Warning[] {
  const isPrivate = spec.algorithm.includes('private');
  return [
    ...(isPrivate ? [stableWarnings.scalesNotPrivate] : []),
    ...(spec.epsilon ?? []).filter((epsilon) => epsilon > LARGE).map(trainWarnings.epsilonLarge),
    ...(isPrivate && spec.delta * rows >= 1 ? [trainWarnings.deltaLarge(spec.delta, rows)] : []),
    ...fewRepetitions(spec.repetitions, cells),
    ...warningsByReason(cells.map(escaped).filter(isSome), stableWarnings.boundWithoutEffect),
    ...warningsByReason(cells.map(notFitted).filter(isSome), stableWarnings.notFitted),
    ...warningsByReason(cells.map(notConverged).filter(isSome), stableWarnings.notConverged),
    ...warningsByReason(cells.map(withoutRate).filter(isSome), stableWarnings.undefinedRate),
    ...warningsByReason(
      cells.flatMap((cell) => replacementsOf(spec, cell, isWhole)),
      stableWarnings.fewReplacements,
    ),
  ];
}

/** Of cells that have run, one with fewer repetitions than an interval of stab takes: too few were asked for, or the run was stopped. */
function fewRepetitions(asked: number, cells: readonly StabilityCell[]): readonly Warning[] {
  const ended = cells.map(({ fits }) => fits.length).filter((count) => count > 0);
  const fewest = Math.min(asked, ...ended);
  if (fewest >= FEWEST) return [];
  return [asked < FEWEST ? stableWarnings.fewRepetitions(asked) : stableWarnings.fewEnded(fewest, asked)];
}

const isSome = ({ count }: Affected) => count > 0;

const fitted = ({ fits }: StabilityCell) => fits.filter(({ accuracy }) => accuracy !== null);

function escaped(cell: StabilityCell): Affected {
  const { length } = fitted(cell).filter(({ boundWithoutEffect }) => boundWithoutEffect);
  return { cell: cellName(cell), count: length, of: cell.fits.length, why: '' };
}

function notFitted(cell: StabilityCell): Affected {
  return ofFits(
    cell,
    cell.fits.filter(({ accuracy }) => accuracy === null),
  );
}

function notConverged(cell: StabilityCell): Affected {
  return ofFits(
    cell,
    fitted(cell).filter(({ converged }) => !converged),
  );
}

function withoutRate(cell: StabilityCell): Affected {
  const { fits, statisticalRate } = cell;
  const lost = fitted(cell).length - statisticalRate.defined;
  return { cell: cellName(cell), count: lost, of: fits.length, why: statisticalRate.reason ?? '' };
}

/** Replacements that nothing could be fitted to. @param isWhole whether none is still to be done */
function replacementsOf({ replace }: StableSpec, cell: StabilityCell, isWhole: boolean): readonly Affected[] {
  const tried = cell.replaced?.replacements ?? 0;
  if (cell.algorithm === 'private' || tried >= replace || (cell.replaced === null && !isWhole)) return [];
  return [{ cell: cellName(cell), count: tried, of: replace, why: '' }];
}

function ofFits(cell: StabilityCell, fits: readonly StableFit[]): Affected {
  return { cell: cellName(cell), count: fits.length, of: cell.fits.length, why: endingsOf(fits) };
}

/** Why fits ended as they did, each reason once. */
function endingsOf(fits: readonly StableFit[]): string {
  return [...new Set(fits.map(({ ending }) => stableEndings[ending] ?? ending))].join('; ');
}
