// Weights exp(-d i) on i = 0 ... n - 1, for d >= 0: sums that stay accurate where d n is small and closed forms cancel.

/** The sum of the weights, `(1 - e^(-d n)) / (1 - e^-d)`. */
export function geometricMass(d: number, n: number): number {
  return d === 0 ? n : Math.expm1(-d * n) / Math.expm1(-d);
}

/** The mean of i, for n >= 1. */
export function geometricMean(d: number, n: number): number {
  if (d * n > 2) return 1 / Math.expm1(d) - n / Math.expm1(d * n);
  return d === 0 ? (n - 1) / 2 : (n - 1) / 2 - (hyperbolicExcess((d * n) / 2) - hyperbolicExcess(d / 2)) / d;
}

/** `y coth y - 1` for 0 <= y <= 1: `2^(2k) B_(2k) y^(2k) / (2k)!` summed from k = 1. */
function hyperbolicExcess(y: number): number {
  const square = y * y;
  let sum = 0;
  for (let k = excessCoefficients.length - 1; k >= 0; k--) sum = (excessCoefficients[k] as number) + square * sum;
  return square * sum;
}

/** The radius of convergence is pi: sixteen terms leave 1e-17 at y = 1. */
const excessCoefficients = [
  0.3333333333333333, -0.022222222222222223, 0.0021164021164021165, -0.00021164021164021165, 2.1377799155576935e-5,
  -2.1644042808063972e-6, 2.1925947851873778e-7, -2.2214608789979678e-8, 2.2507846516808994e-9, -2.2805151204592183e-10,
  2.3106432599002624e-11, -2.3411706819824882e-12, 2.3721017400233653e-13, -2.4034415333307705e-14,
  2.4351954029183367e-15, -2.4673688045172075e-16,
] as const;
