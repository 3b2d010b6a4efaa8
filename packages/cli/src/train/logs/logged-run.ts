import { type LoggedTraining, type PathFromLogsOptions, summarizeLogs } from '@dpfair/learning';
import type { TrainingLog, TrainingRun } from '@dpfair/result';
import { trainPrivacyMessages } from '../../messages/train.js';

/** The run that logs tell of; null in it is what a log does not say. */
export function loggedRun(
  trainings: readonly LoggedTraining[],
  options: PathFromLogsOptions & { readonly confidence: number },
): TrainingRun {
  const { steps, population, groups, gap, path } = summarizeLogs(trainings, options);
  const logs = trainings.map((training) => training.private);
  return {
    id: 'none',
    algorithm: {
      name: 'dp-sgd',
      optimizer: null,
      epochs: null,
      steps,
      samplingRate: null,
      batch: null,
      learningRate: onlyValue(logs, 'learningRate'),
      regularization: null,
      clipping: logs.some(clips) ? { rule: 'logged' } : null,
      noiseMultiplier: null,
      noiseDeviation: firstDeviation(logs),
      settings: {},
    },
    privacy: {
      private: null,
      reason: trainPrivacyMessages.logged,
      epsilon: null,
      delta: null,
      accountant: null,
      neighbours: null,
      parts: [],
    },
    method: 'montecarlo',
    repetitions: trainings.length,
    confidence: options.confidence,
    diverged: { repetitions: 0, firstStep: null },
    population,
    groups: [...groups],
    gap,
    path,
    causes: [],
  };
}

const columnsOf = (logs: readonly TrainingLog[], field: 'learningRate' | 'noiseVariance') =>
  logs.flatMap(({ groups: [first] }) => (first === undefined ? [] : [first.needed[field]]));

/** A number that is the same at every step of every log; null where it changes. */
function onlyValue(logs: readonly TrainingLog[], field: 'learningRate' | 'noiseVariance'): number | null {
  const values = new Set(columnsOf(logs, field).flatMap((column) => [...column]));
  const [value] = values;
  return values.size === 1 && value !== undefined ? value : null;
}

/** Of the averaged first step; null where logs differ. */
function firstDeviation(logs: readonly TrainingLog[]): number | null {
  const variances = new Set(columnsOf(logs, 'noiseVariance').map((column) => column[0]));
  const [variance] = variances;
  return variances.size === 1 && variance !== undefined ? Math.sqrt(variance) : null;
}

/** Whether clipping changed any gradient: of one that it left alone both inner products are the same. */
const clips = ({ groups }: TrainingLog): boolean =>
  groups.some(({ needed }) => needed.innerRaw.some((value, k) => value !== needed.innerClipped[k]));
