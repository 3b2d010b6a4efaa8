import { makeOutputLoss } from '../losses/make-output-loss.js';
import type { OutputLoss } from '../losses/output-loss.js';
import type { ParameterBlock } from '../model.js';
import type { ModelDescription } from '../model-description.js';
import type { HiddenUnit } from './hidden-unit.js';
import { hiddenUnits } from './hidden-units.js';

/** Where the parameters of a layer are: weights inputs x outputs, row after row, then biases. */
export interface Layer {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: number;
  readonly biases: number;
}

/** What a description stands for. */
export interface Network {
  readonly layers: readonly Layer[];
  /** Null where there are no hidden layers. */
  readonly unit: HiddenUnit | null;
  readonly loss: OutputLoss;
  readonly parameterCount: number;
}

/** Lays the parameters out, layer after layer. */
export function layOut(description: ModelDescription): Network {
  const widths = [description.inputs, ...description.hidden, description.outputs];
  const layers: Layer[] = [];
  let place = 0;
  for (let l = 1; l < widths.length; l++) {
    const inputs = widths[l - 1] as number;
    const outputs = widths[l] as number;
    layers.push({ inputs, outputs, weights: place, biases: place + inputs * outputs });
    place += (inputs + 1) * outputs;
  }
  const unit = description.activation === null ? null : hiddenUnits[description.activation];
  return { layers, unit, loss: makeOutputLoss(description), parameterCount: place };
}

/** The layers as blocks with names. */
export function blocksOf(network: Network): readonly ParameterBlock[] {
  return network.layers.map(({ inputs, outputs, weights }, l) => ({
    name: `layer ${l + 1}`,
    start: weights,
    length: (inputs + 1) * outputs,
  }));
}
