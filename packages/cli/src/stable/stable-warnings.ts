import type { StabilityCell, Warning } from '@dpfair/result';
import { cellName, stableWarnings } from '../messages/stable.js';
import { trainWarnings } from '../messages/train.js';
import type { StableSpec } from '../spec/stable/stable-spec.js';

/** Beyond this epsilon a guarantee is hardly one. */
const LARGE = 10;

/** What a reader must know of an experiment, besides what the reading of the data already said. @param rows that are trained on */
export function warningsOfExperiment(
  spec: StableSpec,
  cells: readonly StabilityCell[],
  rows: number,
): readonly Warning[] {
  const isPrivate = spec.algorithm.includes('private');
  return [
    ...(isPrivate ? [stableWarnings.scalesNotPrivate] : []),
    ...(spec.epsilon ?? []).filter((epsilon) => epsilon > LARGE).map(trainWarnings.epsilonLarge),
    ...(isPrivate && spec.delta * rows >= 1 ? [trainWarnings.deltaLarge(spec.delta, rows)] : []),
    ...(spec.repetitions < 3 ? [stableWarnings.fewRepetitions(spec.repetitions)] : []),
    ...cells.flatMap(warningsOfCell),
  ];
}

function warningsOfCell(cell: StabilityCell): readonly Warning[] {
  const { fits, converged, statisticalRate } = cell;
  const lost = fits.length - statisticalRate.defined;
  return [
    ...(converged < fits.length
      ? [stableWarnings.notConverged(cellName(cell), fits.length - converged, fits.length)]
      : []),
    ...(lost > 0
      ? [stableWarnings.undefinedRate(cellName(cell), lost, fits.length, statisticalRate.reason ?? '')]
      : []),
  ];
}
