/** The five-district pattern of the worked examples, repeated; weights alternate likewise. */
export const repeated = (pattern: readonly number[], times: number): Float64Array =>
  Float64Array.from({ length: pattern.length * times }, (_, i) => pattern[i % pattern.length] as number);

export const pattern = [0, 3, 10, 40, 200] as const;
export const patternWeights = [1, 1.2, 0.8, 1, 1.1] as const;

export const spread = (values: ArrayLike<number>): number =>
  Math.max(...Array.from(values)) - Math.min(...Array.from(values));
export const total = (values: ArrayLike<number>): number => Array.from(values).reduce((s, v) => s + v, 0);
