import type { Seed } from '@dpfair/stats';
import type { Smoothing } from './smoothing.js';

/**
 * Adds one draw of the noise to each row, in place, and sets columns of scale 0 to the value at which the model always reads them. A model that is to be smoothed
 * is better for having been trained on rows like these, new ones at every pass.
 *
 * @param rows Rows of the metric's columns. @param trial An integer from 0 to 2^53: other draws for each.
 * @example
 * descend(model, people, initial, plan, { disturb: (rows, step) => addNoise(smoothing, rows, seed, step) });
 */
export function addNoise(smoothing: Smoothing, rows: Float64Array, seed: Seed, trial: number): void {
  const { held } = smoothing;
  const noise = new Float64Array(rows.length);
  smoothing.fill(noise, seed, trial);
  for (let k = 0; k < rows.length; k++) {
    const value = held[k % held.length] as number;
    rows[k] = Number.isNaN(value) ? (rows[k] as number) + (noise[k] as number) : value;
  }
}
