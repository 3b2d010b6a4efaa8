import type { Measured } from '@dpfair/result';
import { addValue, emptyMoments, openStream, type Seed, shuffle, studentQuantile, variance } from '@dpfair/stats';
import { ascendingOrder, midranks } from './ranks.js';

/** Groups of rows that are left out in turn. */
const GROUPS = 40;

/** Pearson's correlation over the rows that are kept; NaN where one side does not vary. */
export function pearson(x: Float64Array, y: Float64Array, keeps: (row: number) => boolean = () => true): number {
  let [count, meanX, meanY, xx, yy, xy] = [0, 0, 0, 0, 0, 0];
  for (let row = 0; row < x.length; row++) {
    if (!keeps(row)) continue;
    count++;
    const dx = (x[row] as number) - meanX;
    meanX += dx / count;
    xx += dx * ((x[row] as number) - meanX);
    const dy = (y[row] as number) - meanY;
    meanY += dy / count;
    yy += dy * ((y[row] as number) - meanY);
    xy += dx * ((y[row] as number) - meanY);
  }
  return xx > 0 && yy > 0 ? Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy))) : Number.NaN;
}

/**
 * Pearson's correlation with an interval over rows: a jackknife that leaves out one of 40 random groups of rows at a time, on the scale of Fisher's
 * z, with Student's quantile. It does not ask the rows to be normal, as Fisher's own interval does. Null where one side does not vary.
 *
 * @throws RangeError for fewer than 80 rows
 */
export function pearsonCorrelation(x: Float64Array, y: Float64Array, confidence: number, seed: Seed): Measured {
  return jackknife((keeps) => pearson(x, y, keeps), randomGroups(x.length, seed), confidence);
}

/** Spearman's rank correlation with an interval as that of {@link pearsonCorrelation}; ties share the mean of their ranks. */
export function spearmanCorrelation(x: Float64Array, y: Float64Array, confidence: number, seed: Seed): Measured {
  const [orderX, orderY] = [ascendingOrder(x), ascendingOrder(y)];
  const ofRanks = (keeps: (row: number) => boolean) =>
    pearson(midranks(x, orderX, keeps), midranks(y, orderY, keeps), keeps);
  return jackknife(ofRanks, randomGroups(x.length, seed), confidence);
}

function jackknife(
  correlation: (keeps: (row: number) => boolean) => number,
  groups: Int32Array,
  confidence: number,
): Measured {
  const whole = correlation(() => true);
  if (!Number.isFinite(whole)) return { estimate: null, lower: null, upper: null };
  if (Math.abs(whole) === 1) return { estimate: whole, lower: whole, upper: whole };
  const z = Math.atanh(whole);
  let moments = emptyMoments;
  for (let group = 0; group < GROUPS; group++) {
    const without = correlation((row) => groups[row] !== group);
    if (!Number.isFinite(without)) return { estimate: whole, lower: null, upper: null };
    moments = addValue(moments, GROUPS * z - (GROUPS - 1) * Math.atanh(without));
  }
  const half = studentQuantile((1 + confidence) / 2, GROUPS - 1) * Math.sqrt(variance(moments) / GROUPS);
  return { estimate: whole, lower: Math.tanh(z - half), upper: Math.tanh(z + half) };
}

/** A group for each row, of sizes that differ by at most one, in random order. */
function randomGroups(rows: number, seed: Seed): Int32Array {
  if (rows < 2 * GROUPS) throw new RangeError(`rows: ${rows} (allowed: at least ${2 * GROUPS})`);
  const groups = Int32Array.from({ length: rows }, (_, row) => row % GROUPS);
  shuffle(groups, openStream(seed, 'bootstrap', 0));
  return groups;
}
