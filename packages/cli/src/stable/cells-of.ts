import type { StabilityBounds, StabilityCell, StableGroupSize } from '@dpfair/result';
import {
  type ArmOutput,
  type ExperimentPlan,
  type FittedClassifier,
  type GroupColumn,
  type MeasuredOn,
  pickRows,
  stabilityBounds,
  summarizeFits,
  theoryMessages,
  trainingRows,
} from '@dpfair/stability';
import type { StableSpec } from '../spec/stable/stable-spec.js';
import type { NamedArm } from './arms-of.js';
import type { PrivateArm } from './private/private-task.js';
import { publishedFor } from './published-for.js';

/** What the cells of an experiment are made of. */
export interface Measuring {
  readonly spec: StableSpec;
  readonly plan: ExperimentPlan;
  /** Of each group column, the group that disparate impact is about, a place in its values. */
  readonly contrasts: readonly number[];
  /** Of each group column, how many rows its groups have. */
  readonly sizes: readonly (readonly StableGroupSize[])[];
}

/** Opens the making of cells: what is measured on the test rows, for each group column. */
export function openCells({ spec, plan, contrasts, sizes }: Measuring) {
  const test = pickRows(plan.data, plan.test);
  const measured = test.groups.map(
    (group, place): MeasuredOn => ({
      labels: test.labels,
      group,
      contrast: contrasts[place] as number,
      small: sizes[place]?.map(({ small }) => small) ?? [],
      confidence: spec.confidence,
    }),
  );
  const of = (fits: readonly FittedClassifier[], place: number) => {
    const on = measured[place] as MeasuredOn;
    return { group: on.group.name, ...summarizeFits(fits, on) };
  };
  const places = test.groups.map((_: GroupColumn, place: number) => place);
  return {
    /** The cells of a program: one, or for one that looks at no group one for each. */
    ofArm: (arm: NamedArm, { fits, replaced }: ArmOutput): StabilityCell[] =>
      (arm.group === null ? places : [arm.group]).map((place) => {
        const summary = of(fits, place);
        return {
          algorithm: arm.algorithm,
          lambda: arm.lambda,
          fairness: fairnessOf(arm),
          ...summary,
          bounds: boundsOf(spec, plan, arm, summary.norm.estimate, fits),
          replaced,
          published: publishedFor(spec, plan.data.rows, arm, summary.group),
        };
      }),
    /** The cells of private trainings, one for each group column. */
    ofPrivate: ({ lambda, epsilon }: PrivateArm, fits: readonly FittedClassifier[]): StabilityCell[] =>
      places.map((place) => ({
        algorithm: 'private',
        lambda,
        fairness: { kind: 'differential-privacy', value: epsilon },
        ...of(fits, place),
        bounds: noBounds,
        replaced: null,
        published: null,
      })),
  };
}

function fairnessOf({ program: { fairness } }: NamedArm): StabilityCell['fairness'] {
  if (fairness.kind === 'none') return { kind: 'none', value: null };
  return { kind: fairness.kind, value: fairness.kind === 'covariance' ? fairness.bound : fairness.weight };
}

function boundsOf(
  { confidence }: StableSpec,
  { data, pool, trainingShare, kappa }: ExperimentPlan,
  { program, group }: NamedArm,
  norm: number | null,
  fits: readonly FittedClassifier[],
): StabilityBounds {
  const groupValues = group === null ? 0 : (data.groups[group]?.values.length ?? 0);
  const about = { rows: trainingRows(pool, trainingShare), kappa, norm, groupValues, confidence };
  const near = fits.flatMap(({ nearZero }) => (nearZero === null ? [] : [nearZero]));
  return {
    ...stabilityBounds(program, about).bounds,
    changedPredictions: near.length === 0 ? null : near.reduce((sum, count) => sum + count, 0) / near.length,
  };
}

const noBounds: StabilityBounds = {
  admissibility: null,
  kappa: null,
  gradientBound: null,
  uniform: null,
  uniformLinear: null,
  excessRisk: null,
  generalisation: null,
  recommended: null,
  changedPredictions: null,
  reason: theoryMessages.private,
  assumption: null,
};
