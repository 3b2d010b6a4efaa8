import type { GroupOutcome, RiskGap, TrainingPath } from '@dpfair/result';
import type { RecordedPath } from '../decomposition/path-recorder.js';
import type { Repetition, TrainedSide } from '../repetitions/run-repetition.js';
import type { TrainingPlan } from '../repetitions/training-plan.js';
import type { TrainingOutput } from '../repetitions/training-task.js';
import { accumulatedTerms } from './accumulated-terms.js';
import { groupOutcome, type RepeatedGroup } from './group-outcome.js';
import { groupPath } from './group-path.js';
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
  const ended = output.filter(
    (repetition) => repetition.private.divergedAt === null && repetition.nonPrivate.divergedAt === null,
  );
  const { groupNames } = plan.training;
  const view = (place: number) => ended.map((repetition) => repeatedGroup(plan, repetition, place));
  const outcomes = [ALL, ...groupNames.keys()].map((place) =>
    groupOutcome(
      {
        group: place === ALL ? 'all' : (groupNames[place] as string),
        training: place === ALL ? plan.training.rows : rowsOf(plan.training.group, place),
        test: place === ALL ? plan.test.rows : rowsOf(plan.test.group, place),
      },
      view(place),
      view(ALL),
      confidence,
    ),
  );
  const firstSteps = output.flatMap((repetition) =>
    [repetition.private.divergedAt ?? [], repetition.nonPrivate.divergedAt ?? []].flat(),
  );
  return {
    repetitions: ended.length,
    diverged: {
      repetitions: output.length - ended.length,
      firstStep: firstSteps.length === 0 ? null : Math.min(...firstSteps),
    },
    population: outcomes[0] as GroupOutcome,
    groups: outcomes.slice(1),
    gap: riskGap(
      groupNames,
      ended.map((repetition) =>
        groupNames.map((_, a) => lossOf(repetition.private, a) - lossOf(repetition.nonPrivate, a)),
      ),
      confidence,
    ),
    path: pathOf(plan, ended, confidence),
  };
}

function repeatedGroup(plan: TrainingPlan, repetition: Repetition, place: number): RepeatedGroup {
  const { private: side, nonPrivate: twin } = repetition;
  const recorded = recordsOf(repetition, place);
  return {
    private: { training: performanceOf(side.training, place), test: performanceOf(side.test, place) },
    nonPrivate: { training: performanceOf(twin.training, place), test: performanceOf(twin.test, place) },
    terms:
      recorded === null
        ? null
        : accumulatedTerms(recorded.steps, plan.descent.steps, recorded.private, recorded.nonPrivate),
    path: recorded?.private ?? null,
  };
}

function pathOf(plan: TrainingPlan, ended: readonly Repetition[], confidence: number): TrainingPath | null {
  const steps = ended[0]?.private.path?.steps;
  if (steps === undefined || plan.tracking === null) return null;
  const { groupNames } = plan.training;
  const of = (group: string, place: number) =>
    groupPath(
      group,
      ended.flatMap((repetition) => {
        const recorded = recordsOf(repetition, place);
        if (recorded === null) return [];
        return [
          {
            private: recorded.private,
            nonPrivate: recorded.nonPrivate,
            accumulated: accumulatedTerms(recorded.steps, plan.descent.steps, recorded.private, recorded.nonPrivate),
            finalLoss: { private: lossOf(repetition.private, place), nonPrivate: lossOf(repetition.nonPrivate, place) },
          },
        ];
      }),
      confidence,
    );
  return {
    every: plan.tracking.every,
    step: [...steps, plan.descent.steps],
    rows: Math.min(plan.tracking.rows, plan.training.rows),
    population: of('all', ALL),
    groups: groupNames.map((name, a) => of(name, a)),
  };
}

function recordsOf(
  repetition: Repetition,
  place: number,
): { readonly steps: Int32Array; readonly private: RecordedPath; readonly nonPrivate: RecordedPath } | null {
  const [side, twin] = [repetition.private.path, repetition.nonPrivate.path];
  if (side === null || twin === null) return null;
  const pick = (path: typeof side) => (place === ALL ? path.population : (path.groups[place] as RecordedPath));
  return { steps: side.steps, private: pick(side), nonPrivate: pick(twin) };
}

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
