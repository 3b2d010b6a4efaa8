import { countLabels, type DrawPlan } from '../smooth/count-labels.js';
import { type Labeller, smooth, smoothUntil } from '../smooth/index.js';
import { type SmoothingPlan, smoothingOf } from './smoothing-plan.js';

/** Points of one shard. */
export interface PointRange {
  readonly from: number;
  readonly to: number;
}

/** Labels of the draws around some of the points of a plan. */
export interface SmoothedPoints {
  /** Places of the points, ascending; one element a point in what follows. */
  readonly points: Int32Array;
  /** How often each class was answered, points x classes. */
  readonly counts: Float64Array;
  /** Draws for each point. */
  readonly samples: Float64Array;
  /** Draws for each point, beside those, that decided on their number; 0 where it was fixed. */
  readonly pilot: number;
  /** How far frequencies can be from probabilities, by `smoothUntil`; NaN where draws were fixed. */
  readonly radius: Float64Array;
  /** Places of points that were given up at the largest number of draws. */
  readonly short: Int32Array;
  /** Labels of the draws that select a class, points x classes; empty where none is selected. */
  readonly selecting: Float64Array;
}

/** Shards at most. */
const SHARDS = 1024;
/** Points of a shard at least: common draws are made once a shard. */
const FEWEST = 8;

/**
 * Smoothing around the points of a plan, in the shape of a task of `@dpfair/engine`: a shard is a run of points. What a point gets depends on the
 * plan and its place alone, so the numbers are those of `smooth`, `smoothUntil` and `selectClass`, whatever the shards and threads.
 *
 * @param open Makes a classifier of the plain data of a model; called once for each plan in each thread.
 */
export function smoothingTask<Model>(open: (model: Model) => Labeller | Promise<Labeller>) {
  const opened = new WeakMap<SmoothingPlan<Model>, Promise<Labeller>>();
  const labellerOf = (plan: SmoothingPlan<Model>): Promise<Labeller> => {
    const known = opened.get(plan) ?? Promise.resolve(open(plan.model));
    opened.set(plan, known);
    return known;
  };
  return {
    plan: ({ points, metric }: SmoothingPlan<Model>): readonly PointRange[] => {
      const rows = points.length / metric.scales.length;
      const size = Math.max(FEWEST, Math.ceil(rows / SHARDS));
      return Array.from({ length: Math.ceil(rows / size) }, (_, k) => ({
        from: k * size,
        to: Math.min(rows, (k + 1) * size),
      }));
    },
    /** Points. */
    size: (_plan: SmoothingPlan<Model>, { from, to }: PointRange): number => to - from,
    run: async (plan: SmoothingPlan<Model>, range: PointRange): Promise<SmoothedPoints> =>
      smoothRange(await labellerOf(plan), plan, range),
    merge: (
      _plan: SmoothingPlan<Model>,
      parts: readonly { readonly index: number; readonly part: SmoothedPoints }[],
    ): SmoothedPoints => ({
      points: Int32Array.from(parts.flatMap(({ part }) => [...part.points])),
      counts: joined(parts.map(({ part }) => part.counts)),
      samples: joined(parts.map(({ part }) => part.samples)),
      pilot: parts[0]?.part.pilot ?? 0,
      radius: joined(parts.map(({ part }) => part.radius)),
      short: Int32Array.from(parts.flatMap(({ part }) => [...part.short])),
      selecting: joined(parts.map(({ part }) => part.selecting)),
    }),
    finish: (_plan: SmoothingPlan<Model>, smoothed: SmoothedPoints): SmoothedPoints => smoothed,
  };
}

async function smoothRange<Model>(
  model: Labeller,
  plan: SmoothingPlan<Model>,
  { from, to }: PointRange,
): Promise<SmoothedPoints> {
  const { classes, seed, noise, draws, selectSamples } = plan;
  const width = plan.metric.scales.length;
  const smoothing = smoothingOf(plan);
  const points = plan.points.slice(from * width, to * width);
  const about = { smoothing, seed, classes, noise, firstPoint: from };
  const selecting = new Float64Array(selectSamples === 0 ? 0 : (to - from) * classes);
  const labels =
    draws.kind === 'fixed'
      ? await fixedDraws(model, points, { ...about, samples: draws.samples })
      : await smoothUntil(model, points, { ...about, ...draws, ofPoints: plan.points.length / width });
  if (selectSamples > 0) {
    const all = Int32Array.from({ length: to - from }, (_, point) => point);
    const selectPlan: DrawPlan = { model, ...about, phase: 'select' };
    await countLabels(selectPlan, points, all, 0, selectSamples, selecting);
  }
  return {
    points: Int32Array.from({ length: to - from }, (_, point) => from + point),
    counts: labels.counts,
    samples: labels.samples,
    pilot: labels.pilot,
    radius: labels.radius,
    short: labels.short.map((point) => from + point),
    selecting,
  };
}

async function fixedDraws(model: Labeller, points: Float64Array, options: Parameters<typeof smooth>[2]) {
  const { rows, counts, samples } = await smooth(model, points, options);
  return {
    counts,
    samples: new Float64Array(rows).fill(samples),
    pilot: 0,
    radius: new Float64Array(rows).fill(Number.NaN),
    short: new Int32Array(0),
  };
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
