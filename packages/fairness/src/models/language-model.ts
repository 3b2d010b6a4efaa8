import {
  type DecisionInput,
  type LanguagePairs,
  type LanguageQuestion,
  languagePairs,
  languageQuestion,
  type Predicate,
} from '@dpfair/decisions';
import type { NoiseDistribution } from '@dpfair/stats';
import type { AnalyticEstimate } from '../estimate.js';
import type { RuleProbability } from '../exact/rules/rule-evaluator.js';
import { ruleOfEntities } from '../exact/rules/rule-of-entities.js';
import { isShort, ruleEstimator, ruleUnderNoise } from '../exact/rules/rule-under-noise.js';
import type { Steps } from '../steps/steps.js';
import type { CellModel } from './cell-model.js';
import type { Problem } from './problem.js';

/** What is known of the coverage of pairs of an area and a language: its probability, where every part of it has one. */
export function languageModel(problem: Problem, truth: Float64Array): CellModel {
  const question = languageQuestion(problem.decision.parameters);
  const parts = partsOf(question, (predicate) => probabilityOfEntities(predicate, problem));
  return {
    ...(parts === null
      ? {}
      : { exact: () => exactBias(parts, languagePairs(problem.input), truth, ruleEstimator(problem.noise)) }),
    exactWith: (noiseOf) => {
      const counts = { columns: privateCounts(problem), entities: truth.length, clipped: problem.post === 'clip' };
      const own = partsOf(question, (predicate) => ruleOfEntities(predicate, counts, noiseOf));
      return own && exactBias(own, languagePairs(problem.input), truth, 'rule-quadrature');
    },
    normaliser: () => null,
    largestOutcome: 1,
    control: () => null,
    rareClipping: () => null,
  };
}

/** P(a part of the question holds of one pair's own noisy counts); null for a part that never holds. */
type PartProbability = ((entity: number) => RuleProbability) | null;

interface Parts {
  readonly own: Readonly<Record<keyof LanguageQuestion['own'], PartProbability>>;
  /** Of a subdivision whose state is above the threshold: own, or through the state. */
  readonly ownWithState: PartProbability;
  readonly ofState: PartProbability;
  readonly carrying: PartProbability;
}

/** Null where a part has no formula. */
function partsOf(
  { own, throughState, carrying }: LanguageQuestion,
  ask: (predicate: Predicate) => PartProbability,
): Parts | null {
  let isComplete = true;
  const part = (predicate: Predicate | null): PartProbability => {
    if (predicate === null) return null;
    const probability = ask(predicate);
    isComplete &&= probability !== null;
    return probability;
  };
  const { subdivision } = own;
  const withState =
    throughState === null || subdivision === null
      ? (throughState?.rule ?? null)
      : ({ kind: 'or', left: subdivision, right: throughState.rule } as const);
  const parts = {
    own: { state: part(own.state), subdivision: part(subdivision), area: part(own.area) },
    ownWithState: part(withState),
    ofState: part(throughState?.ofState ?? null),
    carrying: part(carrying),
  };
  return isComplete ? parts : null;
}

/** Probabilities that are known, by noise, columns, and question: the events of a decision ask many of its own questions. */
const known = new WeakMap<NoiseDistribution, WeakMap<DecisionInput, Map<string, PartProbability>>>();

/** Each entity is asked once: the counts of a state or a native area speak for many. */
function probabilityOfEntities(predicate: Predicate, problem: Problem): PartProbability {
  const { input, noise, post } = problem;
  const ofNoise = known.get(noise) ?? new WeakMap<DecisionInput, Map<string, PartProbability>>();
  known.set(noise, ofNoise);
  const ofInput = ofNoise.get(input) ?? new Map<string, PartProbability>();
  ofNoise.set(input, ofInput);
  const key = JSON.stringify([post, predicate]);
  const found = ofInput.get(key) ?? askOnce(predicate, problem);
  ofInput.set(key, found);
  return found;
}

function askOnce(predicate: Predicate, { decision, input, noise, post }: Problem): PartProbability {
  const entities = input.counts.lep?.length ?? 0;
  const evaluate = isShort(predicate, noise, entities) ? ruleUnderNoise(predicate, post === 'clip', noise) : null;
  if (evaluate === null) return null;
  const answers: RuleProbability[] = [];
  const columns = decision.privateRoles.map((role) => [role, input.counts[role] as Float64Array] as const);
  return (entity) => {
    const before = answers[entity];
    if (before !== undefined) return before;
    const counts: Record<string, number> = {};
    for (const [name, values] of columns) counts[name] = values[entity] as number;
    const answer = evaluate(counts);
    answers[entity] = answer;
    return answer;
  };
}

const privateCounts = ({ decision, input }: Problem) =>
  Object.fromEntries(decision.privateRoles.map((role) => [role, input.counts[role] as Float64Array]));

const never: RuleProbability = { probability: 0, error: 0 };

/**
 * Counts of different pairs have noise of their own, so that
 *
 *     P(no) = (1 - P(S) P(own or through the state) - (1 - P(S)) P(own)) prod over native areas (1 - P(carrying))
 *
 * with S: the state is above the threshold. No derivative is above 1, so errors add up. A pair a step.
 */
function* exactBias(
  parts: Parts,
  { level, stateOf, areasOf }: LanguagePairs,
  truth: Float64Array,
  estimator: AnalyticEstimate['estimator'],
): Steps<AnalyticEstimate> {
  const bias = new Float64Array(truth.length);
  const errors = new Float64Array(truth.length);
  const ask = (part: PartProbability, entity: number) => part?.(entity) ?? never;
  for (const [i, outcome] of truth.entries()) {
    yield;
    const own = ask(parts.own[level[i] as LanguagePairs['level'][number]], i);
    let { probability, error } = own;
    const state = stateOf[i] as number;
    if (state !== -1 && parts.ownWithState !== null) {
      const [above, through] = [ask(parts.ofState, state), ask(parts.ownWithState, i)];
      probability += above.probability * (through.probability - own.probability);
      error += above.error + through.error;
    }
    let no = 1 - probability;
    for (const area of areasOf[i] as readonly number[]) {
      const carrying = ask(parts.carrying, area);
      no *= 1 - carrying.probability;
      error += carrying.error;
    }
    errors[i] = Math.min(1, error);
    bias[i] = outcome === 1 ? -no : 1 - no;
  }
  return { method: 'exact', estimator, bias, errors };
}
