import { epsilonLowerBound, membershipInference } from '@dpfair/disclosure';
import {
  attackScores,
  type CanaryPlan,
  canaryTask,
  type ModelDescription,
  makeModel,
  type TrainingPlan,
} from '@dpfair/learning';
import type { Attacks, TrainingPrivacy } from '@dpfair/result';
import { trainPrivacyMessages, trainProgress } from '../messages/train.js';
import type { TrainSpec } from '../spec/train/train-spec.js';
import { multiplicationsOf } from './descent/multiplications-of.js';
import type { LoadedExamples } from './load-examples.js';
import type { PlannedPart, RunWays } from './planned-run.js';
import { runRepetitions } from './run-repetitions.js';

/** Rows beside the crafted one: epsilon does not depend on how many there are, the time does. */
const ROWS = 20;

/** What is attacked: a trained model, and the private training that it came from, which only descents have. */
export interface Attacked {
  readonly model: ModelDescription;
  readonly parameters: Float64Array;
  readonly plan: TrainingPlan | null;
  readonly privacy: TrainingPrivacy;
}

/** Plans the attacks of a spec; nothing where none is asked for. */
export function planAttacks(
  spec: TrainSpec,
  { training, test }: LoadedExamples,
  attacked: Attacked,
): readonly PlannedPart<Attacks>[] {
  if (!spec.attack) return [];
  const { confidence, attackPairs: pairs } = spec;
  const { model, parameters, plan } = attacked;
  return [
    {
      stage: trainProgress.attacking(pairs),
      repetitions: pairs,
      execute: async (ways) => {
        const scores = attackScores(makeModel(model), parameters, training, test);
        const membership = [...membershipInference(scores, { confidence })];
        const bound = pairs === 0 || plan === null ? null : await boundOf(spec, plan, attacked.privacy, ways);
        return {
          part: { membership, confidence, epsilonLowerBound: bound?.found ?? null },
          shards: bound === null ? [] : [bound.shards],
        };
      },
    },
  ];
}

async function boundOf(spec: TrainSpec, plan: TrainingPlan, { epsilon }: TrainingPrivacy, ways: RunWays) {
  const { model, training, descent } = plan;
  const game: CanaryPlan = { model, training, descent, pairs: spec.attackPairs, rows: ROWS };
  const few = { ...plan, repetitions: spec.attackPairs };
  const shards = await runRepetitions(canaryTask, 'canary', game, multiplicationsOf(few), ways);
  const { delta, confidence } = spec;
  const found =
    shards.output === null
      ? null
      : epsilonLowerBound(shards.output, { method: trainPrivacyMessages.canary, delta, claimed: epsilon, confidence });
  return { found, shards };
}
