import { addMultiple, addNormals, innerProduct, type Limits, limitMultipliers } from '@dpfair/stats';
import { independent } from '../independence.js';
import { addSquare } from './add-square.js';

/**
 * Limits that leave no room, `normal x = 0`: each step is the least of the quadratic model that keeps to them. They weigh in the Hessian as much as the
 * largest of the rest, which changes no step that keeps to them, and leaves none that is taken and taken back.
 */
export function fixedLimits(all: readonly Float64Array[]) {
  const places = independent(all);
  const normals = places.map((place) => all[place] as Float64Array);
  const limits: Limits = { normals, bound: 0 };
  const multipliers = new Float64Array(normals.length);
  const weights = new Float64Array(normals.length);
  return {
    /** Of each normal: 0 where others give it, since of multipliers along a dependency any would do. */
    multipliers: (): Float64Array => {
      const ofAll = new Float64Array(all.length);
      places.forEach((place, k) => {
        ofAll[place] = multipliers[k] as number;
      });
      return ofAll;
    },
    addCurvature: (into: Float64Array): void => {
      normals.forEach((normal, k) => {
        const size = normal.length;
        let most = 0;
        for (let i = 0; i < size; i++) most = Math.max(most, into[i * size + i] as number);
        const weight = most / normal.reduce((sum, own) => Math.max(sum, own * own), Number.MIN_VALUE);
        weights[k] = weight;
        addSquare(normal, weight, into);
      });
    },
    /** Adds their part of the Hessian times a vector. */
    addProduct: (vector: Float64Array, into: Float64Array): void => {
      normals.forEach((normal, k) => {
        addMultiple((weights[k] as number) * innerProduct(normal, vector), normal, into);
      });
    },
    /** Takes from a step what leads away; gives the multipliers that do. */
    hold: (solve: (vector: Float64Array) => Float64Array, at: Float64Array, step: Float64Array): Float64Array => {
      const held = limitMultipliers(limits, solve, at, step);
      const back = new Float64Array(at.length);
      addNormals(limits, held, back);
      addMultiple(-1, solve(back), step);
      // A step still moves along normals by rounding, or back to where they are 0: what their weight then does is the multipliers' part.
      return held.map((own, k) => own + (weights[k] as number) * innerProduct(normals[k] as Float64Array, step));
    },
    go: (held: Float64Array, length: number): void => {
      for (let k = 0; k < multipliers.length; k++) {
        const own = multipliers[k] as number;
        multipliers[k] = own + length * ((held[k] as number) - own);
      }
    },
  };
}
