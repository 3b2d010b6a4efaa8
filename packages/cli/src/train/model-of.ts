import { describeModel, type ModelDescription, makeModel } from '@dpfair/learning';
import { DpfairError, type ModelSummary } from '@dpfair/result';
import { trainFaults } from '../messages/train.js';
import type { TrainSpec } from '../spec/train/train-spec.js';
import type { LoadedExamples } from './load-examples.js';

/** The model of a spec for its examples. @throws DpfairError `usage` for classes that it does not take */
export function modelOf(spec: TrainSpec, { training, prepared }: LoadedExamples): ModelDescription {
  const { classNames, featureNames } = training;
  if ((spec.model === 'logistic' || spec.model === 'svm') && classNames.length > 2) {
    throw new DpfairError('usage', trainFaults.classesOfModel(spec.model, prepared.data.label, classNames));
  }
  return describeModel({
    kind: spec.model,
    inputs: featureNames.length,
    classes: classNames.length,
    hidden: spec.hidden,
    ...(spec.activation === null ? {} : { activation: spec.activation }),
  });
}

/** A model as a result says it. */
export function modelSummary(description: ModelDescription): ModelSummary {
  const { kind, inputs, hidden, activation, outputs, loss } = description;
  const { parameterCount, convex } = makeModel(description);
  return { kind, inputs, hidden: [...hidden], activation, outputs, loss, parameters: parameterCount, convex };
}
