/**
 * The tracked step after this one. At the beginning, where terms change fast, every step is tracked, and later steps lie apart by an
 * eighth of their number, until they are `every` steps apart.
 *
 * @example
 * nextTracked(24, 50) // 27
 */
export function nextTracked(step: number, every: number): number {
  return step + Math.min(every, Math.max(1, Math.ceil(step / 8)));
}
