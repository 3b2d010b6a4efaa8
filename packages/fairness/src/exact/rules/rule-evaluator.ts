import { namesOf, type Predicate } from '@dpfair/decisions';
import type { NoiseDistribution } from '@dpfair/stats';
import type { NoisyCount } from './noisy-count.js';

/** A probability without simulation, and how far it may be off. */
export interface RuleProbability {
  readonly probability: number;
  readonly error: number;
}

/** Gives the probability that a rule holds of one entity's noisy counts, by name. */
export type RuleEvaluator<Noise extends NoiseDistribution> = (
  counts: Readonly<Record<string, NoisyCount<Noise>>>,
) => RuleProbability;

/** An error of this size is stated even where none is seen: rounding of the distribution functions. */
export const ROUNDING = 1e-14;

/**
 * Takes a rule apart where its parts are about different counts, which are independent: their probabilities combine by the rules for
 * and, or, xor, not.
 *
 * @param ofPart evaluates what cannot be taken apart; null where it cannot.
 */
export function evaluatorOfParts<Noise extends NoiseDistribution>(
  predicate: Predicate,
  ofPart: (part: Predicate) => RuleEvaluator<Noise> | null,
): RuleEvaluator<Noise> | null {
  if (predicate.kind === 'not') {
    const inner = evaluatorOfParts(predicate.of, ofPart);
    return inner && ((counts) => complement(inner(counts)));
  }
  if (predicate.kind !== 'comparison' && areDisjoint(predicate.left, predicate.right)) {
    const left = evaluatorOfParts(predicate.left, ofPart);
    const right = evaluatorOfParts(predicate.right, ofPart);
    return left && right && ((counts) => combine(predicate.kind, left(counts), right(counts)));
  }
  return ofPart(predicate);
}

function areDisjoint(left: Predicate, right: Predicate): boolean {
  const names = namesOf(left);
  return !namesOf(right).some((name) => names.includes(name));
}

const complement = ({ probability, error }: RuleProbability): RuleProbability => ({
  probability: 1 - probability,
  error,
});

function combine(kind: 'and' | 'or' | 'xor', left: RuleProbability, right: RuleProbability): RuleProbability {
  const [p, q] = [left.probability, right.probability];
  const both = p * q;
  const probability = kind === 'and' ? both : kind === 'or' ? p + q - both : p + q - 2 * both;
  return { probability, error: left.error + right.error };
}
