/** A population's claim to a seat: how many people, how many seats it holds already, and its place in the list. */
export interface Claim {
  readonly population: number;
  readonly held: number;
  readonly place: number;
}

/**
 * A divisor method: the seat after k seats goes to the largest priority, population / signpost(k). Signposts are between k and
 * k + 1 and do not fall, which makes the method monotone: more seats in all, or more people, never cost a seat.
 */
export interface DivisorMethod {
  readonly kind: 'divisor';
  /** Seats that everyone listed gets whatever the population: 1 where signpost(0) is 0, so that the first claim beats any other. */
  readonly minimum: 0 | 1;
  /** (2 signpost(k))^2, a whole number, so that two claims can be compared without rounding. @param held k, a whole number >= 0. */
  readonly squaredDoubleSignpost: (held: number) => number;
}

/** Quotas rounded down, and the seats that are left to the largest remainders. Not monotone. */
export interface RemainderMethod {
  readonly kind: 'remainder';
  readonly minimum: 0;
}

export type ApportionmentMethod = DivisorMethod | RemainderMethod;

/** The signpost between k and k + 1: an ideal share of seats above it is rounded up. */
export const signpost = (method: DivisorMethod, held: number): number =>
  Math.sqrt(method.squaredDoubleSignpost(held)) / 2;
