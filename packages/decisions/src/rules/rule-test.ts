import type { NoisyColumns } from '../pipeline.js';
import type { Comparison, Predicate } from './predicate.js';
import { wholeCoefficients } from './whole-coefficients.js';

/** Asks a rule of every entity: writes 1 where it holds and 0 where not. */
export type RuleTest = (noisy: NoisyColumns, outcome: Float64Array | Uint8Array) => void;

/** Answers of one part of a rule about all entities, in an array that the next trial writes again. */
type Answers = (noisy: NoisyColumns, n: number) => Uint8Array;

/**
 * Prepares a rule to be asked of the columns of many trials. It is asked comparison by comparison, each of all entities, so that the
 * arrays are looked up once a trial and not once an entity.
 *
 * @param fixed public numbers by name, of length n.
 * @param clipped whether negative noisy counts are taken as 0.
 */
export function ruleTest(
  predicate: Predicate,
  fixed: Readonly<Record<string, Float64Array>>,
  clipped = false,
): RuleTest {
  const answers = answersOf(wholeCoefficients(predicate), fixed, clipped);
  return (noisy, outcome) => outcome.set(answers(noisy, outcome.length));
}

function answersOf(part: Predicate, fixed: Readonly<Record<string, Float64Array>>, clipped: boolean): Answers {
  if (part.kind === 'comparison') return comparisonAnswers(part, fixed, clipped);
  if (part.kind === 'not') {
    const of = answersOf(part.of, fixed, clipped);
    return (noisy, n) => {
      const answers = of(noisy, n);
      for (let i = 0; i < n; i++) answers[i] = 1 - (answers[i] as number);
      return answers;
    };
  }
  const { kind } = part;
  const [first, second] = [answersOf(part.left, fixed, clipped), answersOf(part.right, fixed, clipped)];
  return (noisy, n) => {
    const answers = first(noisy, n);
    const others = second(noisy, n);
    if (kind === 'and') for (let i = 0; i < n; i++) answers[i] = (answers[i] as number) & (others[i] as number);
    else if (kind === 'or') for (let i = 0; i < n; i++) answers[i] = (answers[i] as number) | (others[i] as number);
    else for (let i = 0; i < n; i++) answers[i] = (answers[i] as number) ^ (others[i] as number);
    return answers;
  };
}

function comparisonAnswers(
  { coefficients, constant, strict }: Comparison,
  fixed: Readonly<Record<string, Float64Array>>,
  clipped: boolean,
): Answers {
  const terms = Object.entries(coefficients);
  let sums = new Float64Array(0);
  let answers = new Uint8Array(0);
  return (noisy, n) => {
    if (sums.length !== n) {
      sums = new Float64Array(n);
      answers = new Uint8Array(n);
    }
    sums.fill(constant);
    for (const [name, coefficient] of terms) {
      const isNoisy = Object.hasOwn(noisy, name);
      const column = (isNoisy ? noisy[name] : fixed[name]) as Float64Array;
      addTo(sums, coefficient, column, clipped && isNoisy);
    }
    if (strict) for (let i = 0; i < n; i++) answers[i] = (sums[i] as number) > 0 ? 1 : 0;
    else for (let i = 0; i < n; i++) answers[i] = (sums[i] as number) >= 0 ? 1 : 0;
    return answers;
  };
}

/** Adds coefficient x count, or coefficient x max(count, 0) where it is clipped. */
function addTo(sums: Float64Array, coefficient: number, column: Float64Array, clipped: boolean): void {
  const n = sums.length;
  if (clipped)
    for (let i = 0; i < n; i++) sums[i] = (sums[i] as number) + coefficient * Math.max(column[i] as number, 0);
  else for (let i = 0; i < n; i++) sums[i] = (sums[i] as number) + coefficient * (column[i] as number);
}
