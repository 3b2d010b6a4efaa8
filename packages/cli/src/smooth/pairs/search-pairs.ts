import {
  type Answerer,
  climbSize,
  labelAnswers,
  MOST_CHANGES,
  metricFromScales,
  type PairSearch,
  type SmoothingPlan,
  smoothingOf,
  worstPairs,
} from '@dpfair/individual';
import { DpfairError, type PairSearchOfResult, type SearchSampling, type SmoothingNoise } from '@dpfair/result';
import { parseSeed } from '@dpfair/stats';
import type { AuditFileOptions } from '../../audit/simulation-runner.js';
import { smoothFaults, smoothProgress } from '../../messages/smooth.js';
import type { PairsSpec } from '../../spec/smooth/smooth-spec.js';
import type { FollowedWork } from '../../train/follow-work.js';
import type { ModelData } from '../models/model-data.js';
import type { OpenedModel } from '../models/opened-model.js';
import type { PreparedSmoothing } from '../prepare-smoothing.js';
import { modelSmoothing, plannedTask } from '../runs/plan-smoothing.js';
import { fixedDraws } from '../runs/planned-draws.js';
import { featuresOfColumns } from './features-of-columns.js';
import { pairsOfResult } from './pairs-of-result.js';

/** Distances over which differences of answers are taken: of draws the answers are steps, which a small one would not see. */
const MODEL_DIFFERENCE = 0.01;
const SMOOTHED_DIFFERENCE = 0.1;

/** Searches the model as it is: the class that it names, or its probabilities where they were asked for. @throws DpfairError `usage` */
export async function searchModel(
  spec: PairsSpec,
  prepared: PreparedSmoothing,
  { label, answer }: OpenedModel,
  told: Told,
): Promise<readonly PairSearchOfResult[]> {
  if (spec.answers === 'probabilities' && answer === null) {
    throw new DpfairError('usage', smoothFaults.noProbabilities(prepared.modelOfResult.summary));
  }
  const classes = prepared.examples.classNames.length;
  const answers = spec.answers === 'probabilities' && answer !== null ? answer : labelAnswers(label, classes);
  const onStep = stepsTold(spec, prepared, 'model', told);
  const how = { excess: 0, batchRows: 1024, difference: MODEL_DIFFERENCE, onStep };
  const found = await search(spec, prepared, answers, how);
  return found.map((one) => pairsOfResult(one, 'model', 0, prepared));
}

/**
 * Draws of the smoothed answers of an audit, and what they keep for all pairs that a search adds at once: neighbours and changed copies, which the data name
 * in advance, and one for each climb, which fresh draws answer for.
 */
export function drawsOfAudit(
  spec: PairsSpec,
  prepared: PreparedSmoothing,
): ReturnType<typeof fixedDraws> & { readonly pairs: number } {
  const { rows, classNames } = prepared.examples;
  const classes = classNames.length;
  const searched = Math.min(spec.rows, rows);
  const climbs = Math.min(spec.climbs, searched);
  const ofClimb = climbs === 0 ? { asked: 0 } : climbSize(climbable(prepared).length, { classes });
  const others = searched * (spec.neighbours + MOST_CHANGES * spec.protected.length);
  const pairs = Math.max(1, others + climbs);
  const options = { classes, noise: 'common', pairs, bound: spec.bound } as const;
  return { ...fixedDraws(spec, searched * (1 + spec.neighbours) + climbs * (ofClimb.asked + 2), options), pairs };
}

/** Noise and draws of the smoothed model, as a result says them. */
export function samplingOfAudit(spec: PairsSpec, prepared: PreparedSmoothing): SearchSampling {
  const { samples, excess, delta, pairs } = drawsOfAudit(spec, prepared);
  const { noiseScales } = smoothingOf({ kind: spec.noise, metric: metricAt(spec, prepared), held: prepared.held });
  const noise: SmoothingNoise = { kind: spec.noise, scales: [...noiseScales], sharing: 'common' };
  return { noise, samples, excess, delta, pairs, bound: spec.bound };
}

/**
 * Searches the smoothed model. All rows share their draws, so equal rows have equal answers; what sampling may add to the difference of two answers, for all
 * pairs that are searched at once, is no violation.
 *
 * @throws DpfairError `interrupted` when the work was stopped
 */
