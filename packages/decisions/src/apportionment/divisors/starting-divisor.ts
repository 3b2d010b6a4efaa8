import { type DivisorMethod, signpost } from '../method.js';

/** So many seats that signposts have come to their distance from the whole numbers. */
const MANY_SEATS = 1000;
const ROUNDS = 3;

/**
 * People per seat, near enough for the method to give out about `total` seats: rounding at signpost k + s gives p / divisor
 * - (s - 1/2) seats on average to whoever is above the minimum, and the minimum to the others.
 *
 * @param populations at least one above 0.
 */
export function startingDivisor(method: DivisorMethod, populations: Float64Array, total: number): number {
  const drift = signpost(method, MANY_SEATS) - MANY_SEATS - 0.5;
  const enough = signpost(method, method.minimum);
  let divisor = 0;
  for (let round = 0; round < ROUNDS; round++) {
    let people = 0;
    let above = 0;
    for (let i = 0; i < populations.length; i++) {
      if ((populations[i] as number) <= enough * divisor) continue;
      people += populations[i] as number;
      above += 1;
    }
    const seats = total - method.minimum * (populations.length - above) + drift * above;
    if (!(people > 0 && seats > 0)) break;
    divisor = people / seats;
  }
  return divisor;
}
