import type { NoisyColumns } from '../pipeline.js';
import { comparisonsOf, holdsGiven, type Predicate } from './predicate.js';
import { wholeCoefficients } from './whole-coefficients.js';

/** Asks a rule of one entity. */
export type EntityTest = (noisy: NoisyColumns, entity: number) => boolean;

/**
 * Asks a rule of one entity at a time.
 *
 * @param fixed public numbers by name, of length n.
 * @param clipped whether negative noisy counts are taken as 0.
 */
export function entityTest(
  predicate: Predicate,
  fixed: Readonly<Record<string, Float64Array>>,
  clipped = false,
): EntityTest {
  const comparisons = comparisonsOf(wholeCoefficients(predicate)).map(({ coefficients, constant, strict }) => ({
    terms: Object.entries(coefficients),
    constant,
    strict,
  }));
  const answers = comparisons.map(() => false);
  return (noisy, entity) => {
    comparisons.forEach(({ terms, constant, strict }, k) => {
      let sum = constant;
      for (const [name, coefficient] of terms) {
        const count = noisy[name]?.[entity];
        if (count === undefined) sum += coefficient * ((fixed[name] as Float64Array)[entity] as number);
        else sum += coefficient * (clipped ? Math.max(count, 0) : count);
      }
      answers[k] = strict ? sum > 0 : sum >= 0;
    });
    return holdsGiven(predicate, answers);
  };
}

/** Asks a rule of every entity: writes 1 where it holds and 0 where not. See {@link entityTest}. */
export function ruleTest(
  predicate: Predicate,
  fixed: Readonly<Record<string, Float64Array>>,
  clipped = false,
): (noisy: NoisyColumns, outcome: Float64Array) => void {
  const holds = entityTest(predicate, fixed, clipped);
  return (noisy, outcome) => {
    for (let i = 0; i < outcome.length; i++) outcome[i] = Number(holds(noisy, i));
  };
}
