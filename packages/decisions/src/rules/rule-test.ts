import type { NoisyColumns } from '../pipeline.js';
import { comparisonsOf, holdsGiven, type Predicate } from './predicate.js';

/**
 * Asks a rule of every entity: writes 1 where it holds and 0 where not.
 *
 * @param fixed public numbers by name, of length n.
 * @param clipped whether negative noisy counts are taken as 0.
 */
export function ruleTest(
  predicate: Predicate,
  fixed: Readonly<Record<string, Float64Array>>,
  clipped = false,
): (noisy: NoisyColumns, outcome: Float64Array) => void {
  const comparisons = comparisonsOf(predicate).map(({ coefficients, constant, strict }) => ({
    terms: Object.entries(coefficients),
    constant,
    strict,
  }));
  const answers = comparisons.map(() => false);
  return (noisy, outcome) => {
    for (let i = 0; i < outcome.length; i++) {
      comparisons.forEach(({ terms, constant, strict }, k) => {
        let sum = constant;
        for (const [name, coefficient] of terms) {
          const count = noisy[name]?.[i];
          if (count === undefined) sum += coefficient * ((fixed[name] as Float64Array)[i] as number);
          else sum += coefficient * (clipped ? Math.max(count, 0) : count);
        }
        answers[k] = strict ? sum > 0 : sum >= 0;
      });
      outcome[i] = Number(holdsGiven(predicate, answers));
    }
  };
}
