import { addMultiple, innerProduct, type Limits } from '@dpfair/stats';
import { addSquare } from './add-square.js';

/** A step of what one side of the limits has. */
interface Side {
  readonly slacks: Float64Array;
  readonly prices: Float64Array;
}

/** A step of both sides. */
export interface LimitsDirection {
  readonly upper: Side;
  readonly lower: Side;
}

/** Product of slack and price at the start, about that of rows. */
const START = 0.75;

/**
 * What the interior-point method keeps of limits `|normal x| <= bound`, the bound above 0: how far the point is from both sides and a price of each, all above 0. At the
 * minimum `slack x price = 0`; a multiplier is the price of the upper side less that of the lower one.
 *
 * @param weight How much their products count beside those of rows, each of which is a part of a mean: from 1 to the number of rows. With 1 a limit keeps the
 *   point away for long, with the number of rows it lets it come so near that rounding decides; in between, at the root, it takes the fewest steps.
 */
export function openLimits({ normals, bound }: Limits, weight: number) {
  const count = normals.length;
  const open = (): Side => ({
    slacks: new Float64Array(count).fill(bound),
    prices: new Float64Array(count).fill(START / weight / bound),
  });
  const sides = { upper: open(), lower: open() };
  /** What a side's price becomes, but for the part that the point's move takes. */
  const wish = ({ slacks, prices }: Side, k: number, target: number, predicted: Side | undefined) => {
    const left = predicted ? (predicted.slacks[k] as number) * (predicted.prices[k] as number) : 0;
    return {
      price: (target / weight - left) / (slacks[k] as number),
      stiffness: (prices[k] as number) / (slacks[k] as number),
    };
  };
  const stiffnessOf = (k: number) =>
    wish(sides.upper, k, 0, undefined).stiffness + wish(sides.lower, k, 0, undefined).stiffness;
  const sideOf = (
    side: Side,
    sign: number,
    moves: readonly number[],
    target: number,
    predicted: Side | undefined,
  ): Side => ({
    slacks: Float64Array.from(moves, (move) => -sign * move),
    prices: Float64Array.from(moves, (move, k) => {
      const { price, stiffness } = wish(side, k, target, predicted);
      return price + sign * stiffness * move - (side.prices[k] as number);
    }),
  });
  const each = (step: LimitsDirection) =>
    [
      [sides.upper, step.upper],
      [sides.lower, step.lower],
    ] as const;
  const still: LimitsDirection = {
    upper: { slacks: new Float64Array(count), prices: new Float64Array(count) },
    lower: { slacks: new Float64Array(count), prices: new Float64Array(count) },
  };
  return {
    /** Products of slack and price that there are. */
    products: 2 * count,
    multipliers: (): Float64Array => sides.upper.prices.map((price, k) => price - (sides.lower.prices[k] as number)),
    /** Adds their part of the lower triangle of the Hessian. */
    addCurvature: (into: Float64Array): void => {
      normals.forEach((normal, k) => {
        addSquare(normal, stiffnessOf(k), into);
      });
    },
    /** Adds their part of the Hessian times a vector. */
    addProduct: (vector: Float64Array, into: Float64Array): void => {
      normals.forEach((normal, k) => {
        addMultiple(stiffnessOf(k) * innerProduct(normal, vector), normal, into);
      });
    },
    /** Adds their pull at the point. */
    addPull: (target: number, predicted: LimitsDirection | null, into: Float64Array): void => {
      normals.forEach((normal, k) => {
        const upper = wish(sides.upper, k, target, predicted?.upper).price;
        addMultiple(wish(sides.lower, k, target, predicted?.lower).price - upper, normal, into);
      });
    },
    /** Their part of a step of the point. */
    direction: (target: number, predicted: LimitsDirection | null, step: Float64Array): LimitsDirection => {
      const moves = normals.map((normal) => innerProduct(normal, step));
      return {
        upper: sideOf(sides.upper, 1, moves, target, predicted?.upper),
        lower: sideOf(sides.lower, -1, moves, target, predicted?.lower),
      };
    },
    /** Sum of the products after a step of this length. */
    sumAfter: (step: LimitsDirection | null, length: number): number =>
      weight *
      each(step ?? still).reduce(
        (sum, [{ slacks, prices }, move]) =>
          slacks.reduce((part, slack, k) => {
            const price = (prices[k] as number) + length * (move.prices[k] as number);
            return part + (slack + length * (move.slacks[k] as number)) * price;
          }, sum),
        0,
      ),
    /** The part of a step, at most 1, at which something would vanish. */
    room: (step: LimitsDirection): number =>
      each(step).reduce((room, [{ slacks, prices }, move]) => {
        let part = room;
        for (let k = 0; k < count; k++) {
          part = Math.min(part, roomOf(slacks[k] as number, move.slacks[k] as number));
          part = Math.min(part, roomOf(prices[k] as number, move.prices[k] as number));
        }
        return part;
      }, 1),
    go: (step: LimitsDirection, length: number): void => {
      for (const [{ slacks, prices }, move] of each(step)) {
        addMultiple(length, move.slacks, slacks);
        addMultiple(length, move.prices, prices);
      }
    },
  };
}

/** The part of a step at which a positive value would vanish, at most 1. */
export const roomOf = (value: number, step: number): number => Math.min(1, step < 0 ? -value / step : 1);
