import type { Comparison, LinearForm, Predicate } from './predicate.js';

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
  const factor = wholeFactor(comparison);
  if (factor === null) return { comparison, factor: 1 };
  const coefficients = Object.entries(comparison.coefficients).map(([name, coefficient]) => [
    name,
    Math.round(coefficient * factor),
  ]);
  const constant = Math.round(comparison.constant * factor);
  return { comparison: { ...comparison, coefficients: Object.fromEntries(coefficients), constant }, factor };
}

/** Whether all numbers of a form are decimals that {@link wholeCoefficients} makes whole. */
export const isDecimal = (form: LinearForm): boolean => wholeFactor(form) !== null;

/** The power of ten that makes all numbers whole; null where none does. */
function wholeFactor({ coefficients, constant }: LinearForm): number | null {
  const numbers = [...Object.values(coefficients), constant];
  for (let decimals = 0; decimals <= DECIMALS; decimals++) {
    const factor = 10 ** decimals;
    if (numbers.every((number) => isNearlyWhole(number * factor))) return factor;
  }
  return null;
}

/** Up to the rounding of a decimal and of the arithmetic of a rule. */
const isNearlyWhole = (value: number) =>
  Math.abs(value) <= LARGEST && Math.abs(value - Math.round(value)) <= 4 * Number.EPSILON * Math.abs(value);
