import type { Measured } from '@dpfair/result';

/** A number that lies from 0 to 1 whatever happens, with the ends of its interval brought back there: what is beyond is impossible. */
export function asFraction({ estimate, lower, upper }: Measured): Measured {
  return { estimate, lower: lower && Math.max(0, lower), upper: upper && Math.min(1, upper) };
}
