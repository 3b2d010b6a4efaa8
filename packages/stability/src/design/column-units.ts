import type { StableFairProgram } from '../program/program.js';

/** How the columns of each block of rows are written: `value = centre + scale x scaled`. All are blocks x columns. */
export interface ColumnUnits {
  /** A value that most rows hold, which is stored once; the value itself where the block holds no other. */
  readonly usual: Float64Array;
  /** What is taken off, to be made up for by the intercept; 0 where there is no intercept that can do it at no price. */
  readonly centres: Float64Array;
  /** Usual value minus centre, exact where they are near each other however large both are. */
  readonly usualOffCentre: Float64Array;
  readonly scales: Float64Array;
  /**
   * Whether rounding hides what a column holds beside its mean although weights can reach it: its mean is a million times its spread, it is not
   * centred, and another column makes up for that mean at a price that is worth it.
   */
  readonly hidden: boolean;
  /** Of all rows of the block, whether or not they were taken off. */
  readonly means: Float64Array;
  /** Columns with a mean above their spread in some block, ascending. */
  readonly farOff: readonly number[];
}

/** A variance below it is that of a constant column. */
const SMALLEST = 1e-200;
/** A column that cannot be centred has, scaled, at most a mean of its inverse: squares of sums then keep what varies. */
const SPREAD = 1e-3;
/** Means over spread from which on squares of sums lose what varies. */
const LOST = 1e6;
/** Price, in units of the objective, that no column is worth. */
const DEAR = 1e6;

/**
 * Units in which the objective curves about alike along all columns: divided by the root of variance and lambda, centred where the intercept is
 * free or lambda is 0 (the program is then the same one, and a large mean hides nothing). Without that a large mean counts as spread, in part;
 * a column of one value is an intercept, and is divided by it. Three passes, O(rows x columns).
 */
export function columnUnits(
  {
    rows,
    features,
    usual: given,
  }: { readonly rows: number; readonly features: Float64Array; readonly usual: Float64Array },
  { intercept, stabilityWeight }: StableFairProgram,
  blockOf: Int32Array | null,
  blocks: number,
): ColumnUnits {
  const columns = given.length;
  const size = blocks * columns;
  const counts = new Float64Array(blocks);
  const lowest = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const highest = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  const means = new Float64Array(size);
  const variances = new Float64Array(size);
  for (let row = 0, at = 0; row < rows; row++) {
    const block = blockOf?.[row] ?? 0;
    counts[block] = (counts[block] as number) + 1;
    for (let j = 0, k = block * columns; j < columns; j++, k++, at++) {
      const value = features[at] as number;
      lowest[k] = Math.min(lowest[k] as number, value);
      highest[k] = Math.max(highest[k] as number, value);
    }
  }
  // A value that is usual elsewhere may be far from all that this block holds.
  const usual = Float64Array.from(lowest, (low, k) => {
    const high = highest[k] as number;
    const value = given[k % columns] as number;
    return low === high || (low < high && !(low <= value && value <= high)) ? low : value;
  });
  for (let row = 0, at = 0; row < rows; row++) {
    const block = blockOf?.[row] ?? 0;
    for (let j = 0, k = block * columns; j < columns; j++, k++, at++) {
      means[k] = (means[k] as number) + ((features[at] as number) - (usual[k] as number)) / (counts[block] as number);
    }
  }
  for (let row = 0, at = 0; row < rows; row++) {
    const block = blockOf?.[row] ?? 0;
    for (let j = 0, k = block * columns; j < columns; j++, k++, at++) {
      const off = (features[at] as number) - (usual[k] as number) - (means[k] as number);
      variances[k] = (variances[k] as number) + (off * off) / (counts[block] as number);
    }
  }
  const centred = intercept === 'free' || (intercept === 'penalised' && stabilityWeight === 0);
  const allMeans = new Float64Array(size);
  const farOff = new Set<number>();
  const units = {
    usual,
    centres: new Float64Array(size),
    usualOffCentre: new Float64Array(size),
    scales: new Float64Array(size).fill(1),
    hidden: false,
  };
  for (let k = 0; k < size; k++) {
    // A block without rows.
    if (!((lowest[k] as number) <= (highest[k] as number))) continue;
    const constant = lowest[k] === highest[k];
    // Of a constant column the mean off the usual value is 0, and so is the variance.
    const mean = (usual[k] as number) + (means[k] as number);
    allMeans[k] = mean;
    if (mean ** 2 > (variances[k] as number)) farOff.add(k % columns);
    units.centres[k] = centred ? mean : 0;
    units.usualOffCentre[k] = centred ? 0 - (means[k] as number) : (usual[k] as number);
    const counted = centred ? 0 : constant ? mean : SPREAD * mean;
    const spread = (variances[k] as number) + counted ** 2;
    units.scales[k] = spread > SMALLEST ? Math.sqrt(spread + stabilityWeight) : 1;
  }
  for (let k = 0; k < size && !centred; k++) {
    const mean = Math.abs(allMeans[k] as number);
    const variance = variances[k] as number;
    if (!(variance > 0 && mean > LOST * Math.sqrt(variance))) continue;
    // What can make up for the mean: the intercept, or the largest of the other columns of the block.
    let other = intercept === 'none' ? 0 : 1;
    const first = k - (k % columns);
    for (let j = first; j < first + columns; j++) {
      if (j !== k) other = Math.max(other, Math.abs(allMeans[j] as number));
    }
    if (other > 0 && (stabilityWeight * (1 + (mean / other) ** 2)) / variance < DEAR) units.hidden = true;
  }
  return { ...units, means: allMeans, farOff: [...farOff].sort((a, b) => a - b) };
}
