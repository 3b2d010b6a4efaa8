/**
 * Natural logarithm of the volume of the unit ball of L1, L2 or L-infinity in d dimensions: `2^d / d!`, `pi^(d/2) / Gamma(d/2 + 1)`, `2^d`.
 *
 * @param norm 1, 2 or Infinity. @param d An integer above 0. O(d).
 * @example
 * Math.exp(logBallVolume(2, 2)) // 3.141592653589793
 */
export function logBallVolume(norm: number, d: number): number {
  let volume = 0;
  if (norm === 2) {
    // V_d = V_(d-2) 2 pi / d, from V_1 = 2 or V_0 = 1.
    volume = d % 2 === 1 ? Math.LN2 : 0;
    for (let k = d; k >= 2; k -= 2) volume += Math.log((2 * Math.PI) / k);
    return volume;
  }
  for (let k = 1; k <= d; k++) volume += Math.LN2 - (norm === 1 ? Math.log(k) : 0);
  return volume;
}
