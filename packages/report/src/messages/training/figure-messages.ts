/** Titles and words of the figures of private training. Every argument is text that is already formatted. */
export const trainingFigureWords = {
  step: () => 'step',
  loss: () => 'mean loss',
  risk: () => 'excessive risk',
  clippingPart: () => 'part from clipping',
  noisePart: () => 'part from noise',
  line: () => 'excessive risk',
  riskText: (risk: string) => `in the end ${risk}`,
  notAll: (shown: string, all: string) =>
    ` Drawn are ${shown} of ${all} groups, those whose loss changes most; all are in the table.`,

  learningTitle: (group: string, part: string) => `${group} bears most, and ${part} is the larger part of it`,
  learningTitleOpen: (group: string) => `${group} bears most; whether for clipping or for noise cannot be told`,
  learningTitleUnsure: () => 'Who bears most of the cost of privacy cannot be told',
  clipping: () => 'clipping',
  noise: () => 'noise',
  learningExplanation: (label: string, confidence: string) =>
    `${label}: loss with privacy minus loss without, along the training, split into what clipping alone costs and what noise adds to it. Parts below zero take away. The grey band is the ${confidence} interval of the line over repetitions; all panels share their scales.`,
  learningAlt: (groups: string, title: string) =>
    `Stacked areas of the parts of excessive risk from clipping and from noise against steps, a panel for each of ${groups} groups, with the line of their sum. ${title}.`,
  learningColumns: () => [
    'group',
    'step',
    'loss without',
    'loss with',
    'excessive risk',
    'from clipping',
    'from noise',
  ],

  sumsTitle: (group: string, sum: string, risk: string) =>
    `The clipping terms of all steps add up to ${sum} for ${group}, and later steps repair most of it: ${risk} is left`,
  sumsTitlePlain: () => 'What the terms of single steps add up to',
  sumsExplanation: (label: string) =>
    `${label}: sums over steps of the clipping term and the noise term, and of what the private training descends more than the other because it is elsewhere (path). Together with a small remainder they are the excessive risk, the black line.`,
  sumsAlt: (groups: string, title: string) =>
    `Stacked areas of accumulated clipping, noise and path terms against steps, a panel for each of ${groups} groups, with the line of the excessive risk. ${title}.`,
  sumClipping: () => 'clipping terms',
  sumNoise: () => 'noise terms',
  sumPath: () => 'path: what later steps repair',
  sumsColumns: () => ['group', 'step', 'clipping terms', 'noise terms', 'path', 'excessive risk'],
} as const;
