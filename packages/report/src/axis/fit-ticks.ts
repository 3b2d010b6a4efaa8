import { type AxisScale, position } from './scale.js';
import type { Tick } from './ticks.js';

const CHARACTER_WIDTH = 6.9;
const BETWEEN = 6;

/**
 * Turns the labels of a horizontal axis inwards where they would stick out of the panel, and leaves out those that would
 * then touch another; zero stays, then the largest.
 *
 * @param width of the panel in pixels
 * @param beyond pixels a label may stick out on either side, at least 0
 */
export function fitTicks(ticks: readonly Tick[], scale: AxisScale, width: number, beyond = 8): Tick[] {
  const placed = ticks.map((tick) => ({
    tick: { ...tick, ...turn(tick, scale, width, beyond) },
    ...box(tick, scale, width, beyond),
  }));
  const order = placed.toReversed();
  const kept: typeof placed = [];
  for (const one of [
    ...order.filter(({ tick }) => tick.value === 0),
    ...order.filter(({ tick }) => tick.value !== 0),
  ]) {
    if (kept.every((other) => one.left >= other.right + BETWEEN || one.right + BETWEEN <= other.left)) kept.push(one);
  }
  return kept.map(({ tick }) => tick).sort((first, second) => first.value - second.value);
}

function turn(tick: Tick, scale: AxisScale, width: number, beyond: number): { align: 'left' | 'center' | 'right' } {
  const [at, half] = [position(scale, tick.value) * width, (tick.label.length * CHARACTER_WIDTH) / 2];
  if (at + half > width + beyond) return { align: 'right' };
  return { align: at - half < -beyond ? 'left' : 'center' };
}

function box(tick: Tick, scale: AxisScale, width: number, beyond: number): { left: number; right: number } {
  const [at, length] = [position(scale, tick.value) * width, tick.label.length * CHARACTER_WIDTH];
  const { align } = turn(tick, scale, width, beyond);
  const left = align === 'center' ? at - length / 2 : align === 'left' ? at : at - length;
  return { left, right: left + length };
}
