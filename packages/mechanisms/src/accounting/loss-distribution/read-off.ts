import type { ComposedLoss } from './composed-loss.js';

/** What the gains may be short of by rounding of the transform; the tilted whole is 1. */
const NOISE = 1e-12;

/** Delta at an epsilon, rounded up; 1 below the window. */
export function deltaAt(composed: ComposedLoss, epsilon: number): number {
  const { step, tilt, logScale, first, gains, rests, beyond, margin } = composed;
  const k = Math.ceil(epsilon / step);
  if (k < first) return 1;
  const gain = NOISE + (gains[k - first] ?? 0);
  const sum = gain + (rests[k - first] ?? 0) * -Math.expm1(epsilon - step * k);
  return Math.min(1, Math.exp(logScale - tilt * step * k) * sum * (1 + margin) + beyond);
}

/** From here gains have three digits left. */
const DISTINCT = 1e3 * NOISE;

/**
 * An epsilon, and how to take it: `found`, `faint` where delta is kept and rounding weighs much in it, or an end of the trusted part of the window, where
 * delta is kept or not.
 */
export interface ReadOff {
  readonly epsilon: number;
  readonly place: 'found' | 'faint' | 'lower end' | 'upper end';
}

/** The least epsilon of the trusted part of the window, or 0, that keeps delta; rounded up. */
export function epsilonAt(composed: ComposedLoss, delta: number): ReadOff {
  const { step, tilt, logScale, first, trusted, gains, rests, beyond, margin } = composed;
  const logTarget = Math.log(Math.max(0, delta - beyond)) - Math.log1p(margin) - logScale;
  const last = gains.length - 2;
  const least = Math.max(0, trusted) - first;
  for (let i = last; i >= least; i--) {
    if (Math.log(NOISE + (gains[i] as number)) - tilt * step * (first + i) <= logTarget) continue;
    if (i === last) return { epsilon: step * (first + i), place: 'upper end' };
    const wanted = Math.exp(logTarget + tilt * step * (first + i + 1));
    const rest = Math.max(Number.MIN_VALUE, rests[i + 1] as number);
    const excess = Math.min(-Math.expm1(-step), (wanted - NOISE - (gains[i + 1] as number)) / rest);
    const epsilon = Math.max(0, step * (first + i + 1) + Math.log1p(-excess)) * (1 + 1e-12);
    return { epsilon, place: (gains[i] as number) < DISTINCT ? 'faint' : 'found' };
  }
  return { epsilon: step * (first + Math.max(least, 0)), place: 'lower end' };
}
