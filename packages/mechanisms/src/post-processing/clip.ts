import type { Stage } from '../stage.js';

/** Replaces negative values by 0: v -> max(v, 0). Biased upwards for small counts. */
export function clip(): Stage {
  return {
    description: {
      name: 'clip',
      parameters: {},
      linear: false,
      keeps: { sum: false, sign: true, integers: true },
    },
    apply: clipAtZero,
  };
}

/** Replaces negative values by 0, in place. */
export function clipAtZero(values: Float64Array): void {
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    // The same as max(value, 0), exactly, and faster.
    values[i] = (value + Math.abs(value)) / 2;
  }
}
