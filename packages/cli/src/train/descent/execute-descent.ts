import {
  causesOfRisk,
  ended,
  makeModel,
  privateParameters,
  summarizeRun,
  type TrainingOutput,
  type TrainingPlan,
  trainingTask,
} from '@dpfair/learning';
import type { RiskCauseOfRows } from '@dpfair/result';
import type { AboutRun, ExecutedPart, RunWays, TrainedRun } from '../planned-run.js';
import { runRepetitions } from '../run-repetitions.js';
import { multiplicationsOf } from './multiplications-of.js';

/** Runs the repetitions of a private descent and draws the conclusion. */
export async function executeDescent(
  about: AboutRun,
  plan: TrainingPlan,
  notPrivate: string | null,
  confidence: number,
  ways: RunWays,
): Promise<ExecutedPart<TrainedRun>> {
  const shards = await runRepetitions(trainingTask, 'training', plan, multiplicationsOf(plan), ways);
  const output = shards.output ?? [];
  const { groups, ...summary } = summarizeRun(plan, output, confidence);
  const how = { method: 'montecarlo' as const, confidence, causes: causesOf(plan, output, confidence) };
  return {
    part: {
      run: { ...about, ...how, ...summary, groups: [...groups] },
      parameters: privateParameters(output),
      compared: { id: about.id, plan, output, notPrivate },
    },
    shards: [shards],
  };
}

/** What the excessive risk of single rows goes with, at the end of the first training without privacy that ended. */
function causesOf(
  { model, training, descent }: TrainingPlan,
  output: TrainingOutput,
  confidence: number,
): RiskCauseOfRows[] {
  const sound = ended(output);
  const [first] = sound;
  if (first === undefined) return [];
  const risks = first.rowRisks.map(
    (_, row) => sound.reduce((sum, { rowRisks }) => sum + (rowRisks[row] as number), 0) / sound.length,
  );
  return causesOfRisk(makeModel(model), training, first.nonPrivate.parameters, risks, confidence, descent.seed);
}
