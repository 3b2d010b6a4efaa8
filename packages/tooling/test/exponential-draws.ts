// SplitMix64: Steele, Lea and Flood (2014), "Fast splittable pseudorandom number generators".
const mask = (1n << 64n) - 1n;

/** `n` draws of the exponential distribution with mean 1 by inverting its cdf: `-log(1 - u)`. */
export function exponentialDraws(seed: bigint, n: number): Float64Array {
  let state = seed & mask;
  return Float64Array.from({ length: n }, () => {
    state = (state + 0x9e3779b97f4a7c15n) & mask;
    let z = state;
    z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & mask;
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & mask;
    z ^= z >> 31n;
    return -Math.log1p(-Number(z >> 11n) / 2 ** 53);
  });
}
