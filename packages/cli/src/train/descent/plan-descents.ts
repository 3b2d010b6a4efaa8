import {
  causesOfRisk,
  clippingRule,
  type ModelDescription,
  makeModel,
  summarizeRun,
  type TrainingOutput,
  type TrainingPlan,
  trainingTask,
} from '@dpfair/learning';
import type { RiskCauseOfRows } from '@dpfair/result';
import { parseSeed } from '@dpfair/stats';
import { runName, trainProgress } from '../../messages/train.js';
import type { TrainSpec } from '../../spec/train/train-spec.js';
import { budgetsOf } from '../budget.js';
import type { LoadedExamples } from '../load-examples.js';
import { meanRisks } from '../mean-risks.js';
import type { AboutRun, ExecutedPart, PlannedPart, RunWays, TrainedRun } from '../planned-run.js';
import { runRepetitions } from '../run-repetitions.js';
import { algorithmOf } from './algorithm-of.js';
import { clippingOf } from './clipping-of.js';
import { descentPrivacyOf } from './descent-privacy-of.js';
import { multiplicationsOf } from './multiplications-of.js';
import { scheduleOf } from './schedule.js';

/** A private descent that is ready to be run. */
export interface PlannedDescent extends PlannedPart<TrainedRun> {
  readonly plan: TrainingPlan;
}

/** Random sign vectors for the variance of batches. */
const BATCH_PROBES = 2;

/**
 * Plans the private descents of a spec, one for each budget.
 *
 * @throws DpfairError `usage` for a batch of more rows than there are, `domain` for an epsilon that no noise meets
 */
export function planDescents(
  spec: TrainSpec,
  { training, test }: LoadedExamples,
  model: ModelDescription,
): readonly PlannedDescent[] {
  const schedule = scheduleOf(spec, training.rows);
  const { samplingRate, stepsPerEpoch, steps } = schedule;
  const { learningRate, optimizer, regularization, repetitions, confidence } = spec;
  const clipping = clippingOf(spec);
  const { counts } = clippingRule(clipping, makeModel(model).blocks.length, training.groupNames.length);
  const seed = parseSeed(spec.seed);
  const tracking = spec.noTrack
    ? null
    : { every: spec.trackEvery, rows: spec.trackRows, batchProbes: BATCH_PROBES, traceProbes: 0 };
  return budgetsOf(spec).map((budget) => {
    const { noiseMultiplier, privacy } = descentPrivacyOf(budget, spec, counts, schedule);
    const about = { id: 'none', algorithm: algorithmOf(spec, schedule, noiseMultiplier), privacy };
    const setting = { steps, stepsPerEpoch, samplingRate, learningRate, optimizer, regularization, seed };
    const descent = { ...setting, privacy: { clipping, noiseMultiplier } };
    const plan: TrainingPlan = { model, training, test, descent, tracking, repetitions };
    return {
      plan,
      stage: trainProgress.training(runName(about), repetitions, steps),
      repetitions,
      execute: (ways) => executeDescent(about, plan, confidence, ways),
    };
  });
}

async function executeDescent(
  about: AboutRun,
  plan: TrainingPlan,
  confidence: number,
  ways: RunWays,
): Promise<ExecutedPart<TrainedRun>> {
  const shards = await runRepetitions(trainingTask, 'training', plan, multiplicationsOf(plan), ways);
  const output = shards.output ?? [];
  const { groups, ...summary } = summarizeRun(plan, output, confidence);
  const causes = causesOf(plan, output, confidence);
  const how = { method: 'montecarlo' as const, confidence };
  const run = { ...about, ...how, ...summary, groups: [...groups], causes };
  return { part: { run, parameters: output[0]?.private.parameters ?? null }, shards: [shards] };
}

/** What the excessive risk of single rows goes with, at the end of the first training without privacy. */
function causesOf(
  { model, training, descent }: TrainingPlan,
  output: TrainingOutput,
  confidence: number,
): RiskCauseOfRows[] {
  const [first] = output;
  if (first === undefined) return [];
  const risks = meanRisks(output.map(({ rowRisks }) => rowRisks));
  return causesOfRisk(makeModel(model), training, first.nonPrivate.parameters, risks, confidence, descent.seed);
}
