import { extremes, spread } from './extremes.js';

/** Alpha of biases that are known up to an error each: max - min, and how far it can be moved by those errors. */
export interface AnalyticAlpha {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly most: number;
  readonly least: number;
}

export function analyticAlpha(bias: Float64Array, errors: Float64Array): AnalyticAlpha {
  const low = bias.map((b, i) => b - (errors[i] as number));
  const high = bias.map((b, i) => b + (errors[i] as number));
  const maximum = (values: Float64Array) => values[extremes(values).most] as number;
  const minimum = (values: Float64Array) => values[extremes(values).least] as number;
  return {
    estimate: spread(bias),
    lower: Math.max(0, maximum(low) - minimum(high)),
    upper: maximum(high) - minimum(low),
    ...extremes(bias),
  };
}
