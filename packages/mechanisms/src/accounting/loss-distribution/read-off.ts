import type { ComposedLoss } from './composed-loss.js';

/** More than the relative error of what is read off: of the transform, of its powers, and of the integrals of each cell. */
const MARGIN = 1e-7;

/** Delta at an epsilon inside the window, rounded up. */
export function deltaAt({ step, tilt, logScale, first, gains, rests, beyond }: ComposedLoss, epsilon: number): number {
  const k = Math.ceil(epsilon / step);
  const [gain, rest] = [gains[k - first] ?? 0, rests[k - first] ?? 0];
  const sum = gain + rest * -Math.expm1(epsilon - step * k);
  return Math.min(1, Math.exp(logScale - tilt * step * k) * sum * (1 + MARGIN) + beyond);
}

/**
 * The least epsilon of the trusted part of the window that keeps delta, rounded up. `end` where even its lower end (or 0, if that is in it) does; nothing
 * where its upper end does not.
 */
export function epsilonAt(
  { step, tilt, logScale, first, trusted, gains, rests, beyond }: ComposedLoss,
  delta: number,
): { readonly epsilon: number; readonly end: boolean } | undefined {
  const target = (delta - beyond) / (1 + MARGIN);
  if (!(target > 0)) return undefined;
  const logTarget = Math.log(target) - logScale;
  const last = gains.length - 2;
  const least = Math.max(0, trusted) - first;
  for (let i = last; i >= least; i--) {
    if (Math.log(gains[i] as number) - tilt * step * (first + i) <= logTarget) continue;
    if (i === last) return undefined;
    const wanted = Math.exp(logTarget + tilt * step * (first + i + 1));
    const excess = (wanted - (gains[i + 1] as number)) / (rests[i + 1] as number);
    return { epsilon: Math.max(0, step * (first + i + 1) + Math.log1p(-excess)) * (1 + 1e-12), end: false };
  }
  return { epsilon: step * (first + least), end: true };
}
