import { badModelChoice } from './messages.js';
import {
  type Activation,
  activations,
  type LossName,
  type ModelDescription,
  type ModelKind,
} from './model-description.js';

/** What a model is made for. */
export interface ModelChoice {
  readonly kind: ModelKind;
  /** Number of features: an integer >= 1. */
  readonly inputs: number;
  /** Number of classes of the target: 2 or more, or 0 where it is a number. */
  readonly classes: number;
  /** Units of each hidden layer of a network: one or two integers >= 1. @default [128] for a network, else [] */
  readonly hidden?: readonly number[];
  /** Of the hidden units of a network. @default 'relu' */
  readonly activation?: Activation;
  /** Half the width of the bend of the smooth hinge of an svm, as a margin > 0. @default 0.5 */
  readonly hingeWidth?: number;
}

/**
 * The description of a model for so many features and classes. A network has the squared loss where the target is a number, the
 * logistic loss with one output for two classes, and softmax for more.
 *
 * @throws DpfairError usage, where kind, classes and layers do not go together.
 * @example
 * describeModel({ kind: 'network', inputs: 4, classes: 3, hidden: [8] }).loss // 'softmax'
 */
export function describeModel(choice: ModelChoice): ModelDescription {
  const { kind, inputs, classes, activation = 'relu', hingeWidth = 0.5 } = choice;
  const hidden = choice.hidden ?? (kind === 'network' ? [128] : []);
  if (!(Number.isInteger(inputs) && inputs >= 1)) throw badModelChoice('features', inputs, 'an integer >= 1');
  checkLayers(kind, hidden);
  if (!activations.includes(activation)) throw badModelChoice('activation', activation, activations.join(', '));
  if (!(hingeWidth > 0 && hingeWidth < Number.POSITIVE_INFINITY)) {
    throw badModelChoice('width of the hinge', hingeWidth, 'a finite number > 0');
  }
  const loss = lossOf(kind, classes);
  return {
    kind,
    inputs,
    hidden: [...hidden],
    activation: hidden.length === 0 ? null : activation,
    outputs: loss === 'softmax' ? classes : 1,
    loss,
    hingeWidth: loss === 'smooth-hinge' ? hingeWidth : null,
  };
}

function checkLayers(kind: ModelKind, hidden: readonly number[]): void {
  const [fewest, most] = kind === 'network' ? [1, 2] : [0, 0];
  if (hidden.length < fewest || hidden.length > most) {
    throw badModelChoice(`hidden layers of model ${kind}`, hidden.length, kind === 'network' ? '1 or 2' : '0');
  }
  for (const units of hidden) {
    if (!(Number.isInteger(units) && units >= 1)) throw badModelChoice('hidden units', units, 'an integer >= 1');
  }
}

function lossOf(kind: ModelKind, classes: number): LossName {
  if (!(Number.isInteger(classes) && classes >= 0) || classes === 1) {
    throw badModelChoice(`classes for model ${kind}`, classes, '2 or more, or 0 for a number as target');
  }
  switch (kind) {
    case 'linear':
      if (classes !== 0) throw badModelChoice('classes for model linear', classes, '0: its target is a number');
      return 'squared';
    case 'logistic':
    case 'svm':
      if (classes !== 2) throw badModelChoice(`classes for model ${kind}`, classes, '2');
      return kind === 'svm' ? 'smooth-hinge' : 'logistic';
    case 'softmax':
      if (classes === 0) throw badModelChoice('classes for model softmax', classes, '2 or more');
      return 'softmax';
    case 'network':
      return classes === 0 ? 'squared' : classes === 2 ? 'logistic' : 'softmax';
    default:
      throw badModelChoice('model', kind, 'logistic, softmax, linear, svm, network');
  }
}
