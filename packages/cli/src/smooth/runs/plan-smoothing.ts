import { type Draws, type SmoothedPoints, type SmoothingPlan, smoothingTask } from '@dpfair/individual';
import { smoothProgress } from '../../messages/smooth.js';
import type { PlannedPart } from '../../train/planned-run.js';
import { runRepetitions } from '../../train/run-repetitions.js';
import type { ModelData } from '../models/model-data.js';
import { openModel } from '../models/open-model.js';

/** The task of smoothing a model; workers know it as `smoothing`. */
export const modelSmoothing = smoothingTask(openModel);

/** About what a draw of noise costs, in multiplications, for each column. */
const NOISE = 20;

/** Smoothing under one metric as a part of the work; null where no point was done. */
export function planSmoothing(
  plan: SmoothingPlan<ModelData>,
  scale: number,
  draws: Draws,
): PlannedPart<SmoothedPoints | null> {
  const rows = plan.points.length / plan.metric.scales.length;
  const samples = draws.kind === 'fixed' ? String(draws.samples) : `up to ${draws.maxSamples}`;
  return plannedTask(plan, smoothProgress.smoothing(scale, rows, samples));
}

/** The task as a part of the work. */
export function plannedTask(plan: SmoothingPlan<ModelData>, stage: string | null): PlannedPart<SmoothedPoints | null> {
  return {
    stage,
    repetitions: modelSmoothing.plan(plan).length,
    execute: async (ways) => {
      const run = await runRepetitions(modelSmoothing, 'smoothing', plan, multiplicationsOf(plan), ways);
      return { part: run.output, shards: [run] };
    },
  };
}

/** Bytes of a parameter in an ONNX file. */
const FLOAT = 4;

const sizeOf = (model: ModelData): number =>
  model.kind === 'onnx' ? model.bytes.length / FLOAT : model.model.parameters.length;

function multiplicationsOf({ model, points, metric, draws }: SmoothingPlan<ModelData>): number {
  const width = metric.scales.length;
  const samples = draws.kind === 'fixed' ? draws.samples : Math.min(draws.maxSamples, 2 / draws.excess ** 2);
  return (points.length / width) * samples * (sizeOf(model) + NOISE * width);
}
