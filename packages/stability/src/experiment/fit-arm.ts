import type { Classifier } from '../classifier/classifier.js';
import { scores } from '../classifier/scores.js';
import { fitStableFair } from '../fit/fit-stable-fair.js';
import type { TrainingSet } from '../program/training-set.js';
import { stabilityBounds } from '../theory/stability-bounds.js';
import type { ExperimentPlan, StableArm } from './experiment-plan.js';
import type { FittedClassifier } from './fitted-classifier.js';
import { nothingFitted } from './nothing-fitted.js';
import { pickRows } from './pick-rows.js';
import { drawTraining } from './split-rows.js';

/**
 * Fits an arm of a plan in a repetition and looks at what it predicts. Where the rows drawn lack a class or a group there is nothing to fit: that is
 * recorded as the ending.
 */
export function fitArm(plan: ExperimentPlan, repetition: number, arm: StableArm): FittedClassifier {
  const { program } = arm;
  const training = ofArm(trainingSet(plan, repetition), arm);
  const nothing = nothingFitted(repetition, training, program);
  if (nothing !== null) return nothing;
  const { classifier, ...fit } = fitStableFair(training, program);
  const { scoreChange } = stabilityBounds(program, {
    rows: training.rows,
    kappa: plan.kappa,
    norm: null,
    groupValues: groupValuesOf(plan, arm),
    confidence: 0.5,
  });
  const found = scoresOf(classifier, ofArm(testSet(plan), arm));
  return {
    repetition,
    converged: fit.converged,
    ending: fit.ending,
    iterations: fit.iterations,
    objective: finiteOrNull(fit.objective),
    gradientNorm: finiteOrNull(fit.gradientNorm),
    constraintSlack: fit.constraintSlack,
    boundWithoutEffect:
      fit.constraints.length === 0 ? null : fit.constraints.some(({ withoutEffect }) => withoutEffect),
    norm: finiteOrNull(fit.norm),
    epsilon: null,
    predictions: predictionsOf(found),
    nearZero:
      scoreChange === null ? null : found.reduce((count, score) => count + Number(Math.abs(score) <= scoreChange), 0),
  };
}

/** Values of the group columns of an arm together. */
export const groupValuesOf = ({ data }: ExperimentPlan, { group }: StableArm): number =>
  group === null ? 0 : (data.groups[group]?.values.length ?? 0);

/** Scores of the rows of a set. */
export const scoresOf = (classifier: Classifier, { features, rows, columns, groups }: TrainingSet): Float64Array =>
  scores(classifier, features, rows, columns.length, groups);

/** The favourable class where the score is at least 0. */
export const predictionsOf = (found: Float64Array): Uint8Array =>
  Uint8Array.from(found, (score) => (score >= 0 ? 1 : 0));

/** A set as an arm sees it: with its one group column, or none, and without the columns that are hidden from it. */
export const ofArm = (set: TrainingSet, { group, hidden = [] }: StableArm): TrainingSet => ({
  ...withoutColumns(set, hidden),
  groups: set.groups.filter((_, place) => place === group),
});

function withoutColumns(set: TrainingSet, hidden: readonly number[]): TrainingSet {
  if (hidden.length === 0) return set;
  const width = set.columns.length;
  const kept = set.columns.flatMap((_, column) => (hidden.includes(column) ? [] : [column]));
  const features = new Float64Array(set.rows * kept.length);
  let at = 0;
  for (let row = 0; row < set.rows; row++) {
    for (const column of kept) features[at++] = set.features[row * width + column] as number;
  }
  return { ...set, columns: kept.map((column) => set.columns[column] as string), features };
}

interface Kept {
  test?: TrainingSet;
  training?: { readonly repetition: number; readonly set: TrainingSet };
}

/** The arms of a repetition come one after another and share its rows. */
const kept = new WeakMap<ExperimentPlan, Kept>();

function keptOf(plan: ExperimentPlan): Kept {
  const found = kept.get(plan) ?? {};
  kept.set(plan, found);
  return found;
}

function testSet(plan: ExperimentPlan): TrainingSet {
  const of = keptOf(plan);
  of.test ??= pickRows(plan.data, plan.test);
  return of.test;
}

function trainingSet(plan: ExperimentPlan, repetition: number): TrainingSet {
  const of = keptOf(plan);
  if (of.training?.repetition !== repetition) {
    const rows = drawTraining(plan.pool, plan.trainingShare, plan.seed, repetition);
    of.training = { repetition, set: pickRows(plan.data, rows) };
  }
  return of.training.set;
}

const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);
