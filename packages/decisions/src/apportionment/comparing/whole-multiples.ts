/**
 * Finite numbers times one power of two, as whole numbers: any double is a whole number over a power of two, so what is
 * computed with them has no rounding.
 */
export function wholeMultiples(values: ArrayLike<number>): readonly bigint[] {
  const doublings = Array.from(values, doublingsToWhole);
  const most = doublings.reduce((a, b) => Math.max(a, b), 0);
  return Array.from(values, (value, i) => {
    const own = doublings[i] as number;
    return BigInt(timesPowerOfTwo(value, own)) << BigInt(most - own);
  });
}

function doublingsToWhole(value: number): number {
  let doublings = 0;
  for (let scaled = value; !Number.isInteger(scaled); scaled *= 2) doublings += 1;
  return doublings;
}

/** In steps, because 2 ** 1074 is no double. */
function timesPowerOfTwo(value: number, power: number): number {
  let scaled = value;
  for (let left = power; left > 0; left -= 512) scaled *= 2 ** Math.min(left, 512);
  return scaled;
}
