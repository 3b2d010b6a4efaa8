export const modelKinds = ['logistic', 'softmax', 'linear', 'svm', 'network'] as const;
/** What `--model` names. */
export type ModelKind = (typeof modelKinds)[number];

export const activations = ['relu', 'tanh'] as const;
/** What a hidden unit does to its input. */
export type Activation = (typeof activations)[number];

export const lossNames = ['logistic', 'softmax', 'squared', 'smooth-hinge'] as const;
/** Loss of the outputs of a model: see `outputLoss`. */
export type LossName = (typeof lossNames)[number];

/**
 * A model as plain data. A linear model is one without hidden layers, so that there is one implementation of all of them:
 * `outputs = W_L a(W_(L-1) a(... x + b) + b) + b`, and the loss of the outputs.
 */
export interface ModelDescription {
  readonly kind: ModelKind;
  /** Number of features. */
  readonly inputs: number;
  /** Units of each hidden layer, none to two of them. */
  readonly hidden: readonly number[];
  /** Of the hidden units; null where there are none. */
  readonly activation: Activation | null;
  /** 1 for logistic, squared and smooth-hinge losses, the number of classes for softmax. */
  readonly outputs: number;
  readonly loss: LossName;
  /** Half the width of the bend of the smooth hinge, as a margin; null for other losses. */
  readonly hingeWidth: number | null;
}
