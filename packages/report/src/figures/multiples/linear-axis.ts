import { type AxisScale, axisSpec, fitTicks, scaleSpec, shortTick, ticks, widen } from '../../axis/index.js';
import type { PanelPlace } from './group-grid.js';

/** Pixels from one tick of a horizontal axis to the next, at least. */
const SPACING = 44;

/** A linear scale from the smallest to the largest of values and 0, a little wider than they are. */
export function linearScale(values: readonly number[]): AxisScale {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  return widen({ type: 'linear', constant: 1, domain: [low, high > low ? high : low + 1] }, 0.04, 0.06);
}

/** A linear scale from the smallest to the largest of values, a little wider than they are: for marks, not for bars. */
export function spanScale(values: readonly number[]): AxisScale {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (!(high > low)) {
    const around = Math.abs(low) > 0 && Number.isFinite(low) ? Math.abs(low) / 10 : 1;
    const middle = Number.isFinite(low) ? low : 0;
    return { type: 'linear', constant: 1, domain: [middle - around, middle + around] };
  }
  return widen({ type: 'linear', constant: 1, domain: [low, high] }, 0.06, 0.08);
}

/**
 * The channel of a horizontal axis that is labelled under each panel.
 *
 * @param at where ticks are wanted; round values without it
 */
export function xChannel(
  scale: AxisScale,
  { width }: PanelPlace,
  title: string,
  write: (value: number) => string,
  at?: readonly number[],
): Record<string, unknown> {
  const label = (value: number) => shortTick(write(value));
  const wanted = at?.map((value) => ({ value, label: label(value) })) ?? ticks(scale, 1, SPACING / width, label);
  const places = fitTicks(wanted, scale, width);
  return { type: 'quantitative', scale: scaleSpec(scale), axis: axisSpec(title, places, { grid: false }) };
}

/** The channel of a vertical axis, labelled at the first panel of a row. */
export function yChannel(
  scale: AxisScale,
  { height, left, first }: PanelPlace,
  title: string,
  write: (value: number) => string,
): Record<string, unknown> {
  const places = ticks(scale, 1, 20 / height, (value) => shortTick(write(value)));
  const extent = left - 26;
  const more = { labels: first, ticks: first, minExtent: extent, maxExtent: extent };
  return { type: 'quantitative', scale: scaleSpec(scale), axis: axisSpec(first ? title : null, places, more) };
}
