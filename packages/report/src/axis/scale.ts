/**
 * A scale of an axis, as Vega draws it: linear, logarithmic, or symmetric-logarithmic, v -> sign(v) ln(1 + |v / c|), which
 * is logarithmic far from zero and linear within `constant` of it.
 */
export interface AxisScale {
  readonly type: 'linear' | 'log' | 'symlog';
  /** Only for symlog: where the linear part ends, in the unit of the data; 1 otherwise. */
  readonly constant: number;
  /** Smallest and largest value drawn, in the unit of the data; first below second. */
  readonly domain: readonly [number, number];
}

/** The drawn position of a value, 0 at the start of the domain and 1 at its end; outside the domain it goes beyond. */
export function position(scale: AxisScale, value: number): number {
  return positioner(scale)(value);
}

/** The value drawn at a position: the inverse of `position`. */
export function valueAt(scale: AxisScale, at: number): number {
  const [from, to] = scale.domain.map((end) => stretch(scale, end)) as [number, number];
  return relax(scale, from + at * (to - from));
}

/**
 * Moves both ends outwards by a part of the drawn length, so that marks and labels keep off the edge. An end that would
 * leave the range of numbers stays where it is.
 */
export function widen(scale: AxisScale, before: number, after: number): AxisScale {
  const [from, to] = scale.domain;
  const [low, high] = [valueAt(scale, -before), valueAt(scale, 1 + after)];
  const usable = (end: number) => Number.isFinite(end) && (scale.type !== 'log' || end > 0);
  return { ...scale, domain: [usable(low) ? low : from, usable(high) ? high : to] };
}

/** `position` as a function of the value alone, for many values. */
export function positioner(scale: AxisScale): (value: number) => number {
  const [from, to] = scale.domain.map((end) => stretch(scale, end)) as [number, number];
  const length = to - from;
  return (value) => (stretch(scale, value) - from) / length;
}

/** The `scale` object of a Vega-Lite channel. */
export function scaleSpec(scale: AxisScale): Record<string, unknown> {
  const constant = scale.type === 'symlog' ? { constant: scale.constant } : {};
  const zero = scale.type === 'log' ? {} : { zero: false };
  return { type: scale.type, ...constant, domain: [...scale.domain], nice: false, ...zero };
}

function stretch(scale: AxisScale, value: number): number {
  if (scale.type === 'log') return Math.log(value);
  return scale.type === 'linear' ? value : Math.sign(value) * Math.log1p(Math.abs(value / scale.constant));
}

function relax(scale: AxisScale, stretched: number): number {
  if (scale.type === 'log') return Math.exp(stretched);
  return scale.type === 'linear' ? stretched : Math.sign(stretched) * scale.constant * Math.expm1(Math.abs(stretched));
}
