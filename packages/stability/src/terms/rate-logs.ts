// Goel, Yaghini and Faltings (AAAI 2018): a weighted sum of the logs of the favourable rates.
import type { OfRates } from './of-rates.js';

/**
 * Minus `weight` times the sum over groups of the log of the rate: the smaller a group's rate, the more it asks for a larger one.
 *
 * @example
 * rateLogs(2)(Float64Array.of(Math.log(0.5), 0)).value // 1.3862943611198906
 */
export function rateLogs(weight: number): (logs: Float64Array) => OfRates {
  return (logs) => {
    const count = logs.length;
    const curvatures = new Float64Array(count * count);
    for (let s = 0; s < count; s++) curvatures[s * count + s] = weight;
    const value = -weight * logs.reduce((sum, log) => sum + log, 0);
    return { value, slopes: new Float64Array(count).fill(-weight), curvatures };
  };
}
