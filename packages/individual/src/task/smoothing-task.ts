import { outsideDomain } from '../messages.js';
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
/** Points of a shard at least, if they are little work: common draws are made once a shard. */
const FEWEST = 8;
/** Draws of a shard at most for the sake of that: beyond them more shards, for more threads, are worth making common draws again. */
const DRAWS = 2 ** 20;

/** A model that was opened. */
export interface OpenedLabeller {
  readonly label: Labeller;
  /** Frees what the model holds. @default nothing to free */
  close?(): Promise<void>;
}

/**
 * Smoothing around the points of a plan, in the shape of a task of `@dpfair/engine`: a shard is a run of points. What a point gets depends on the
 * plan and its place alone, so the numbers are those of `smooth`, `smoothUntil` and `selectClass`, whatever the shards and threads.
 *
 * @param open Makes a classifier of the plain data of a model; called once for each model in each thread, until `close` is.
 */
export function smoothingTask<Model extends object>(open: (model: Model) => OpenedLabeller | Promise<OpenedLabeller>) {
  const opened = new WeakMap<Model, Promise<OpenedLabeller>>();
  const labellerOf = async (model: Model): Promise<Labeller> => {
    const known = opened.get(model) ?? Promise.resolve(open(model));
    opened.set(model, known);
    return (await known).label;
  };
  return {
    plan: ({ points, metric, draws, selectSamples }: SmoothingPlan<Model>): readonly PointRange[] => {
      const rows = points.length / metric.scales.length;
      const ofPoint = selectSamples + (draws.kind === 'fixed' ? draws.samples : draws.maxSamples);
      const few = Math.max(1, Math.min(FEWEST, Math.floor(DRAWS / ofPoint)));
      const size = Math.max(few, Math.ceil(rows / SHARDS));
      return Array.from({ length: Math.ceil(rows / size) }, (_, k) => ({
        from: k * size,
        to: Math.min(rows, (k + 1) * size),
      }));
    },
    /** Points. */
    size: (_plan: SmoothingPlan<Model>, { from, to }: PointRange): number => to - from,
    run: async (plan: SmoothingPlan<Model>, range: PointRange): Promise<SmoothedPoints> =>
      smoothRange(await labellerOf(plan.model), plan, range),
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
    /** Frees a model that this thread opened; the next question opens it again. */
    close: async (model: Model): Promise<void> => {
      const known = opened.get(model);
      opened.delete(model);
      // A model that could not be opened was told of where it was asked.
      await known?.then(
        (one) => one.close?.(),
        () => {},
      );
    },
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
  if (draws.kind === 'fixed' && draws.fresh === true && selectSamples > 0) {
    throw outsideDomain('draws that select a class', selectSamples, '0 beside fresh draws, which are the same');
  }
  const smoothing = smoothingOf(plan);
  const points = plan.points.slice(from * width, to * width);
  const about = { smoothing, seed, classes, noise, firstPoint: from };
  const selecting = new Float64Array(selectSamples === 0 ? 0 : (to - from) * classes);
  const labels =
    draws.kind === 'fixed'
      ? await fixedDraws(model, points, { ...about, samples: draws.samples, fresh: draws.fresh ?? false })
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
