export type { CanaryPlan } from './attacks/canary-plan.js';
export { attackHere, type CanaryScores, canaryTask } from './attacks/canary-task.js';
export { type AttackedRows, type AttackScores, attackScores, type Difficulties } from './attacks/membership-scores.js';
export { referenceLosses } from './attacks/reference-losses.js';
export {
  type ClippingOrder,
  type ClippingOrderVariant,
  clippingOrder,
  type GroupGradient,
} from './bounds/clipping-order.js';
export { epsilonOf } from './budget/epsilon-of.js';
export { releasesOf, type TrainingReleases } from './budget/releases-of.js';
export { type TrainingBudget, withinBudget } from './budget/within-budget.js';
export { causesOfRisk } from './causes/causes-of-risk.js';
export { pearsonCorrelation, spearmanCorrelation } from './causes/correlation.js';
export { rowProperties } from './causes/row-properties.js';
export {
  type PathRecord,
  pathRecorder,
  type RecordedColumn,
  type RecordedPath,
  recordedColumns,
} from './decomposition/path-recorder.js';
export { type StepTerms, splitStep } from './decomposition/split-step.js';
export { type MeasuredStep, openStepMeter, type StepMeterOptions } from './decomposition/step-meter.js';
export type { StepMoments } from './decomposition/step-moments.js';
export { type TrackedRows, trackedRows } from './decomposition/tracked-rows.js';
export { type Evaluation, evaluate, type Performance } from './evaluation/evaluate.js';
export { pickExamples } from './examples/pick-examples.js';
export { type LoggedStep, logLine } from './log/log-line.js';
export { type LogTrackerOptions, logTracker } from './log/log-tracker.js';
export type { LoggedTraining } from './log/logged-training.js';
export { type PathFromLogsOptions, pathFromLogs } from './log/path-from-logs.js';
export { type LogsSummary, summarizeLogs } from './log/summarize-logs.js';
export { checkExamples } from './models/check-examples.js';
export { describeModel, type ModelChoice } from './models/describe-model.js';
export { denseHessian } from './models/hessians/dense-hessian.js';
export { type HutchinsonTraces, hutchinsonTraces, type TraceEstimate } from './models/hessians/hutchinson-traces.js';
export { largestHessianEigenvalue } from './models/hessians/largest-hessian-eigenvalue.js';
export { makeModel } from './models/make-model.js';
export type { Model, ParameterBlock, Pass } from './models/model.js';
export {
  type Activation,
  activations,
  type LossName,
  lossNames,
  type ModelDescription,
  type ModelKind,
  modelKinds,
} from './models/model-description.js';
export { predict, readTrainedModel, type TrainedModel } from './models/trained-model.js';
export { type ExactRisk, exactRisk, hasExactRisk } from './perturbation/exact-risk.js';
export { type LossConditions, lossConditions } from './perturbation/loss-conditions.js';
export { type MinimizeOptions, type Minimum, minimize } from './perturbation/minimize.js';
export {
  type ObjectivePerturbation,
  type ObjectivePerturbationOptions,
  objectivePerturbation,
} from './perturbation/objective-perturbation.js';
export {
  type OutputPerturbation,
  type OutputPerturbationOptions,
  outputPerturbation,
} from './perturbation/output-perturbation.js';
export {
  type PerturbationPlan,
  type PerturbedRelease,
  perturbationTask,
  perturbHere,
  soundReleases,
} from './perturbation/perturbation-plan.js';
export { type PerturbationSummary, summarizePerturbation } from './perturbation/summarize-perturbation.js';
export { type EqualisedLosses, type EqualisingOptions, equaliseLosses } from './pruning/equalise-losses.js';
export { type MagnitudeMask, magnitudeMask } from './pruning/magnitude-mask.js';
export type { PruningPlan } from './pruning/pruning-plan.js';
export { pruneHere, pruningTask } from './pruning/pruning-task.js';
export { applyRemedy, type RemedyPlan } from './remedies/apply-remedy.js';
export { compareRemedies, type RemediedTraining } from './remedies/compare-remedies.js';
export { type Remedy, type RemedyId, type RemedyKind, type RemedySetting, remedyIds } from './remedies/remedy.js';
export { remedyKinds } from './remedies/remedy-kinds.js';
export { ended, privateParameters } from './repetitions/ended.js';
export { type Repetition, runRepetition, type TrainedSide } from './repetitions/run-repetition.js';
export type { Tracking, TrainingPlan } from './repetitions/training-plan.js';
export { type TrainingOutput, trainHere, trainingTask } from './repetitions/training-task.js';
export { nothing, overRepetitions } from './summary/over-repetitions.js';
export { type RunSummary, summarizeRun } from './summary/summarize-run.js';
export { type SweptTraining, summarizeSweep } from './sweeps/summarize-sweep.js';
export { type SweepOptions, type SweepParameter, type SweepPlan, sweepPlans } from './sweeps/sweep-plans.js';
export type { BatchNorms, Clipping, ClippingInForce, ClippingRule, SeenBatch } from './training/clipping.js';
export { clippingDefaults } from './training/clipping-defaults.js';
export { clippingRule } from './training/clipping-rule.js';
export {
  type Descended,
  type DescentCompany,
  type DescentPlan,
  type DescentPrivacy,
  descend,
  type FeatureHook,
  type GradientHook,
} from './training/descent.js';
export { type OptimizerName, optimizerNames } from './training/optimizer.js';
export type { Tracker, TrainingStart, TrainingStep } from './training/tracker.js';
