import { type DecisionInput, type Predicate, parseRule, settle } from '@dpfair/decisions';
import type { AnalyticEstimate } from '../estimate.js';
import type { NoisyCount } from '../exact/rules/noisy-count.js';
import { type RuleEvaluator, ruleEvaluator } from '../exact/rules/rule-probability.js';
import type { CellModel, NoiseOfCount } from './cell-model.js';
import type { Problem } from './problem.js';

/** What is known of a yes-or-no question: its probability, where the comparisons in it are not entangled. */
export function thresholdModel(problem: Problem, truth: Float64Array): CellModel {
  const { decision, post, input } = problem;
  const predicate = parseRule(decision.parameters.rule as string);
  const evaluators = evaluatorsOf(predicate, post === 'clip', decision.publicRoles, input);
  return {
    ...(evaluators === null ? {} : { exact: () => exactBias(problem, truth, evaluators, () => problem.noise) }),
    exactWith: (noiseOf) => {
      const settled = evaluatorsGiven(problem, predicate, noiseOf);
      return settled && exactBias(problem, truth, settled, noiseOf);
    },
    normaliser: () => null,
    largestOutcome: 1,
    control: () => null,
    rareClipping: () => null,
  };
}

/** The evaluator of each entity, or its answer where public numbers settle it; null where one of them has neither. */
type EvaluatorOf = (entity: number) => RuleEvaluator | boolean;

function evaluatorsOf(
  predicate: Predicate,
  clipped: boolean,
  publicRoles: readonly string[],
  { fixed }: DecisionInput,
): EvaluatorOf | null {
  if (publicRoles.length === 0) {
    const evaluate = ruleEvaluator(predicate, clipped);
    return evaluate && (() => evaluate);
  }
  const entities = fixed[publicRoles[0] as string]?.length ?? 0;
  return evaluatorsKnowing(predicate, clipped, entities, (i) =>
    publicRoles.map((role) => [role, (fixed[role] as Float64Array)[i] as number]),
  );
}

/** The same where some counts of some entities have no noise. */
function evaluatorsGiven(
  { decision, post, input }: Problem,
  predicate: Predicate,
  noiseOf: NoiseOfCount,
): EvaluatorOf | null {
  const { privateRoles, publicRoles } = decision;
  const entities = input.counts[privateRoles[0] as string]?.length ?? 0;
  return evaluatorsKnowing(predicate, post === 'clip', entities, (i) => [
    ...publicRoles.map((role) => [role, (input.fixed[role] as Float64Array)[i] as number] as const),
    ...privateRoles
      .filter((role) => noiseOf(role, i) === null)
      .map((role) => [role, (input.counts[role] as Float64Array)[i] as number] as const),
  ]);
}

/** @param knownOf the numbers of an entity that have no noise, by name. */
function evaluatorsKnowing(
  predicate: Predicate,
  clipped: boolean,
  entities: number,
  knownOf: (entity: number) => Iterable<readonly [string, number]>,
): EvaluatorOf | null {
  const evaluators: (RuleEvaluator | boolean)[] = [];
  for (let i = 0; i < entities; i++) {
    const left = settle(predicate, Object.fromEntries(knownOf(i)));
    const evaluate = typeof left === 'boolean' ? left : ruleEvaluator(left, clipped);
    if (evaluate === null) return null;
    evaluators.push(evaluate);
  }
  return (entity) => evaluators[entity] as RuleEvaluator | boolean;
}

function exactBias(
  { decision, input, post }: Problem,
  truth: Float64Array,
  evaluatorOf: EvaluatorOf,
  noiseOf: NoiseOfCount,
): AnalyticEstimate {
  const errors = new Float64Array(truth.length);
  const clipped = post === 'clip';
  const columns = decision.privateRoles.map((role) => [role, input.counts[role] as Float64Array] as const);
  const bias = truth.map((outcome, i) => {
    const evaluate = evaluatorOf(i);
    if (typeof evaluate === 'boolean') return Number(evaluate) - outcome;
    const counts: Readonly<Record<string, NoisyCount>> = Object.fromEntries(
      columns.flatMap(([name, values]) => {
        const noise = noiseOf(name, i);
        return noise === null ? [] : [[name, { truth: values[i] as number, noise, clipped }]];
      }),
    );
    const { probability, error } = evaluate(counts);
    errors[i] = error;
    return probability - outcome;
  });
  return { method: 'exact', estimator: 'rule-quadrature', bias, errors };
}
