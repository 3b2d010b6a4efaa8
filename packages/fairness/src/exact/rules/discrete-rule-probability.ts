// Derived for dpfair: docs/methods/rules.md.
import { namesOf, type Predicate, wholeCoefficients } from '@dpfair/decisions';
import type { DiscreteNoise } from '@dpfair/stats';
import { answersByMask, probabilityGiven } from './given-shared.js';
import { type NoisyCount, regionsBetween } from './noisy-count.js';
import { evaluatorOfParts, ROUNDING, type RuleEvaluator } from './rule-evaluator.js';
import { holdsAt, seenFrom, sharedCountOf, thresholdAt } from './shared-count.js';
import { expectationOf, termsOf, truncationOf } from './sum-over-shared.js';

/**
 * How the probability of a rule can be computed exactly, for independent noise on the whole numbers. Parts about one count are sums
 * over the intervals between their thresholds and the thresholds themselves; comparisons that share one count are a sum over all
 * its values, of which 1e-17 is left out on each side. Whole counts and decimal coefficients make no rounding: a tie is a tie.
 *
 * @returns null where a comparison has three counts or more, or no count is shared.
 */
export function discreteRuleEvaluator(predicate: Predicate): RuleEvaluator<DiscreteNoise> | null {
  return evaluatorOfParts(wholeCoefficients(predicate), (part) => {
    const shared = sharedCountOf(part);
    if (shared === null) return null;
    return namesOf(part).length === 1 ? regionsOf(shared, part) : summationOver(shared, part);
  });
}

/** All comparisons are about one count. */
function regionsOf(name: string, predicate: Predicate): RuleEvaluator<DiscreteNoise> {
  const seen = seenFrom(predicate, name).map((one) => ({ ...one, own: 0, other: one.own }));
  const holds = answersByMask(predicate);
  const thresholds = seen.map((comparison) => thresholdAt(comparison, 0));
  return (counts) => {
    let probability = 0;
    for (const { mass, at } of regionsBetween(counts[name] as NoisyCount, thresholds)) {
      const mask = seen.reduce((sum, comparison, k) => sum + (holdsAt(comparison, 0, at) ? 2 ** k : 0), 0);
      if (holds(mask)) probability += mass;
    }
    return { probability: Math.min(1, probability), error: ROUNDING };
  };
}

/** E over the shared count of the probability given it. */
function summationOver(name: string, predicate: Predicate): RuleEvaluator<DiscreteNoise> {
  const seen = seenFrom(predicate, name);
  const otherNames = namesOf(predicate).filter((other) => other !== name);
  const holds = answersByMask(predicate);
  return (counts) => {
    const shared = counts[name] as NoisyCount<DiscreteNoise>;
    const others = new Map(otherNames.map((other) => [other, counts[other] as NoisyCount]));
    const sum = expectationOf(probabilityGiven(holds, seen, others), shared);
    const rounding = ROUNDING + Number.EPSILON * Math.sqrt(termsOf(shared.noise));
    return { probability: Math.min(1, sum), error: rounding + truncationOf() };
  };
}
