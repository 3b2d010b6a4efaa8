import { type DecisionInput, type Predicate, parseRule, settle } from '@dpfair/decisions';
import type { NoiseDistribution } from '@dpfair/stats';
import { compositionBounds } from '../bounds/composition-bounds.js';
import type { Found } from '../bounds/found.js';
import { ruleBounds } from '../bounds/rule-bounds.js';
import type { AnalyticEstimate } from '../estimate.js';
import { discreteRuleEvaluator } from '../exact/rules/discrete-rule-probability.js';
import type { NoisyCount } from '../exact/rules/noisy-count.js';
import type { RuleEvaluator } from '../exact/rules/rule-evaluator.js';

import { ruleEvaluator } from '../exact/rules/rule-probability.js';
import { isShort, ruleEstimator } from '../exact/rules/rule-under-noise.js';
import type { Steps } from '../steps/steps.js';
import type { CellModel, NoiseOfCount } from './cell-model.js';
import type { Problem } from './problem.js';

/** What is known of a yes-or-no question: its probability, where the comparisons in it are not entangled. */
export function thresholdModel(problem: Problem, truth: Float64Array): CellModel {
  return ruleModel(problem, truth, parseRule(problem.decision.parameters.rule as string));
}

/** The same for any question about the columns of the decision. */
export function ruleModel(problem: Problem, truth: Float64Array, predicate: Predicate): CellModel {
  const { decision, post, input, noise } = problem;
  const question = { problem, predicate, truth };
  const clipped = post === 'clip';
  const continuous = { ...question, evaluatorFor: (part: Predicate) => ruleEvaluator(part, clipped) };
  const discrete = { ...question, evaluatorFor: discreteRuleEvaluator };
  const exact =
    noise.support === 'real'
      ? exactBias(continuous, () => noise)
      : isShort(predicate, noise, truth.length)
        ? exactBias(discrete, () => noise)
        : null;
  return {
    ...(exact && { exact }),
    ...(noise.support === 'real' && { exactWith: (noiseOf) => exactBias(continuous, noiseOf)?.() ?? null }),
    bounds: (found: Found) => {
      const { privateRoles, publicRoles } = decision;
      const about = { predicate, clipped, input, privateRoles, publicRoles, truth, exact: exact !== null };
      const composed = compositionBounds({ ...about, noise }, found);
      // Two independent parts leave nothing to be said of any dependence.
      return composed.length > 0 || noise.support !== 'real' ? composed : ruleBounds({ ...about, noise }, found);
    },
    normaliser: () => null,
    largestOutcome: 1,
    control: () => null,
    rareClipping: () => null,
  };
}

/** A question with the way in which its probability, or that of what is left of it, is computed. */
interface Question<Noise extends NoiseDistribution> {
  readonly problem: Problem;
  readonly predicate: Predicate;
  readonly truth: Float64Array;
  readonly evaluatorFor: (predicate: Predicate) => RuleEvaluator<Noise> | null;
}

/** The exact bias, once the evaluators of all entities are there; null where one of them has none. */
function exactBias<Noise extends NoiseDistribution>(
  question: Question<Noise>,
  noiseOf: NoiseOfCount<Noise>,
): (() => Steps<AnalyticEstimate>) | null {
  const { problem, truth } = question;
  const evaluatorOf = evaluatorsOf(question, noiseOf);
  return evaluatorOf && (() => biasOf(problem, truth, evaluatorOf, noiseOf));
}

/** The evaluator of each entity, or its answer where public numbers, and counts without noise, settle it. */
type EvaluatorOf<Noise extends NoiseDistribution> = (entity: number) => RuleEvaluator<Noise> | boolean;

function evaluatorsOf<Noise extends NoiseDistribution>(
  { problem, predicate, evaluatorFor, truth }: Question<Noise>,
  noiseOf: NoiseOfCount<Noise>,
): EvaluatorOf<Noise> | null {
  const whole = evaluatorFor(predicate);
  const evaluators: (RuleEvaluator<Noise> | boolean)[] = [];
  for (let i = 0; i < truth.length; i++) {
    const known = knownNumbers(problem, noiseOf, i);
    const left = known.length === 0 ? null : settle(predicate, Object.fromEntries(known));
    const evaluate = left === null ? whole : typeof left === 'boolean' ? left : evaluatorFor(left);
    if (evaluate === null) return null;
    evaluators.push(evaluate);
  }
  return (entity) => evaluators[entity] as RuleEvaluator<Noise> | boolean;
}

/** The numbers of an entity that have no noise, by name. */
function knownNumbers(
  { decision, input }: Problem,
  noiseOf: NoiseOfCount<NoiseDistribution>,
  entity: number,
): readonly (readonly [string, number])[] {
  const of = (columns: DecisionInput['counts'], roles: readonly string[]) =>
    roles.map((role) => [role, (columns[role] as Float64Array)[entity] as number] as const);
  const certain = decision.privateRoles.filter((role) => noiseOf(role, entity) === null);
  return [...of(input.fixed, decision.publicRoles), ...of(input.counts, certain)];
}

/** An entity a step. */
function* biasOf<Noise extends NoiseDistribution>(
  { decision, input, post, noise }: Problem,
  truth: Float64Array,
  evaluatorOf: EvaluatorOf<Noise>,
  noiseOf: NoiseOfCount<Noise>,
): Steps<AnalyticEstimate> {
  const bias = new Float64Array(truth.length);
  const errors = new Float64Array(truth.length);
  const clipped = post === 'clip';
  const columns = decision.privateRoles.map((role) => [role, input.counts[role] as Float64Array] as const);
  for (const [i, outcome] of truth.entries()) {
    yield;
    const evaluate = evaluatorOf(i);
    if (typeof evaluate === 'boolean') {
      bias[i] = Number(evaluate) - outcome;
      continue;
    }
    const counts: Readonly<Record<string, NoisyCount<Noise>>> = Object.fromEntries(
      columns.flatMap(([name, values]) => {
        const own = noiseOf(name, i);
        return own === null ? [] : [[name, { truth: values[i] as number, noise: own, clipped }]];
      }),
    );
    const { probability, error } = evaluate(counts);
    errors[i] = error;
    bias[i] = probability - outcome;
  }
  return { method: 'exact', estimator: ruleEstimator(noise), bias, errors };
}
