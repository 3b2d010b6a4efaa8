// Derived for dpfair: docs/methods/rules.md.
import { type Comparison, comparisonsOf, namesOf, type Predicate, wholeCoefficients } from '@dpfair/decisions';
import { type ContinuousNoise, gaussLegendre, upperTailOfWeightedSum } from '@dpfair/stats';
import { breakpoints } from './breakpoints.js';
import { answersByMask, probabilityGiven } from './given-shared.js';
import { integrateLaplace } from './laplace-integral.js';
import { massWhere, type NoisyCount } from './noisy-count.js';
import { evaluatorOfParts, ROUNDING, type RuleEvaluator, type RuleProbability } from './rule-evaluator.js';
import { seenFrom, sharedCountOf } from './shared-count.js';

/**
 * What rounding of counts and thresholds can move the probability by: for each comparison the rounding of its terms times
 * the largest density of their noisy sum, which is below 1 over the largest spread. Grows with count over noise.
 */
function roundingOf(comparisons: readonly Comparison[], counts: Counts): number {
  return comparisons.reduce((sum, { coefficients, constant }) => {
    let [size, spread] = [Math.abs(constant), 0];
    for (const [name, coefficient] of Object.entries(coefficients)) {
      const { truth, noise } = counts[name] as NoisyCount<ContinuousNoise>;
      size += Math.abs(coefficient * truth);
      spread = Math.max(spread, Math.abs(coefficient) * noise.spread);
    }
    return sum + (8 * Number.EPSILON * size) / spread;
  }, ROUNDING);
}
const NODES = 20;
const FEWER_NODES = 14;

/**
 * How the probability of a rule can be computed exactly, for independent noise with a density on each count:
 *
 * - parts about different counts are independent, and combine by the rules for and, or, xor, not;
 * - one comparison of one count: its distribution function;
 * - one comparison of any number of counts that are not clipped: the tail of a weighted sum of noises;
 * - comparisons that share one count and have at most one other each: quadrature over the shared count, given which the
 *   others are independent; under Laplace noise in closed form.
 *
 * @returns null where none of these applies.
 */
export function ruleEvaluator(predicate: Predicate, clipped: boolean): RuleEvaluator<ContinuousNoise> | null {
  return evaluatorOfParts(wholeCoefficients(predicate), (part) => {
    if (part.kind === 'comparison') {
      const [name, ...others] = Object.keys(part.coefficients);
      if (name !== undefined && others.length === 0) return (counts) => massOf(part, name, counts);
      if (!clipped) return (counts) => tailOf(part, counts);
    }
    const shared = sharedCountOf(part);
    return shared === null ? null : integrationOver(shared, part);
  });
}

type Counts = Parameters<RuleEvaluator<ContinuousNoise>>[0];

/** One comparison of one count. */
function massOf(comparison: Comparison, name: string, counts: Counts): RuleProbability {
  const { coefficients, constant, strict } = comparison;
  const coefficient = coefficients[name] as number;
  const sign = coefficient > 0 ? (strict ? '>' : '>=') : strict ? '<' : '<=';
  const probability = massWhere(counts[name] as NoisyCount<ContinuousNoise>, sign, -constant / coefficient);
  return { probability, error: Math.min(1, roundingOf([comparison], counts)) };
}

function tailOf(comparison: Comparison, counts: Counts): RuleProbability {
  const { coefficients, constant } = comparison;
  const terms = Object.entries(coefficients).map(([name, coefficient]) => ({
    coefficient,
    count: counts[name] as NoisyCount<ContinuousNoise>,
  }));
  const expected = terms.reduce((sum, { coefficient, count }) => sum + coefficient * count.truth, constant);
  const spreads = Float64Array.from(terms, ({ coefficient, count }) => Math.abs(coefficient) * count.noise.spread);
  const kind = (terms[0] as (typeof terms)[number]).count.noise.kind;
  const probability = upperTailOfWeightedSum(kind, spreads, -expected);
  const error = 1e-9 * Math.min(probability, 1 - probability) + roundingOf([comparison], counts);
  return { probability, error: Math.min(1, error) };
}

