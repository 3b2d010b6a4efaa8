export type { StepTerms } from './decomposition/step-terms.js';
export { describeModel, type ModelChoice } from './models/describe-model.js';
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
export type { Clipping, ClippingInForce } from './training/clipping.js';
export type { Tracker, TrainingStart, TrainingStep } from './training/tracker.js';
