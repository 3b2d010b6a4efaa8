import type { Examples, RiskCause } from '@dpfair/result';
import { boundaryOf } from '../decomposition/boundary-of.js';
import type { Model } from '../models/model.js';
import { totalNorm } from '../training/clipping-rules/total-norm.js';
import { inputNorms } from './input-norms.js';

const CHUNK = 512;

/**
 * Properties of single rows that their excessive risk may come with, at given parameters: the norm of their gradient, the Euclidean norm of their
 * features (without the constant 1), the trace of their Hessian, and 1 - sum of squared class probabilities, which is largest on the
 * boundary between classes (null for models without probabilities).
 */
export function rowProperties(
  model: Model,
  examples: Examples,
  parameters: Float64Array,
): Readonly<Record<RiskCause, Float64Array | null>> {
  const { rows } = examples;
  const all = Int32Array.from({ length: rows }, (_, row) => row);
  const [gradient, trace, boundary] = [rows, rows, rows].map((n) => new Float64Array(n)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const pass = model.open(CHUNK);
  let hasBoundary = true;
  for (let from = 0; from < rows; from += CHUNK) {
    const count = Math.min(CHUNK, rows - from);
    pass.run(parameters, examples, all, from, count);
    for (let k = 0; k < count; k++) {
      gradient[from + k] = totalNorm(pass, k);
      const near = boundaryOf(model, pass.outputs, k);
      if (near === null) hasBoundary = false;
      else boundary[from + k] = near;
    }
  }
  model.traces(parameters, examples, all, trace);
  return {
    'gradient-norm': gradient,
    'input-norm': inputNorms(examples),
    'hessian-trace': trace,
    boundary: hasBoundary ? boundary : null,
  };
}