export async function searchSmoothed(
  spec: PairsSpec,
  prepared: PreparedSmoothing,
  follow: FollowedWork,
  told: Told,
): Promise<readonly PairSearchOfResult[]> {
  const { examples } = prepared;
  const classes = examples.classNames.length;
  const { samples, excess } = drawsOfAudit(spec, prepared);
  const plan: Omit<SmoothingPlan<ModelData>, 'points' | 'draws'> = {
    model: prepared.model,
    classes,
    metric: metricAt(spec, prepared),
    kind: spec.noise,
    held: prepared.held,
    noise: 'common',
    selectSamples: 0,
    seed: parseSeed(spec.seed),
  };
  const climbed = stepsTold(spec, prepared, 'smoothed', told);
  let climbs = false;
  const onStep = (taken: number, most: number) => {
    climbs = true;
    climbed(taken, most);
  };
  const answersOf =
    (fresh: boolean): Answerer =>
    async (batch, rows) => {
      const points = batch.slice(0, rows * examples.featureNames.length);
      if (rows === 0) return new Float64Array(0);
      const [output = null] = await follow.all([
        plannedTask(
          { ...plan, draws: { kind: 'fixed', samples, fresh }, points },
          climbs ? null : smoothProgress.answering(rows, samples),
        ),
      ]);
      if (output === null || output.points.length < rows) {
        throw new DpfairError('interrupted', { what: 'search for pairs of the smoothed model' });
      }
      return output.counts.map((count) => count / samples);
    };
  const how = { excess, batchRows: Number.POSITIVE_INFINITY, difference: SMOOTHED_DIFFERENCE, onStep };
  const found = await search(spec, prepared, answersOf(false), { ...how, again: answersOf(true) }).finally(() =>
    modelSmoothing.close(prepared.model),
  );
  return found.map((one) => pairsOfResult(one, 'smoothed', excess, prepared));
}

/** Who hears how far a search is. */
export type Told = Pick<AuditFileOptions, 'onStage' | 'onProgress'>;

/** Tells climbs as one stage, however many questions they ask. */
function stepsTold(
  { climbs }: PairsSpec,
  { examples }: PreparedSmoothing,
  of: PairSearchOfResult['of'],
  { onStage = () => {}, onProgress = () => {} }: Told,
): SearchWays['onStep'] {
  return (taken, most) => {
    if (taken === 0) onStage(smoothProgress.climbing(of, Math.min(climbs, examples.rows), most));
    else onProgress(taken, most);
  };
}

interface SearchWays {
  readonly excess: number;
  readonly batchRows: number;
  readonly difference: number;
  readonly onStep: (taken: number, most: number) => void;
  /** Answers of fresh draws, for the pairs that climbs end with. */
  readonly again?: Answerer;
}

/** Numbers that have a weight: a copy with a share of a category would be nobody. @throws DpfairError `usage` where there is none */
function climbable({ features, metric }: PreparedSmoothing): readonly string[] {
  const names = features.flatMap(({ kind, name }, i) => (kind === 'number' && metric.scales[i] !== 0 ? [name] : []));
  if (names.length === 0) throw new DpfairError('usage', smoothFaults.nothingToClimb);
  return names;
}

function search(
  spec: PairsSpec,
  prepared: PreparedSmoothing,
  answers: Answerer,
  { excess, batchRows, ...ofClimbs }: SearchWays,
): Promise<readonly PairSearch[]> {
  const { examples } = prepared;
  return worstPairs(answers, examples.features, {
    metric: metricAt(spec, prepared),
    seed: parseSeed(spec.seed),
    classes: examples.classNames.length,
    neighbours: spec.neighbours,
    changed: spec.protected.map((columns) => featuresOfColumns(columns, prepared.features)),
    gradient: spec.climbs === 0 ? false : { columns: climbable(prepared), starts: spec.climbs, ...ofClimbs },
    rowLimit: spec.rows,
    excess,
    keep: spec.worst,
    batchRows,
    groups: { of: examples.group, names: examples.groupNames },
  });
}

/** The metric of a search: at the scale that was asked for. */
export function metricAt({ metricScale: [scale = 1] }: PairsSpec, { metric }: PreparedSmoothing) {
  return metricFromScales(
    metric.norm,
    metric.scales.map((value) => scale * value),
    metric.columns,
  );
}
