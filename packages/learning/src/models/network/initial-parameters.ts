// Source: He, Zhang, Ren, Sun (ICCV 2015), section 2.2, for ReLU; LeCun, Bottou, Orr, Mueller (1998), section 4.6, for tanh and outputs.
import type { RandomStream } from '@dpfair/stats';
import type { Activation } from '../model-description.js';
import type { Network } from './network.js';

/**
 * Where training begins: zeros without hidden layers, since the loss is convex; else weights from a normal distribution with variance
 * 2 / inputs for layers that feed ReLU units and 1 / inputs for others, and biases 0.
 */
export function initialParameters(network: Network, activation: Activation | null, stream: RandomStream): Float64Array {
  const parameters = new Float64Array(network.parameterCount);
  const { layers } = network;
  if (layers.length === 1) return parameters;
  layers.forEach(({ inputs, weights, biases }, l) => {
    const gain = activation === 'relu' && l < layers.length - 1 ? 2 : 1;
    const deviation = Math.sqrt(gain / inputs);
    for (let k = weights; k < biases; k++) parameters[k] = deviation * stream.nextGaussian();
  });
  return parameters;
}
