/**
 * How a fit of stable and fair classification can end, in words; null where nothing is to be said. The three that say what the rows lack are those
 * of draws that nothing can be fitted to.
 */
export const stableEndings = {
  minimum: null,
  'partly-separated':
    'at lambda 0 the loss of some rows falls towards 0 as their weights grow without end; the rest is at its minimum',
  separated:
    'at lambda 0 a classifier separates the classes: the loss falls towards 0 as its weights grow, and has no minimum',
  saddle: 'the gradient vanishes at a point that is not a minimum',
  steps: 'the steps were used up',
  stuck: 'rounding hides the way down',
  'one-class': 'all rows that were drawn for training are of one class',
  'one-group': 'all rows that were drawn for training are of one group',
  'nothing-varies': 'no column varies in the rows that were drawn for training',
  ended: null,
  diverged: 'the descent diverged',
} as const;

/** How a fit of stable and fair classification ended. */
export type StableEnding = keyof typeof stableEndings;
