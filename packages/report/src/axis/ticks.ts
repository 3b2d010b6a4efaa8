import { powerLabel } from './power-label.js';
import { type AxisScale, position } from './scale.js';

/** What a tick shows: its place in the unit of the data and its text. */
export interface Tick {
  readonly value: number;
  readonly label: string;
  /**
   * Which end of the text, or its middle, stands at the tick.
   * @default 'center'
   */
  readonly align?: 'left' | 'center' | 'right';
}

/**
 * Round ticks: zero where it is inside, and powers of ten in the unit shown, the largest first, each at least
 * `spacing` away from those already placed. On a linear scale: zero and one, two or five times a power of ten.
 *
 * @param factor data unit to unit shown
 * @param spacing smallest distance between two ticks, as a part of the length of the axis, in (0, 1)
 * @param write the text for a value in the unit of the data; texts in words ('less than 0.000001') and those of
 * several ticks become powers of ten in the unit shown
 */
export function ticks(scale: AxisScale, factor: number, spacing: number, write: (value: number) => string): Tick[] {
  const [from, to] = scale.domain;
  const placed: number[] = [];
  const place = (value: number) => {
    if (value < from || value > to || !Number.isFinite(value)) return;
    const at = position(scale, value);
    if (placed.every((other) => Math.abs(position(scale, other) - at) >= spacing)) placed.push(value);
  };
  if (scale.type !== 'log') place(0);
  for (const value of candidates(scale, factor, spacing)) place(value);
  placed.sort((first, second) => first - second);
  const labels = placed.map(write);
  return placed.map((value, index) => {
    const label = labels[index] as string;
    const own = /^[-\d$\u2212]/.test(label) && labels.indexOf(label) === labels.lastIndexOf(label);
    return { value, label: own ? label : powerLabel(value * factor) };
  });
}

function candidates(scale: AxisScale, factor: number, spacing: number): number[] {
  const [from, to] = scale.domain;
  const top = Math.max(Math.abs(from), Math.abs(to)) * factor;
  const first = Math.floor(Math.log10(top));
  if (!Number.isFinite(first)) return [];
  // Round in the unit that is shown: 2 million dollars, not a thousandth of the budget.
  if (scale.type === 'linear')
    return linearCandidates(from * factor, to * factor, spacing).map((value) => value / factor);
  const smallest = scale.type === 'log' ? from * factor : scale.constant * factor;
  const values: number[] = [];
  const last = Math.max(Math.floor(Math.log10(smallest)), first - 30);
  for (let exponent = first; exponent >= last; exponent -= 1) {
    const size = powerOfTen(exponent) / factor;
    values.push(size, -size);
  }
  if (values.length <= 4) for (const step of [2, 5]) values.push(...values.slice(0, 4).map((value) => value * step));
  return values;
}

/** Multiples of a round step: outwards from zero where it is inside, else from the end next to it. */
function linearCandidates(from: number, to: number, spacing: number): number[] {
  const length = to - from;
  const rough = Math.max(length * spacing, length / 8);
  const power = powerOfTen(Math.floor(Math.log10(rough)));
  const step = ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10) * power;
  const first = from > 0 ? Math.ceil(from / step) : to < 0 ? Math.ceil(-to / step) : 1;
  return Array.from({ length: 20 }, (_, index) => step * (first + index)).flatMap((value) => [value, -value]);
}

function powerOfTen(exponent: number): number {
  return Number(`1e${exponent}`);
}
