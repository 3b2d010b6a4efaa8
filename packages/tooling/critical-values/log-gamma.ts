// Stirling's series with recurrence below 12: NIST DLMF 5.11.1 and 5.5.1.
const coefficients = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360];

/** Natural logarithm of the gamma function for `x > 0`; relative error near 1e-15. */
export function logGamma(x: number): number {
  let shift = 1;
  let y = x;
  while (y < 12) {
    shift *= y;
    y += 1;
  }
  const inverse = 1 / y;
  let series = 0;
  for (let k = coefficients.length - 1; k >= 0; k--) series = series * inverse * inverse + (coefficients[k] as number);
  return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series * inverse - Math.log(shift);
}
