import type { Layer } from '../network/network.js';

/** Directions of a model without hidden layers, side by side, so that a row of features meets them all at once. */
export interface PackedDirections {
  /** Inputs x width: the weights of direction d begin at column `d x outputs`. */
  readonly matrix: Float64Array;
  /** Biases in the same order. */
  readonly biases: Float64Array;
  /** Directions x outputs, filled up to a multiple of eight, so that the kernel takes four columns at a time at least. */
  readonly width: number;
}

/** Lays the directions out. Numbers that are added up stay in their order, so that a curvature does not depend on its company. */
export function packDirections(layer: Layer, vectors: readonly Float64Array[]): PackedDirections {
  const { inputs, outputs, weights, biases: biasesAt } = layer;
  const width = Math.ceil((vectors.length * outputs) / 8) * 8;
  const matrix = new Float64Array(inputs * width);
  const biases = new Float64Array(width);
  vectors.forEach((vector, d) => {
    for (let j = 0; j < outputs; j++) {
      const column = d * outputs + j;
      biases[column] = vector[biasesAt + j] as number;
      for (let i = 0; i < inputs; i++) matrix[i * width + column] = vector[weights + i * outputs + j] as number;
    }
  });
  return { matrix, biases, width };
}
