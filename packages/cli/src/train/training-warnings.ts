import type { ModelDescription } from '@dpfair/learning';
import type { TrainingRun, Warning } from '@dpfair/result';
import { runName, trainWarnings } from '../messages/train.js';
import type { TrainSpec } from '../spec/train/train-spec.js';

/** Beyond this epsilon a guarantee is hardly one. */
const LARGE = 10;

/** What a reader must know of trainings, besides what the making of the examples already said. */
export function trainingWarnings(
  spec: TrainSpec,
  runs: readonly TrainingRun[],
  rows: number,
  model: ModelDescription,
): readonly Warning[] {
  const groups = runs[0]?.groups ?? [];
  const small = groups.filter((group) => group.small).map(({ group }) => group);
  const isPrivate = runs.some(({ privacy }) => privacy.private);
  return [
    ...(small.length === 0 ? [] : [trainWarnings.smallGroups(small)]),
    ...(isPrivate && spec.delta * rows >= 1 ? [trainWarnings.deltaLarge(spec.delta, rows)] : []),
    ...(spec.repetitions === 1 ? [trainWarnings.oneRepetition] : []),
    ...runs.flatMap((run) => warningsOfRun(spec, run, model)),
  ];
}

/** Loss of a model that knows nothing, which is what linear models start from; null for a number that is predicted. */
function lossOfGuessing({ loss, outputs }: ModelDescription): number | null {
  if (loss === 'squared') return null;
  return loss === 'smooth-hinge' ? 1 : Math.log(Math.max(2, outputs));
}

function warningsOfRun({ learningRate }: TrainSpec, run: TrainingRun, model: ModelDescription): readonly Warning[] {
  const { privacy, path, population } = run;
  const before = path?.population.nonPrivateLoss[0] ?? lossOfGuessing(model);
  const after = population.loss.nonPrivate.estimate;
  return [
    ...(privacy.epsilon !== null && privacy.epsilon > LARGE ? [trainWarnings.epsilonLarge(privacy.epsilon)] : []),
    ...(run.diverged.repetitions === 0 ? [] : [lostWarning(run, learningRate)]),
    ...(before !== null && after !== null && after > before
      ? [trainWarnings.unstable(runName(run), before, after, learningRate)]
      : []),
  ];
}

/** Of repetitions that are left out: a descent that diverged, a minimum that was not reached. */
function lostWarning(run: TrainingRun, learningRate: number): Warning {
  const { repetitions: lost, firstStep } = run.diverged;
  const all = lost + run.repetitions;
  return run.algorithm.name === 'dp-sgd'
    ? trainWarnings.diverged(runName(run), lost, all, firstStep, learningRate)
    : trainWarnings.unreached(runName(run), lost, all);
}
