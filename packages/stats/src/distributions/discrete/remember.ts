/** Values are remembered up to this many whole numbers. */
const LARGEST_MEMORY = 65_536;

/**
 * A function of whole numbers from 0 on that remembers what it gave: sums over a rule ask for the same tails again and again.
 * Memory is taken at the first call.
 *
 * @param f not negative, or NaN. @param reach from here on values are computed anew.
 */
export function remember(f: (k: number) => number, reach: number): (k: number) => number {
  let known: Float64Array | null = null;
  return (k) => {
    known ??= new Float64Array(Math.min(LARGEST_MEMORY, Math.ceil(reach) + 2)).fill(-1);
    const found = known[k] ?? -1;
    if (found >= 0) return found;
    const value = f(k);
    if (k < known.length) known[k] = value;
    return value;
  };
}
