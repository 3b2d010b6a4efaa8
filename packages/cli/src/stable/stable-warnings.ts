import { type StabilityCell, type StableFit, stableEndings, type Warning } from '@dpfair/result';
import { cellName, stableWarnings } from '../messages/stable.js';
import { trainWarnings } from '../messages/train.js';
import type { StableSpec } from '../spec/stable/stable-spec.js';

/** Beyond this epsilon a guarantee is hardly one. */
const LARGE = 10;

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
    ...(spec.repetitions < 3 ? [stableWarnings.fewRepetitions(spec.repetitions)] : []),
    ...cells.flatMap(warningsOfCell),
    ...cells.flatMap((cell) => replacementsOf(spec, cell, isWhole)),
  ];
}

/** Replacements that nothing could be fitted to. @param isWhole whether none is still to be done */
function replacementsOf({ replace }: StableSpec, cell: StabilityCell, isWhole: boolean): readonly Warning[] {
  const tried = cell.replaced?.replacements ?? 0;
  if (cell.algorithm === 'private' || tried >= replace || (cell.replaced === null && !isWhole)) return [];
  return [stableWarnings.fewReplacements(cellName(cell), tried, replace)];
}

function warningsOfCell(cell: StabilityCell): readonly Warning[] {
  const { fits, statisticalRate } = cell;
  const fitted = fits.filter(({ accuracy }) => accuracy !== null);
  const lost = fitted.length - statisticalRate.defined;
  const failed = fitted.filter(({ converged }) => !converged);
  const escaped = fitted.filter(({ boundWithoutEffect }) => boundWithoutEffect);
  return [
    ...(escaped.length > 0 ? [stableWarnings.boundWithoutEffect(cellName(cell), escaped.length, fits.length)] : []),
    ...(fitted.length < fits.length
      ? [
          stableWarnings.notFitted(
            cellName(cell),
            fits.length - fitted.length,
            fits.length,
            endingsOf(fits.filter(({ accuracy }) => accuracy === null)),
          ),
        ]
      : []),
    ...(failed.length > 0
      ? [stableWarnings.notConverged(cellName(cell), failed.length, fits.length, endingsOf(failed))]
      : []),
    ...(lost > 0
      ? [stableWarnings.undefinedRate(cellName(cell), lost, fits.length, statisticalRate.reason ?? '')]
      : []),
  ];
}

/** Why fits ended as they did, each reason once with how often where there are several. */
function endingsOf(fits: readonly StableFit[]): string {
  const endings = [...new Set(fits.map(({ ending }) => ending))];
  const told = endings.map((ending) => [
    fits.filter((fit) => fit.ending === ending).length,
    stableEndings[ending] ?? ending,
  ]);
  return told.map(([count, words]) => (told.length === 1 ? words : `${count}: ${words}`)).join('; ');
}
