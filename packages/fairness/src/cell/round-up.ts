/**
 * An error to two digits, never less than it is: results hold many of them, and more digits say nothing.
 *
 * @param error at least 0, finite.
 * @example roundUp(0.00012345) // 0.00013
 */
export function roundUp(error: number): number {
  if (error === 0) return 0;
  const exponent = Math.floor(Math.log10(error)) - 1;
  const digits = Math.ceil(error / 10 ** exponent);
  const rounded = Number(`${digits}e${exponent}`);
  return rounded >= error ? rounded : Number(`${digits + 1}e${exponent}`);
}
