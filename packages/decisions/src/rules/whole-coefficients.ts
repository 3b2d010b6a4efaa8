import type { Comparison, Predicate } from './predicate.js';

/** Decimals of a rule that are made whole, and the largest whole number that results. */
const DECIMALS = 9;
const LARGEST = 2 ** 40;

/**
 * The same question with whole coefficients, where its numbers are decimals: `lep - 0.05 citizens > 0` is asked as `100 lep - 5 citizens > 0`.
 * Of whole counts that is computed without rounding, so that a tie is a tie: 0.07 x 100 is not 7 in double precision.
 * Comparisons with other numbers stay as they are.
 */
export function wholeCoefficients(predicate: Predicate): Predicate {
  switch (predicate.kind) {
    case 'comparison':
      return wholeComparison(predicate).comparison;
    case 'not':
      return { kind: 'not', of: wholeCoefficients(predicate.of) };
    default:
      return { ...predicate, left: wholeCoefficients(predicate.left), right: wholeCoefficients(predicate.right) };
  }
}

/** One comparison, and what its numbers were multiplied by; see {@link wholeCoefficients}. */
export function wholeComparison(comparison: Comparison): { readonly comparison: Comparison; readonly factor: number } {
  const entries = Object.entries(comparison.coefficients);
  const numbers = [...entries.map(([, coefficient]) => coefficient), comparison.constant];
  for (let decimals = 0; decimals <= DECIMALS; decimals++) {
    const factor = 10 ** decimals;
    if (!numbers.every((number) => isNearlyWhole(number * factor))) continue;
    const coefficients = entries.map(([name, coefficient]) => [name, Math.round(coefficient * factor)]);
    const constant = Math.round(comparison.constant * factor);
    return { comparison: { ...comparison, coefficients: Object.fromEntries(coefficients), constant }, factor };
  }
  return { comparison, factor: 1 };
}

/** Up to the rounding of a decimal and of the arithmetic of a rule. */
const isNearlyWhole = (value: number) =>
  Math.abs(value) <= LARGEST && Math.abs(value - Math.round(value)) <= 4 * Number.EPSILON * Math.abs(value);
