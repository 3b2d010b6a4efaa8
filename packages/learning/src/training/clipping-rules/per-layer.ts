import type { ClippingInForce, ClippingRule } from '../clipping.js';
import { Workspace } from './workspace.js';

/** Each layer to C / sqrt(layers), so that the whole gradient is at most C long. McMahan et al. (2018), section 3. */
export function perLayerRule(bound: number, layers: number): ClippingRule {
  const limit = bound / Math.sqrt(layers);
  const spaces = Array.from({ length: layers }, () => new Workspace());
  const marks = new Workspace();
  const inForce: ClippingInForce = {
    sensitivity: bound,
    factors: ({ squaredNorms, count }) =>
      squaredNorms.map((squares, layer) => {
        const factors = (spaces[layer] as Workspace).factors(count);
        for (let k = 0; k < count; k++) {
          const norm = Math.sqrt(squares[k] as number);
          factors[k] = norm > limit ? limit / norm : 1;
        }
        return factors;
      }),
    clips({ squaredNorms, count }) {
      const clips = marks.clips(count);
      for (let k = 0; k < count; k++)
        clips[k] = squaredNorms.some((squares) => Math.sqrt(squares[k] as number) > limit) ? 1 : 0;
      return clips;
    },
  };
  return { next: () => inForce, counts: [] };
}
