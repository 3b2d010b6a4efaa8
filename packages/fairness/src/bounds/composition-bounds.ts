import { type DecisionInput, namesOf, type Predicate, settle } from '@dpfair/decisions';
import type { Bound } from '@dpfair/result';
import type { NoiseDistribution } from '@dpfair/stats';
import { isShort, ruleUnderNoise } from '../exact/rules/rule-under-noise.js';
import { boundSources } from '../messages/why.js';
import { type Connective, composedBias, composedGap, type NoisyAnswer } from './composition.js';
import { boundOf, type Found } from './found.js';
import { MOST_ENTITIES } from './rule-bounds.js';
import { type Interval, least, most } from './simplex-alpha.js';

/** What a rule of two parts is asked about, for {@link compositionBounds}. */
export interface CompositionQuestion {
  readonly predicate: Predicate;
  readonly clipped: boolean;
  readonly input: DecisionInput;
  readonly privateRoles: readonly string[];
  readonly publicRoles: readonly string[];
  readonly noise: NoiseDistribution;
  readonly truth: Float64Array;
  /** Whether the probability of the rule itself is known. */
  readonly exact: boolean;
}

/** A flip of 1/2 is known to this. */
const ROUNDING = 1e-9;

/**
 * Two parts of a rule without a common noisy count, joined by a connective: alpha by composing the biases of the two, and the gap of |bias|
 * by composing the smallest and largest flip of each. Both round the safe way by the numerical error of the flips.
 *
 * @returns nothing for a rule that is not of this kind, or a part without a formula.
 */
export function compositionBounds(question: CompositionQuestion, found: Found): Bound[] {
  const { predicate, privateRoles, truth, exact, noise } = question;
  if (predicate.kind === 'comparison' || predicate.kind === 'not') return [];
  const noisy = (part: Predicate) => namesOf(part).filter((name) => privateRoles.includes(name));
  const inLeft = noisy(predicate.left);
  if (noisy(predicate.right).some((name) => inLeft.includes(name))) return [];
  const n = truth.length;
  if ((exact && n > MOST_ENTITIES) || ![predicate.left, predicate.right].every((part) => isShort(part, noise, n)))
    return [];
  const [first, second] = [answersOf(question, predicate.left), answersOf(question, predicate.right)];
  if (first === null || second === null) return [];
  const { kind } = predicate;
  const ranges = first.map((one, i) => rangeOf(kind, one, second[i] as Answer));
  const largest = (values: readonly number[]) => most(Float64Array.from(values));
  const smallest = (values: readonly number[]) => least(Float64Array.from(values));
  const [lower, upper] = [ranges.map((range) => range.lower), ranges.map((range) => range.upper)];
  const about = { name: 'composition', quantity: 'alpha', estimate: found.alpha } as const;
  const alpha = boundOf(
    { ...about, source: boundSources.composition },
    Math.max(0, largest(lower) - smallest(upper)),
    largest(upper) - smallest(lower),
  );
  const [ofFirst, ofSecond] = [limitsOf(first), limitsOf(second)];
  // The formula of xor needs flips of at most 1/2: that of a count exactly on its threshold, but for rounding.
  if (kind === 'xor' && Math.max(ofFirst.upper, ofSecond.upper) > 0.5 + ROUNDING) return [alpha];
  const sizes = found.bias.map(Math.abs);
  const estimate = found.alpha === null ? null : most(sizes) - least(sizes);
  const gap = { name: 'composed-gap', quantity: 'size-gap', estimate, source: boundSources.composedGap } as const;
  return [alpha, boundOf(gap, null, composedGap(kind, ofFirst, ofSecond))];
}

interface Answer {
  readonly truth: 0 | 1;
  readonly flip: Interval;
}

/** The answer of a part for every entity, and how likely noise turns it; null without a formula. */
function answersOf(question: CompositionQuestion, part: Predicate): Answer[] | null {
  const { clipped, input, privateRoles, publicRoles, noise, truth } = question;
  const names = namesOf(part);
  const pick = (columns: DecisionInput['counts'], roles: readonly string[], i: number) =>
    Object.fromEntries(
      roles.filter((role) => names.includes(role)).map((role) => [role, columns[role]?.[i] as number] as const),
    );
  const answers: Answer[] = [];
  for (let i = 0; i < truth.length; i++) {
    const known = pick(input.fixed, publicRoles, i);
    const counts = pick(input.counts, privateRoles, i);
    const yes = settle(part, { ...known, ...counts }) === true;
    const left = settle(part, known);
    const probability = typeof left === 'boolean' ? null : ruleUnderNoise(left, clipped, noise);
    if (probability === null) {
      if (typeof left !== 'boolean') return null;
      answers.push({ truth: yes ? 1 : 0, flip: { lower: 0, upper: 0 } });
      continue;
    }
    const found = probability(counts);
    const flip = yes ? 1 - found.probability : found.probability;
    const limits = { lower: Math.max(0, flip - found.error), upper: Math.min(1, flip + found.error) };
    answers.push({ truth: yes ? 1 : 0, flip: limits });
  }
  return answers;
}

/** The composed bias is linear in each flip, so that its extremes are at the corners. */
function rangeOf(connective: Connective, first: Answer, second: Answer): Interval {
  const ends = ({ truth, flip }: Answer): NoisyAnswer[] => [flip.lower, flip.upper].map((at) => ({ truth, flip: at }));
  const corners = ends(first).flatMap((one) => ends(second).map((other) => composedBias(connective, one, other)));
  return { lower: Math.min(...corners), upper: Math.max(...corners) };
}

const limitsOf = (answers: readonly Answer[]): Interval => ({
  lower: least(Float64Array.from(answers, ({ flip }) => flip.lower)),
  upper: most(Float64Array.from(answers, ({ flip }) => flip.upper)),
});
