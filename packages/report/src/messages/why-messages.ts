import type { Bound, Cause } from '@dpfair/result';

/** Causes of a bias and bounds, in words. Every argument is text that is already formatted. */
export const whyMessages = {
  heading: () => 'Why',
  causes: {
    curvature: { label: 'curvature', meaning: 'shares bend with the counts, so that noise does not cancel' },
    'higher-orders': { label: 'higher orders of curvature', meaning: 'what the second order of the noise leaves out' },
    'known-total': { label: 'the known total', meaning: 'noise that keeps the total moves shares less' },
    'non-negativity': { label: 'non-negativity', meaning: 'noise below zero is cut off, noise above is not' },
    'threshold-shape': {
      label: 'the step at the threshold',
      meaning: 'a rule turns noise of both signs into wrong answers of one',
    },
  } satisfies Readonly<Record<Cause, { label: string; meaning: string }>>,
  where: (at: string, post: string) => `${at}, with ${post},`,
  alone: (where: string, cause: string, meaning: string) =>
    `${where} all of the gains and losses come from ${cause}: ${meaning}.`,
  parts: (where: string, parts: string) => `${where} the gains and losses come from ${parts}.`,
  part: (percent: string, cause: string, meaning: string) => `${cause} (${percent}: ${meaning})`,
  split: () => 'Percentages are of the sum of the sizes of all parts; parts of opposite sign can cancel.',
  nothing: (where: string) => `${where} nothing biases the outcome.`,
  notSplit: (where: string, reason: string) => `${where} the causes are not told apart: ${reason}.`,
  uniform: (text: string, reason: string) => `Whatever the counts are, the gap is at most ${text} here: ${reason}.`,
  noUniform: (reason: string) => `No gap that holds for all counts is known here: ${reason}.`,
  title: (where: string, cause: string, percent: string) => `${where} ${percent} of the gains and losses is ${cause}`,
  explanation: (shown: string, styles: string) =>
    `The entities harmed and helped most (${shown}), each side with a scale of its own; bars are split by cause: ${styles}. The diamond is the sum, the zero line is equal treatment.`,
  style: (pattern: string, cause: string) => `${pattern}: ${cause}`,
  patterns: ['solid', 'striped', 'dotted', 'dashed', 'hatched'],
  alt: (shown: string, finding: string) => `Bars of gain or loss split by cause for ${shown} entities. ${finding}.`,
  harmed: () => 'Harmed most',
  helped: () => 'Helped most',
  x: (unit: string) => `gain or loss (${unit})`,
  entity: () => 'entity',
  sum: () => 'sum',
  boundsHeading: () => 'Bounds',
  boundsCaption: () => 'What must hold whatever was estimated: bounds beside the estimates, and the room they leave',
  boundsNote: () =>
    'A bound that is far from its estimate is loose, not wrong; an estimate outside its bound by more than its own interval would be a fault.',
  columns: () => [
    'noise',
    'post-processing',
    'bound',
    'what is bounded',
    'at least',
    'estimate',
    'at most',
    'room',
    'source',
  ],
  quantities: {
    alpha: 'gap (alpha)',
    'largest-bias': 'largest gain or loss',
    threshold: 'mean threshold of the projection',
    variance: 'variance of one released count',
    'cost-of-privacy': 'cost of privacy',
  } satisfies Readonly<Record<Bound['quantity'], string>>,
  bounds: {
    'clipping-gap': 'gap of clipping, and the threshold',
    'gaussian-bracket': 'bracket for Gaussian noise',
    threshold: 'the threshold itself',
    'smallest-count': 'smallest count, length of the noise',
    'smallest-count-by-range': 'smallest count, width of the simplex',
    'known-total': 'known total',
    'half-l1': 'half of all gains and losses',
    'any-dependence': 'single comparisons, any dependence',
  } as Readonly<Record<string, string>>,
} as const;
