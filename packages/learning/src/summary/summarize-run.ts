import type { GroupOutcome, RiskGap, TrainingPath } from '@dpfair/result';
import { inputNorms } from '../causes/input-norms.js';
import type { PathRecord } from '../decomposition/path-recorder.js';
import { trackedRows } from '../decomposition/tracked-rows.js';
import { ended, hasEnded } from '../repetitions/ended.js';
import type { Repetition, TrainedSide } from '../repetitions/run-repetition.js';
import type { TrainingPlan } from '../repetitions/training-plan.js';
import type { TrainingOutput } from '../repetitions/training-task.js';
import { accumulatedTerms } from './accumulated-terms.js';
import { groupOutcome, type RepeatedGroup } from './group-outcome.js';
import { groupPath, type RepeatedPath } from './group-path.js';
import { meanOfRows } from './mean-of-rows.js';
import { riskGap } from './risk-gap.js';

/** What is said of repeated private trainings, group by group. */
export interface RunSummary {
  readonly repetitions: number;
  readonly diverged: { readonly repetitions: number; readonly firstStep: number | null };
  readonly population: GroupOutcome;
  readonly groups: readonly GroupOutcome[];
  readonly gap: RiskGap;
  readonly path: TrainingPath | null;
}

/** The place of all rows where a place in `groupNames` is asked for. */
const ALL = -1;

/** Draws the conclusion of repeated trainings; those that diverged are counted and left out. */
export function summarizeRun(plan: TrainingPlan, output: TrainingOutput, confidence: number): RunSummary {
  const sound = ended(output);
  const { groupNames } = plan.training;
  const norms = inputNorms(plan.training);
  const view = (place: number) => sound.map((repetition) => repeatedGroup(plan, repetition, place));
  const outcomes = [ALL, ...groupNames.keys()].map((place) =>
    groupOutcome(
      {
        group: place === ALL ? 'all' : (groupNames[place] as string),
        training: place === ALL ? plan.training.rows : rowsOf(plan.training.group, place),
        targetUnit: plan.model.loss === 'squared' ? (plan.training.targetUnit ?? 1) : null,
        test: place === ALL ? plan.test.rows : rowsOf(plan.test.group, place),
        inputNorm: meanOfRows(norms, plan.training.group, place === ALL ? null : place),
      },
      view(place),
      view(ALL),
      confidence,
    ),
  );
  const firstSteps = output.flatMap((repetition) => divergences(plan, repetition));
  return {
    repetitions: sound.length,
    diverged: {
      repetitions: output.length - sound.length,
      firstStep: firstSteps.length === 0 ? null : Math.min(...firstSteps),
    },
    population: outcomes[0] as GroupOutcome,
    groups: outcomes.slice(1),
    gap: riskGap(
      groupNames,
      sound.map((repetition) =>
        groupNames.map((_, a) => lossOf(repetition.private, a) - lossOf(repetition.nonPrivate, a)),
      ),
      confidence,
      { diverged: output.length - sound.length, small: outcomes.slice(1).map(({ small }) => small) },
    ),
    path: pathOf(plan, sound, confidence),
  };
}

/** Steps at which the trainings of a repetition diverged: the last one where parameters are finite and the loss at the end is not. */
function divergences(plan: TrainingPlan, { private: side, clippedOnly, nonPrivate }: Repetition): readonly number[] {
  const last = plan.descent.steps - 1;
  return [side, clippedOnly, nonPrivate].flatMap((training) =>
    hasEnded(training) ? [] : (training.divergedAt ?? last),
  );
}

function repeatedGroup(plan: TrainingPlan, repetition: Repetition, place: number): RepeatedGroup {
  const { private: side, nonPrivate: twin } = repetition;
  const recorded = recordsOf(plan, repetition, place);
  return {
    private: { training: performanceOf(side.training, place), test: performanceOf(side.test, place) },
    nonPrivate: { training: performanceOf(twin.training, place), test: performanceOf(twin.test, place) },
    clippedLoss: lossOf(repetition.clippedOnly, place),
    terms: recorded?.accumulated ?? null,
    path: recorded?.private ?? null,
    tracked: recorded?.steps ?? [],
    steps: plan.descent.steps,
  };
}

function pathOf(plan: TrainingPlan, sound: readonly Repetition[], confidence: number): TrainingPath | null {
  const steps = sound[0]?.paths?.private.steps;
  if (steps === undefined || plan.tracking === null) return null;
  const { groupNames } = plan.training;
  const of = (group: string, place: number) =>
    groupPath(
      group,
      sound.flatMap((repetition) => recordsOf(plan, repetition, place) ?? []),
      confidence,
    );
  return {
    every: plan.tracking.every,
    step: [...steps, plan.descent.steps],
    rows: trackedRows(plan.training, plan.tracking.rows, plan.descent.seed).rows,
    population: of('all', ALL),
    groups: groupNames.map((name, a) => of(name, a)),
  };
}

/** What was recorded of one group in one repetition; null where nothing was tracked. */
function recordsOf(
  plan: TrainingPlan,
  repetition: Repetition,
  place: number,
): (RepeatedPath & { readonly steps: Int32Array }) | null {
  const { paths } = repetition;
  if (paths === null) return null;
  const pick = <Path>({ population, groups }: { readonly population: Path; readonly groups: readonly Path[] }): Path =>
    place === ALL ? population : (groups[place] as Path);
  const [withPrivacy, without] = [pick(paths.private), pick(paths.nonPrivate)];
  const { steps } = paths.private;
  return {
    steps,
    private: withPrivacy,
    clippedOnly: pick(paths.clippedOnly),
    nonPrivate: without,
    accumulated: accumulatedTerms(steps, plan.descent.steps, withPrivacy, without),
    finalLoss: {
      private: finalLoss(paths.private, place),
      nonPrivate: finalLoss(paths.nonPrivate, place),
    },
  };
}

const finalLoss = ({ finalLoss: { population, groups } }: PathRecord, place: number): number =>
  place === ALL ? population : (groups[place] as number);

function performanceOf(on: TrainedSide['training'], place: number) {
  return place === ALL ? on.all : (on.groups[place] as typeof on.all);
}

function lossOf(side: TrainedSide, place: number): number {
  return performanceOf(side.training, place).loss;
}

function rowsOf(group: Int32Array, place: number): number {
  let rows = 0;
  for (const value of group) if (value === place) rows++;
  return rows;
}
