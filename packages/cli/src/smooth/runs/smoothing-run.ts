import type { Metric, SmoothedPoints, Smoothing } from '@dpfair/individual';
import type { Examples, SmoothedRows, SmoothingMetric, SmoothingRun } from '@dpfair/result';
import type { SmoothSpec } from '../../spec/smooth/smooth-spec.js';
import type { Feature } from '../metric/features.js';
import { type Answered, groupSummary } from './group-summary.js';
import type { PlannedDraws } from './planned-draws.js';
import { type RowAnswers, rowAnswers } from './row-answers.js';

/** What a run is about, beside the draws. */
export interface SmoothedUnder {
  readonly spec: SmoothSpec;
  readonly examples: Examples;
  /** Whether the targets of the examples are known. */
  readonly isLabelled: boolean;
  /** Line of the file of each example. */
  readonly lines: readonly number[];
  /** The class that the model as it is names for each example. */
  readonly model: Int32Array;
  readonly smoothing: Smoothing;
  readonly metric: SmoothingMetric;
  readonly planned: PlannedDraws;
  /** Whether the rows are told one by one. */
  readonly withRows: boolean;
}

/** A metric as a result says it. */
export function metricOfResult(
  { norm, scales, columns }: Metric,
  held: ReadonlyMap<string, number>,
  source: SmoothingMetric['source'],
  constant: number,
  features: readonly Feature[],
): SmoothingMetric {
  return {
    source,
    norm: norm === Number.POSITIVE_INFINITY ? null : norm,
    constant,
    columns: [...columns],
    scales: [...scales],
    deviations: features.map(({ deviation }) => deviation),
    held: Array.from(held, ([column, value]) => ({ column, value })),
  };
}

/** The model smoothed under one metric, from the labels of its draws. */
export function smoothingRun(smoothed: SmoothedPoints, under: SmoothedUnder): SmoothingRun {
  const { spec, examples, isLabelled, model, smoothing, metric, planned, withRows } = under;
  const { confidence, sharing } = spec;
  const rows = rowAnswers(smoothed, examples.classNames.length, planned.draws.kind, confidence);
  const answered: Answered = { examples, isLabelled, model, smoothed: rows, shared: sharing === 'common', confidence };
  const ofRows = confidenceOfRows(planned, examples.rows, confidence);
  const all = Array.from(rows.points.keys());
  const groupAt = (place: number) => examples.group[rows.points[place] as number];
  const samples = [...rows.samples];
  return {
    metric,
    noise: { kind: smoothing.kind, scales: [...smoothing.noiseScales], sharing },
    guarantee: {
      ...planned.guarantee,
      samples: {
        least: samples.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY),
        most: samples.reduce((most, one) => Math.max(most, one), 0),
        total: samples.reduce((sum, one) => sum + one, 0),
        pilot: smoothed.pilot,
      },
      short: smoothed.short.length,
    },
    confidence,
    population: groupSummary('all rows', all, answered),
    groups: examples.groupNames.map((group, g) =>
      groupSummary(
        group,
        all.filter((place) => groupAt(place) === g),
        answered,
      ),
    ),
    rows: withRows ? { ...rowsOfResult(rows, under), confidence: ofRows } : null,
  };
}

/** Adaptive draws leave each of the rows of a pair, or of all pairs, its part of delta; fixed ones are asked for what was said. */
function confidenceOfRows({ draws, guarantee }: PlannedDraws, rows: number, confidence: number): number {
  if (draws.kind === 'fixed') return confidence;
  return 1 - guarantee.delta / (guarantee.scope === 'all-pairs' ? Math.max(2, rows) : 2);
}

function rowsOfResult(
  { points, probabilities, samples, named, intervals, radius }: RowAnswers,
  { examples, isLabelled, lines, model }: SmoothedUnder,
): SmoothedRows {
  const { target, group, classNames } = examples;
  const rows = [...points];
  return {
    row: rows.map((row) => lines[row] as number),
    label: rows.map((row) => (isLabelled ? (target[row] as number) : null)),
    group: rows.map((row) => group[row] as number),
    before: rows.map((row) => model[row] as number),
    after: [...named],
    probability: classNames.map((_, y) => rows.map((_, k) => probabilities[k * classNames.length + y] as number)),
    radius: [...radius],
    lower: intervals.map(({ lower }) => lower),
    upper: intervals.map(({ upper }) => upper),
    samples: [...samples],
  };
}
