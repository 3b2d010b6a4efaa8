// Feldman and Vondrak, Generalization bounds for uniformly stable algorithms (NeurIPS 2018), with the constants as Huang and Vishnoi quote it.

/** What a generalisation bound depends on. */
export interface GeneralisationQuestion {
  /** Uniform stability, in units of the loss. */
  readonly uniform: number;
  /** Training rows. */
  readonly rows: number;
  /** Within (0, 1). */
  readonly confidence: number;
  /** The loss lies within 0 and this, above 0. @default 1 */
  readonly largestLoss?: number;
}

/**
 * With this confidence the expected loss is at most the loss on the training rows plus `M 8 sqrt((2 uniform / M + 1 / rows) ln(8 / delta))`,
 * delta being 1 - confidence and M the largest loss. In units of the loss. It says something only where it is below M.
 *
 * @example
 * generalisationBound({ uniform: 0, rows: 1e6, confidence: 0.92 }) // 0.008 sqrt(ln 100) = 0.01716...
 */
export function generalisationBound({ uniform, rows, confidence, largestLoss = 1 }: GeneralisationQuestion): number {
  const spread = (2 * uniform) / largestLoss + 1 / rows;
  return largestLoss * 8 * Math.sqrt(spread * Math.log(8 / (1 - confidence)));
}
