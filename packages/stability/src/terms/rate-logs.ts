// Goel, Yaghini and Faltings (AAAI 2018): a weighted sum of the logs of the favourable rates.
import type { OfRates } from './of-rates.js';

/**
 * Minus `weight` times the sum over groups of the log of the rate: the smaller a group's rate, the more it asks for a larger one.
 *
 * @example
 * rateLogs(2)(Float64Array.of(0.5, 1)).value // 1.3862943611198906
 */
export function rateLogs(weight: number): (rates: Float64Array) => OfRates {
  return (rates) => {
    const count = rates.length;
    const curvatures = new Float64Array(count * count);
    for (let s = 0; s < count; s++) curvatures[s * count + s] = weight / (rates[s] as number) ** 2;
    const value = -weight * rates.reduce((sum, rate) => sum + Math.log(rate), 0);
    return { value, slopes: rates.map((rate) => -weight / rate), curvatures };
  };
}
