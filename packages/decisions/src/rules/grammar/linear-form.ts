import type { LinearForm } from '../predicate.js';

/** A constant. */
export const constantForm = (constant: number): LinearForm => ({ coefficients: {}, constant });

/** One count. */
export const countForm = (name: string): LinearForm => ({ coefficients: { [name]: 1 }, constant: 0 });

/** first + factor x second. */
export function addForms(first: LinearForm, second: LinearForm, factor: number): LinearForm {
  const names = new Set([...Object.keys(first.coefficients), ...Object.keys(second.coefficients)]);
  const sums = [...names].map(
    (name) => [name, coefficientOf(first, name) + factor * coefficientOf(second, name)] as const,
  );
  return {
    coefficients: Object.fromEntries(sums.filter(([, sum]) => sum !== 0)),
    constant: first.constant + factor * second.constant,
  };
}

const coefficientOf = ({ coefficients }: LinearForm, name: string): number =>
  Object.hasOwn(coefficients, name) ? (coefficients[name] as number) : 0;

/** factor x form. */
export const scaleForm = (form: LinearForm, factor: number): LinearForm => addForms(constantForm(0), form, factor);

/** Factors and constants beyond this, or closer to 0 than its inverse, do not go with counts in double precision. */
const LARGEST_FACTOR = 1e60;

/** Whether every number in it can be computed with. */
export const isUsable = ({ coefficients, constant }: LinearForm): boolean =>
  Math.abs(constant) <= LARGEST_FACTOR &&
  Object.values(coefficients).every((factor) => {
    const size = Math.abs(factor);
    return size <= LARGEST_FACTOR && size >= 1 / LARGEST_FACTOR;
  });

/** Whether there is no count in it. */
export const isConstant = ({ coefficients }: LinearForm): boolean => Object.keys(coefficients).length === 0;
