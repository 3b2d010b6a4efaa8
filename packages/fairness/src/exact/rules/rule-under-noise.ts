import { namesOf, type Predicate } from '@dpfair/decisions';
import type { NoiseDistribution } from '@dpfair/stats';
import { discreteRuleEvaluator } from './discrete-rule-probability.js';
import type { RuleEvaluator, RuleProbability } from './rule-evaluator.js';
import { ruleEvaluator } from './rule-probability.js';
import { termsOf } from './sum-over-shared.js';

/** Gives the probability that a rule holds of one entity's true counts, by name, once each has noise. */
type RuleUnderNoise = (truth: Readonly<Record<string, number>>) => RuleProbability;

/** Sums over more values of a shared count than this, over all entities, take minutes. */
const LARGEST_SUM = 2e8;

/** Whether the probabilities of a rule are found in seconds: noise on whole numbers is summed over, and may be wide. */
export const isShort = (predicate: Predicate, noise: NoiseDistribution, entities: number): boolean =>
  noise.support === 'real' || termsOf(noise) * entities <= LARGEST_SUM || namesOf(predicate).length === 1;

/** A rule of which every count has the same noise, whatever its kind: null where its probability has no formula. */
export function ruleUnderNoise(
  predicate: Predicate,
  clipped: boolean,
  noise: NoiseDistribution,
): RuleUnderNoise | null {
  return noise.support === 'real'
    ? asked(ruleEvaluator(predicate, clipped), noise, clipped)
    : asked(discreteRuleEvaluator(predicate), noise, clipped);
}

/** The name of the estimator that does this, in a result. */
export const ruleEstimator = ({ support }: NoiseDistribution) => (support === 'real' ? 'rule-quadrature' : 'rule-sum');

const asked = <Noise extends NoiseDistribution>(
  evaluate: RuleEvaluator<Noise> | null,
  noise: Noise,
  clipped: boolean,
): RuleUnderNoise | null =>
  evaluate &&
  ((truth) =>
    evaluate(
      Object.fromEntries(Object.entries(truth).map(([name, value]) => [name, { truth: value, noise, clipped }])),
    ));
