import { roomOf } from './hinge-limits.js';

/** A step of what rows have of their own. */
export interface Direction {
  readonly overs: Float64Array;
  readonly unders: Float64Array;
  readonly duals: Float64Array;
}

/**
 * What the interior-point method keeps of each row: how far its margin is over and under the corner (`over - under = margin - 1`, both above 0) and its
 * dual within 0 and 1. At the minimum `over x dual = 0` and `under x (1 - dual) = 0`; on the way both have a common value, the complementarity.
 */
export function openRows(labels: Int8Array) {
  const count = labels.length;
  const overs = new Float64Array(count).fill(1);
  const unders = new Float64Array(count).fill(2);
  const duals = new Float64Array(count).fill(0.5);
  /** 1 - dual, kept apart since a dual comes as near to 1 as to 0. */
  const rests = new Float64Array(count).fill(0.5);
  /** Margin - 1. */
  const offs = new Float64Array(count).fill(-1);

  const curvature = (row: number) => {
    return 1 / ((overs[row] as number) / (duals[row] as number) + (unders[row] as number) / (rests[row] as number));
  };
  /** What the dual's step is, but for the part that the margin's move takes. */
  const wish = (row: number, target: number, predicted: Direction | null) => {
    const [over, under] = targetsOf(row, target, predicted);
    return curvature(row) * (over / (duals[row] as number) - under / (rests[row] as number) - (offs[row] as number));
  };
  const targetsOf = (row: number, target: number, predicted: Direction | null): readonly [number, number] => {
    if (predicted === null) return [target, target];
    const moved = predicted.duals[row] as number;
    return [target - (predicted.overs[row] as number) * moved, target + (predicted.unders[row] as number) * moved];
  };
  const sumAfter = (step: Direction | null, length: number): number => {
    const at = step ?? still;
    let sum = 0;
    for (let row = 0; row < count; row++) {
      const moved = length * (at.duals[row] as number);
      sum += ((overs[row] as number) + length * (at.overs[row] as number)) * ((duals[row] as number) + moved);
      sum += ((unders[row] as number) + length * (at.unders[row] as number)) * ((rests[row] as number) - moved);
    }
    return sum;
  };
  const still: Direction = {
    overs: new Float64Array(count),
    unders: new Float64Array(count),
    duals: new Float64Array(count),
  };
  return {
    duals,
    /** Takes the margins of these scores. */
    meet: (scores: Float64Array): void => {
      for (let row = 0; row < count; row++) offs[row] = (labels[row] as number) * (scores[row] as number) - 1;
    },
    /** Sets `into` to each row's weight in the Hessian. */
    curvatures: (into: Float64Array): void => {
      for (let row = 0; row < count; row++) into[row] = curvature(row) / count;
    },
    /** Sets `into` to each row's pull at its score. */
    pull: (target: number, predicted: Direction | null, into: Float64Array): void => {
      for (let row = 0; row < count; row++) {
        into[row] = ((labels[row] as number) * ((duals[row] as number) + wish(row, target, predicted))) / count;
      }
    },
    /** The rows' part of a step that moves scores so. */
    direction: (target: number, predicted: Direction | null, moves: Float64Array): Direction => {
      const step = { overs: new Float64Array(count), unders: new Float64Array(count), duals: new Float64Array(count) };
      for (let row = 0; row < count; row++) {
        const [over, under] = targetsOf(row, target, predicted);
        const move = wish(row, target, predicted) - curvature(row) * (labels[row] as number) * (moves[row] as number);
        step.duals[row] = move;
        step.overs[row] = (over - (overs[row] as number) * move) / (duals[row] as number) - (overs[row] as number);
        step.unders[row] = (under + (unders[row] as number) * move) / (rests[row] as number) - (unders[row] as number);
      }
      return step;
    },
    /** Products of slack and price that there are. */
    products: 2 * count,
    /** Sum of the products after a step of this length. */
    sumAfter,
    /** The part of a step, at most 1, at which something would vanish. */
    room: (step: Direction): number => {
      let room = 1;
      for (let row = 0; row < count; row++) {
        const moved = step.duals[row] as number;
        room = Math.min(room, roomOf(duals[row] as number, moved), roomOf(rests[row] as number, -moved));
        room = Math.min(room, roomOf(overs[row] as number, step.overs[row] as number));
        room = Math.min(room, roomOf(unders[row] as number, step.unders[row] as number));
      }
      return room;
    },
    go: (step: Direction, length: number): void => {
      for (let row = 0; row < count; row++) {
        duals[row] = (duals[row] as number) + length * (step.duals[row] as number);
        rests[row] = (rests[row] as number) - length * (step.duals[row] as number);
        overs[row] = (overs[row] as number) + length * (step.overs[row] as number);
        unders[row] = (unders[row] as number) + length * (step.unders[row] as number);
      }
    },
  };
}