/** E over the shared count of the probability given it: in closed form where there is one, else by quadrature. */
function integrationOver(name: string, predicate: Predicate): RuleEvaluator<ContinuousNoise> {
  const seen = seenFrom(predicate, name);
  const holds = answersByMask(predicate);
  // Made when it is first needed: there may be a rule for each entity.
  let made: RuleEvaluator<ContinuousNoise> | null = null;
  const quadrature: RuleEvaluator<ContinuousNoise> = (counts) => {
    made ??= quadratureOver(name, predicate);
    return made(counts);
  };
  const comparisons = comparisonsOf(predicate);
  const names = namesOf(predicate);
  return (counts) => {
    if (!names.every((one) => (counts[one] as NoisyCount<ContinuousNoise>).noise.kind === 'laplace'))
      return quadrature(counts);
    const { shared, others } = apart(name, names, counts);
    const inside = integrateLaplace(holds, seen, shared, others);
    if (inside === null) return quadrature(counts);
    const atZero = massAtZero(shared, probabilityGiven(holds, seen, others));
    return within(atZero + inside, roundingOver(shared, comparisons, counts));
  };
}

/** The same by quadrature, whatever the noise; the error is the difference of two orders. */
export function quadratureOver(name: string, predicate: Predicate): RuleEvaluator<ContinuousNoise> {
  const seen = seenFrom(predicate, name);
  const holds = answersByMask(predicate);
  const comparisons = comparisonsOf(predicate);
  const names = namesOf(predicate);
  return (counts) => {
    const { shared, others } = apart(name, names, counts);
    const given = probabilityGiven(holds, seen, others);
    const integrand = (s: number) => shared.noise.pdf(s - shared.truth) * given(s);
    const ends = breakpoints(shared, seen, others);
    const atZero = massAtZero(shared, given);
    const probability = atZero + integrate(integrand, ends, NODES);
    const coarser = atZero + integrate(integrand, ends, FEWER_NODES);
    return within(probability, Math.abs(probability - coarser) + roundingOver(shared, comparisons, counts));
  };
}

function apart(name: string, names: readonly string[], counts: Counts) {
  const others = new Map<string, NoisyCount<ContinuousNoise>>();
  for (const other of names) if (other !== name) others.set(other, counts[other] as NoisyCount<ContinuousNoise>);
  return { shared: counts[name] as NoisyCount<ContinuousNoise>, others };
}

/** What clipping puts on a shared count of 0. */
const massAtZero = (
  { clipped, noise, truth }: NoisyCount<ContinuousNoise>,
  given: (shared: number) => number,
): number => (clipped ? noise.cdf(-truth) * given(0) : 0);

/** Points stand in counts, so their distance from the truth is rounded too. */
const roundingOver = (
  { truth, noise }: NoisyCount<ContinuousNoise>,
  comparisons: readonly Comparison[],
  counts: Counts,
): number => roundingOf(comparisons, counts) + (8 * Number.EPSILON * truth) / noise.spread;

const within = (probability: number, error: number): RuleProbability => ({
  probability: Math.min(1, Math.max(0, probability)),
  error: Math.min(1, error),
});

function integrate(f: (x: number) => number, ends: readonly number[], order: number): number {
  const { nodes, weights } = gaussLegendre(order);
  let sum = 0;
  for (let panel = 1; panel < ends.length; panel++) {
    const [low, high] = [ends[panel - 1] as number, ends[panel] as number];
    const half = (high - low) / 2;
    let inside = 0;
    for (let k = 0; k < order; k++) inside += (weights[k] as number) * f(low + half * (1 + (nodes[k] as number)));
    sum += half * inside;
  }
  return sum;
}
