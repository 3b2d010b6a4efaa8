/** A value of 0 or more that is certainly not below the exact one, where the computed one is off by at most 7 ulps. */
export function roundUp(value: number): number {
  return value * (1 + 2 ** -49);
}
