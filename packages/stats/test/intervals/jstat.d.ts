/** The part of jStat that serves as an oracle in mid-range; the package has no types. */
declare module 'jstat' {
  export const jStat: {
    readonly studentt: { inv(p: number, degreesOfFreedom: number): number };
    readonly beta: { inv(p: number, a: number, b: number): number };
    readonly normal: { cdf(x: number, mean: number, deviation: number): number };
  };
}
