import { curvatures } from './hessians/curvatures.js';
import { hessianVector } from './hessians/hessian-vector.js';
import { traces } from './hessians/traces.js';
import type { Model } from './model.js';
import type { ModelDescription } from './model-description.js';
import { initialParameters } from './network/initial-parameters.js';
import { blocksOf, layOut } from './network/network.js';
import { openPass } from './network/open-pass.js';

/**
 * The model that a description stands for. Examples are not checked at each use: see `checkExamples`.
 *
 * @example
 * const model = makeModel(describeModel({ kind: 'softmax', inputs: 4, classes: 3 }));
 * model.parameterCount // 15
 */
export function makeModel(description: ModelDescription): Model {
  const network = layOut(description);
  const curvaturesAlong = curvatures(network);
  return {
    description,
    parameterCount: network.parameterCount,
    blocks: blocksOf(network),
    convex: network.unit === null,
    initial: (stream) => initialParameters(network, description.activation, stream),
    open: (capacity) => openPass(network, capacity),
    addHessianVector: hessianVector(network),
    curvatures: (parameters, examples, rows, vector, out) =>
      curvaturesAlong(parameters, examples, rows, [vector], [out]),
    curvaturesAlong,
    traces: traces(network),
  };
}
