import type { Labeller, Smoothing } from '@dpfair/individual';

/** Class 1 where `coefficients x + intercept` is at least 0. */
export const linearModel =
  (coefficients: readonly number[], intercept: number): Labeller =>
  (batch, rows) => {
    const width = coefficients.length;
    return Uint8Array.from({ length: rows }, (_, row) => {
      let score = intercept;
      for (let i = 0; i < width; i++) score += (coefficients[i] as number) * (batch[row * width + i] as number);
      return score >= 0 ? 1 : 0;
    });
  };

/** The model that tells a from b best under a smoothing (Neyman and Pearson): class 1 where noise around b is the denser. */
export const bestTeller =
  ({ logDensity, held }: Smoothing, a: Float64Array, b: Float64Array): Labeller =>
  (batch, rows) => {
    const width = held.length;
    const from = new Float64Array(width);
    const density = (row: number, centre: Float64Array) => {
      for (let i = 0; i < width; i++) from[i] = (batch[row * width + i] as number) - (centre[i] as number);
      return logDensity(from);
    };
    return Uint8Array.from({ length: rows }, (_, row) => (density(row, b) > density(row, a) ? 1 : 0));
  };
