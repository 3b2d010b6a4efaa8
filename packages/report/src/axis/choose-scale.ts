import { type AxisScale, widen } from './scale.js';

/** Sizes below this are drawn as zero: logarithms of smaller ones leave the range of numbers. */
const TINY = 1e-290;

/**
 * The scale for signed differences: symmetric-logarithmic over at most four decades below the largest size, zero
 * always inside.
 *
 * @param values in the unit of the data; none or only zeros give the domain -1 to 1
 */
export function signedScale(values: readonly number[]): AxisScale {
  let [low, high, smallest] = [0, 0, Number.POSITIVE_INFINITY];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
    if (Math.abs(value) >= TINY) smallest = Math.min(smallest, Math.abs(value));
  }
  const largest = Math.max(-low, high);
  if (largest < TINY) return { type: 'linear', constant: 1, domain: [-1, 1] };
  const constant = Math.max(smallest, largest * 1e-4);
  const edge = constant / 2;
  const scale: AxisScale = { type: 'symlog', constant, domain: [Math.min(low, -edge), Math.max(high, edge)] };
  return widen(scale, 0.08, 0.08);
}

/** Sizes within this factor are compared on a linear axis. */
const LINEAR_WITHIN = 100;

/**
 * The scale for a few effects with their intervals: linear, where lengths can be compared, when the sizes of the effects span less
 * than two decades; else that of {@link signedScale}.
 *
 * @param effects in the unit of the data; zeros do not count
 * @param ends of their intervals, which are drawn too
 */
export function effectScale(effects: readonly number[], ends: readonly number[]): AxisScale {
  const sizes = effects.map(Math.abs).filter((size) => size >= TINY);
  const all = [...effects, ...ends];
  if (sizes.length === 0 || Math.max(...sizes) >= LINEAR_WITHIN * Math.min(...sizes)) return signedScale(all);
  return widen({ type: 'linear', constant: 1, domain: [Math.min(0, ...all), Math.max(0, ...all)] }, 0.08, 0.08);
}

/**
 * The scale for sizes: logarithmic. When some are zero, symmetric-logarithmic with zero a decade left of the smallest
 * positive one, so that zeros have their own place.
 *
 * @param values at least zero, in the unit of the data; negative ones count as zero
 */
export function sizeScale(values: readonly number[]): AxisScale {
  let [low, high, zeros] = [Number.POSITIVE_INFINITY, 0, false];
  for (const value of values) {
    if (value >= TINY) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    } else zeros = true;
  }
  if (high === 0) return { type: 'linear', constant: 1, domain: [-1, 1] };
  if (!zeros) {
    const [from, to] = high < low * 1.5 ? [low / 2, high * 2] : [low, high];
    return widen({ type: 'log', constant: 1, domain: [from, to] }, 0.04, 0.04);
  }
  return widen({ type: 'symlog', constant: low / 9, domain: [0, high] }, 0.05, 0.04);
}

/** A logarithmic scale over positive values, a little wider than they are. */
export function logScale(values: readonly number[]): AxisScale {
  return sizeScale(values.filter((value) => value >= TINY));
}
