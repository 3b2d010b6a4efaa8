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

/**
 * The least epsilon of the trusted part of the window that keeps delta, rounded up. `end` where even its lower end (or 0, if that is in it) does; nothing
 * where its upper end does not.
 */
export function epsilonAt(
  { step, tilt, logScale, first, trusted, gains, rests, beyond, margin }: ComposedLoss,
  delta: number,
): { readonly epsilon: number; readonly end: boolean } | undefined {
  const target = (delta - beyond) / (1 + margin);
  if (!(target > 0)) return undefined;
  const logTarget = Math.log(target) - logScale;
  const last = gains.length - 2;
  const least = Math.max(0, trusted) - first;
  for (let i = last; i >= least; i--) {
    if (Math.log(NOISE + (gains[i] as number)) - tilt * step * (first + i) <= logTarget) continue;
    if (i === last) return undefined;
    const wanted = Math.exp(logTarget + tilt * step * (first + i + 1));
    const rest = Math.max(Number.MIN_VALUE, rests[i + 1] as number);
    const excess = Math.min(-Math.expm1(-step), (wanted - NOISE - (gains[i + 1] as number)) / rest);
    return { epsilon: Math.max(0, step * (first + i + 1) + Math.log1p(-excess)) * (1 + 1e-12), end: false };
  }
  return { epsilon: step * (first + least), end: true };
}
