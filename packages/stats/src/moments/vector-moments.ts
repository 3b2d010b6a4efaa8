// Source: as `moments.ts`, entity by entity.

/** The moments of n entities, each with the same number of values. Changed in place. Start from {@link emptyVectorMoments}. */
export interface VectorMoments {
  /** How many vectors have been added. */
  count: number;
  /** Mean of each entity; length n. */
  readonly mean: Float64Array;
  /** Sum of squared differences from the mean, of each entity; length n. */
  readonly m2: Float64Array;
}

/** The moments of no vectors of length n. */
export function emptyVectorMoments(n: number): VectorMoments {
  return { count: 0, mean: new Float64Array(n), m2: new Float64Array(n) };
}

/**
 * Adds one value per entity, in place. O(n); one division in all.
 *
 * @param values Length n.
 * @throws RangeError when the length is another.
 */
export function addVector(moments: VectorMoments, values: Float64Array): void {
  const { mean, m2 } = moments;
  requireLength(values.length, mean.length);
  moments.count += 1;
  const inverseCount = 1 / moments.count;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    const before = mean[i] as number;
    const difference = value - before;
    const after = before + difference * inverseCount;
    mean[i] = after;
    m2[i] = (m2[i] as number) + difference * (value - after);
  }
}

/**
 * Merges `source` into `target`, in place; `source` stays as it is. Rounding depends on the order: merge shards into an empty
 * target in the order of their numbers, and any number of threads gives the same bits. O(n).
 *
 * @throws RangeError when the two are not of the same length.
 */
export function mergeVectorMoments(target: VectorMoments, source: VectorMoments): void {
  requireLength(source.mean.length, target.mean.length);
  if (source.count === 0) return;
  const count = target.count + source.count;
  const part = source.count / count;
  const cross = (target.count * source.count) / count;
  for (let i = 0; i < target.mean.length; i++) {
    const before = target.mean[i] as number;
    const difference = (source.mean[i] as number) - before;
    target.mean[i] = target.count === 0 ? (source.mean[i] as number) : before + difference * part;
    target.m2[i] = (target.m2[i] as number) + (source.m2[i] as number) + difference * difference * cross;
  }
  target.count = count;
}

/** `m2 / (count - ddof)` of each entity; NaN for ddof vectors or fewer. @param ddof As in `variance`. @default 1 */
export function vectorVariance(moments: VectorMoments, ddof: 0 | 1 = 1): Float64Array {
  const divisor = moments.count > ddof ? moments.count - ddof : Number.NaN;
  return moments.m2.map((m2) => m2 / divisor);
}

/** Standard error of each entity's mean, `sqrt(variance / count)` with ddof 1; NaN for fewer than two vectors. */
export function vectorStandardError(moments: VectorMoments): Float64Array {
  return vectorVariance(moments).map((variance) => Math.sqrt(variance / moments.count));
}

function requireLength(length: number, expected: number): void {
  if (length !== expected)
    throw new RangeError(`length of the vector: ${length} (allowed: ${expected}, one per entity)`);
}
