import { fitLogistic } from './fit-logistic.js';
import { fitSvm } from './fit-svm.js';
import type { Piece } from './piece.js';

/** Weight of the errors against that of the size of the coefficients, on features of unit standard deviation. */
const STRENGTH = 100;

/** Columns that a classifier sees, by role, and the answers (1 or 0) that it is to give. */
export interface TrainingTable {
  readonly columns: Readonly<Record<string, Float64Array>>;
  readonly answers: Float64Array;
}

/** A classifier per subgroup, and whether every solver reached its tolerance. */
export interface TrainedPieces {
  readonly pieces: readonly Piece[];
  readonly converged: boolean;
}

/**
 * Trains a linear classifier in each subgroup of one count: as many subgroups of equal size as asked for, fewer where the
 * count does not tell them apart. A subgroup with one answer alone gives it always.
 *
 * @param by the role whose count makes the subgroups.
 */
export function trainPieces(
  table: TrainingTable,
  by: string,
  subgroups: number,
  loss: 'logistic' | 'svm',
): TrainedPieces {
  const sizes = table.columns[by] as Float64Array;
  const edges = edgesOf(sizes, subgroups);
  let converged = true;
  const pieces = [...edges, null].map((to, k): Piece => {
    const from = k === 0 ? null : (edges[k - 1] as number);
    const members = Array.from(sizes.keys()).filter((i) => {
      const size = sizes[i] as number;
      return (from === null || size >= from) && (to === null || size < to);
    });
    const fitted = fit(table, members, loss);
    converged &&= fitted.converged;
    return { from, to, coefficients: fitted.coefficients, constant: fitted.constant };
  });
  return { pieces, converged };
}

/** Distinct inner quantiles. */
function edgesOf(sizes: Float64Array, subgroups: number): readonly number[] {
  const sorted = sizes.toSorted();
  const cuts = Array.from(
    { length: subgroups - 1 },
    (_, k) => sorted[Math.floor(((k + 1) * sorted.length) / subgroups)] as number,
  );
  return [...new Set(cuts)].filter((cut) => cut > (sorted[0] as number));
}

function fit({ columns, answers }: TrainingTable, members: readonly number[], loss: 'logistic' | 'svm') {
  const signs = members.map((i) => (answers[i] === 1 ? 1 : -1));
  const yes = signs.filter((sign) => sign === 1).length;
  if (yes === 0 || yes === signs.length) {
    return { coefficients: {}, constant: yes === 0 ? -1 : 1, converged: true };
  }
  const scales = Object.entries(columns)
    .map(([role, values]) => ({ role, values, ...momentsOf(members, values) }))
    .filter(({ deviation }) => deviation > 0);
  const features = members.map((i) =>
    scales.map(({ values, mean, deviation }) => ((values[i] as number) - mean) / deviation),
  );
  const solve = loss === 'logistic' ? fitLogistic : fitSvm;
  const { weights, constant, converged } = solve({ features, answers: signs }, STRENGTH);
  const coefficients = scales.map(({ role, deviation }, k) => [role, (weights[k] as number) / deviation] as const);
  const shift = scales.reduce((sum, { mean, deviation }, k) => sum + ((weights[k] as number) * mean) / deviation, 0);
  return {
    coefficients: Object.fromEntries(coefficients.filter(([, value]) => value !== 0)),
    constant: constant - shift,
    converged,
  };
}

function momentsOf(members: readonly number[], values: Float64Array) {
  const mean = members.reduce((sum, i) => sum + (values[i] as number), 0) / members.length;
  const squares = members.reduce((sum, i) => sum + ((values[i] as number) - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / members.length) };
}
