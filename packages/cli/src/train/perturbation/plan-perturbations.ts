import {
  causesOfRisk,
  type ModelDescription,
  makeModel,
  minimize,
  objectivePerturbation,
  outputPerturbation,
  type PerturbationPlan,
  perturbationTask,
  soundReleases,
  summarizePerturbation,
} from '@dpfair/learning';
import { DpfairError, type TrainingAlgorithmSummary } from '@dpfair/result';
import { parseSeed } from '@dpfair/stats';
import { runName, trainFaults, trainPrivacyMessages, trainProgress } from '../../messages/train.js';
import type { TrainSpec } from '../../spec/train/train-spec.js';
import type { LoadedExamples } from '../load-examples.js';
import type { AboutRun, ExecutedPart, PlannedPart, RunWays, TrainedRun } from '../planned-run.js';
import { runRepetitions } from '../run-repetitions.js';

type Perturbation = PerturbationPlan['algorithm'];

/** Both sensitivities are those of a row that is replaced. */
const neighbours = 'replace' as const;

/**
 * Plans the perturbed minima of a spec, one for each budget; the minimum without privacy is found once.
 *
 * @throws DpfairError `usage` or `input` where the conditions of the guarantee do not hold, or where there is no minimum
 */
export function planPerturbations(
  spec: TrainSpec,
  algorithm: Perturbation,
  { training, test }: LoadedExamples,
  description: ModelDescription,
): readonly PlannedPart<TrainedRun>[] {
  const model = makeModel(description);
  const { delta, repetitions, regularization: asked } = spec;
  const noises = (spec.epsilon ?? []).map((epsilon) => {
    const options = { epsilon, delta, regularization: asked };
    if (algorithm === 'objective-perturbation')
      return { epsilon, noiseMultiplier: null, ...objectivePerturbation(model, training, options) };
    const { deviation, sensitivity } = outputPerturbation(model, training, { ...options, neighbours });
    return { epsilon, deviation, regularization: asked, noiseMultiplier: deviation / sensitivity };
  });
  // Beside it stands the minimum at the regularization that was asked for; privacy may take more.
  const twin = minimize(model, training, { regularization: asked });
  if (!twin.converged) throw new DpfairError('usage', trainFaults.noMinimum(asked, twin.gradientNorm));
  return noises.map(({ epsilon, deviation, regularization, noiseMultiplier }) => {
    const about: AboutRun = {
      id: 'none',
      algorithm: algorithmOf(algorithm, { deviation, regularization, noiseMultiplier }),
      privacy: {
        ...{ private: true, reason: null, epsilon, delta, accountant: null, neighbours },
        parts: [{ name: trainPrivacyMessages.released[algorithm], noiseMultiplier, count: 1 }],
      },
    };
    const plan: PerturbationPlan = {
      ...{ algorithm, model: description, training, test, minimum: twin.parameters, deviation, regularization },
      ...{ seed: parseSeed(spec.seed), repetitions },
    };
    return {
      stage: trainProgress.perturbing(runName(about), repetitions),
      repetitions,
      execute: (ways) => executePerturbation(about, plan, spec.confidence, ways),
    };
  });
}

function algorithmOf(
  name: Perturbation,
  noise: { readonly deviation: number; readonly regularization: number; readonly noiseMultiplier: number | null },
): TrainingAlgorithmSummary {
  return {
    ...{ name, optimizer: null, epochs: null, steps: null, samplingRate: null, batch: null, learningRate: null },
    ...{ regularization: noise.regularization, clipping: null, noiseMultiplier: noise.noiseMultiplier },
    ...{ noiseDeviation: noise.deviation, settings: {} },
  };
}

async function executePerturbation(
  about: AboutRun,
  plan: PerturbationPlan,
  confidence: number,
  ways: RunWays,
): Promise<ExecutedPart<TrainedRun>> {
  const shards = await runRepetitions(perturbationTask, 'perturbation', plan, multiplicationsOf(plan), ways);
  const made = shards.output ?? [];
  const releases = soundReleases(made);
  const { groups, rowRisks, ...summary } = summarizePerturbation(plan, made, confidence);
  const model = makeModel(plan.model);
  const causes =
    releases.length === 0 ? [] : causesOfRisk(model, plan.training, plan.minimum, rowRisks, confidence, plan.seed);
  const run = { ...about, confidence, ...summary, groups: [...groups], causes };
  return { part: { run, parameters: releases[0]?.parameters ?? null }, shards: [shards] };
}

/** A forward pass a release; some hundred passes where each release is a minimum of its own. */
function multiplicationsOf({ algorithm, model, training, test, repetitions }: PerturbationPlan): number {
  const passes = algorithm === 'output-perturbation' ? 1 : 200;
  return passes * repetitions * (training.rows + test.rows) * makeModel(model).parameterCount;
}
