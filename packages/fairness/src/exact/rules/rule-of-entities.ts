import { type Predicate, settle } from '@dpfair/decisions';
import type { ContinuousNoise } from '@dpfair/stats';
import type { NoisyCount } from './noisy-count.js';
import type { RuleEvaluator, RuleProbability } from './rule-evaluator.js';
import { ruleEvaluator } from './rule-probability.js';

/** The private counts of entities, by role. */
export interface EntityCounts {
  readonly columns: Readonly<Record<string, Float64Array>>;
  readonly entities: number;
  readonly clipped: boolean;
}

/**
 * The probability that a rule holds of an entity whose counts have noise of their own each, or none; null where the rule of one
 * of them has no formula. Each entity is asked once.
 */
export function ruleOfEntities(
  predicate: Predicate,
  { columns, entities, clipped }: EntityCounts,
  noiseOf: (role: string, entity: number) => ContinuousNoise | null,
): ((entity: number) => RuleProbability) | null {
  const whole = ruleEvaluator(predicate, clipped);
  if (whole === null) return null;
  const questions: { readonly evaluate: RuleEvaluator<ContinuousNoise> | boolean; readonly counts: Counts }[] = [];
  for (let i = 0; i < entities; i++) {
    const { known, counts } = countsOf(i);
    const left = Object.keys(known).length === 0 ? null : settle(predicate, known);
    const evaluate = left === null ? whole : typeof left === 'boolean' ? left : ruleEvaluator(left, clipped);
    if (evaluate === null) return null;
    questions.push({ evaluate, counts });
  }
  const answers: RuleProbability[] = [];
  return (entity) => {
    const { evaluate, counts } = questions[entity] as (typeof questions)[number];
    const answer =
      answers[entity] ??
      (typeof evaluate === 'boolean' ? { probability: Number(evaluate), error: 0 } : evaluate(counts));
    answers[entity] = answer;
    return answer;
  };

  function countsOf(entity: number): { readonly known: Readonly<Record<string, number>>; readonly counts: Counts } {
    const known: Record<string, number> = {};
    const counts: Record<string, NoisyCount<ContinuousNoise>> = {};
    for (const [role, values] of Object.entries(columns)) {
      const noise = noiseOf(role, entity);
      const truth = values[entity] as number;
      if (noise === null) known[role] = truth;
      else counts[role] = { truth, noise, clipped };
    }
    return { known, counts };
  }
}

type Counts = Readonly<Record<string, NoisyCount<ContinuousNoise>>>;
