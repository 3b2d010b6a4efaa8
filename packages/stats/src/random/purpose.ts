/**
 * What randomness is drawn for. Each purpose has its own part of the counter space, so noise, bootstrap and data never share
 * a draw. The numbers are part of the meaning of a seed: never change or reuse one.
 */
export const purposeNumbers = {
  /** Mechanism noise of an audit. */
  noise: 1,
  /** Multipliers and resampling of confidence intervals. */
  bootstrap: 2,
  /** Synthetic data. */
  generator: 3,
  /** Tests of the house itself. */
  test: 4,
  /** Splits of data into training and test rows. */
  split: 5,
  /** Sampling error of published estimates. */
  sampling: 6,
  /** Noise of what a substitute for a decision releases besides the counts. */
  extra: 7,
  /** Which rows are in a batch. */
  batch: 8,
  /** Starting parameters of a model. */
  initial: 9,
  /** Random directions that estimate traces and variances. */
  probe: 10,
  /** Noise that smooths a classifier. */
  smoothing: 11,
} as const;

/** The name of a purpose. */
export type Purpose = keyof typeof purposeNumbers;

/** Which layout of draws a counter belongs to: the second byte of its last word, so that layouts never share a draw either. */
export type Layout = keyof typeof layoutNumbers;

const layoutNumbers = { 'laplace-row': 0, 'gaussian-row': 1, stream: 2 } as const;

/** Last word of the counter: layout times 256 plus purpose. */
export function counterTag(purpose: Purpose, layout: Layout): number {
  return layoutNumbers[layout] * 256 + purposeNumbers[purpose];
}
