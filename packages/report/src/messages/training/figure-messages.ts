/** Titles and words of the figures of private training. Every argument is text that is already formatted. */
export const trainingFigureWords = {
  step: () => 'step',
  loss: () => 'mean loss',
  risk: () => 'excessive risk',
  clippingPart: () => 'part from clipping',
  noisePart: () => 'part from noise',
  line: () => 'excessive risk',
  notAll: (shown: string, all: string) =>
    ` Drawn are ${shown} of ${all} groups, those whose loss changes most; all are in the table.`,

  learningTitle: (group: string, part: string) => `Most is borne by ${group}, and ${part} is the larger part of it`,
  learningTitleOpen: (group: string) => `Most is borne by ${group}; whether for clipping or for noise cannot be told`,
  learningTitleUnsure: () => 'Who bears most of the cost of privacy cannot be told',
  clipping: () => 'clipping',
  noise: () => 'noise',
  learningExplanation: (label: string, confidence: string) =>
    `${label}: loss with privacy minus loss without, along the training, split into what clipping alone costs and what noise adds to it. Parts below zero take away. Under each name is the excessive risk in the end. The grey band is the ${confidence} interval of the line over repetitions; all panels share their scales.`,
  sampled: (rows: string, all: string) =>
    ` The lines are of ${rows} of the ${all} rows, the numbers under the names of all.`,
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
  sumsExplanationOfLog: (label: string) =>
    `${label}: sums over steps of the clipping term and the noise term. What later steps repair of them (path) is not in the log; the black line is the excessive risk, where the log has it.`,
  sumsAlt: (groups: string, title: string) =>
    `Stacked areas of accumulated terms against steps, a panel for each of ${groups} groups, with the line of the excessive risk. ${title}.`,
  sumClipping: () => 'clipping terms',
  sumNoise: () => 'noise terms',
  sumPath: () => 'path: what later steps repair',
  group: () => 'group',
  clippingTerm: () => 'clipping term',
  descent: () => 'descent',
  remainder: () => 'remainder',
  termOfStep: () => 'change of mean loss in a step',
  terms: {
    clippingFirst: () => 'clipping, first order',
    clippingSecond: () => 'clipping, second order',
    direction: () => 'clipping, by direction',
    magnitude: () => 'clipping, by length',
    noise: () => 'noise',
  },
  termsTitle: (ratio: string) =>
    `The second-order part of the clipping terms is ${ratio} times the size of the first-order part`,
  termsTitleNegligible: () => 'The second-order part of the clipping terms is negligible beside the first-order part',
  termsTitlePlain: () => 'What clipping and noise do in single steps',
  termsExplanation: (label: string) =>
    `${label}: what clipping and noise add to the mean loss of a group in one step, to second order. The first- and second-order parts of clipping add up to its term, and so do the parts by direction and by length. The axis is logarithmic away from zero; all panels share it.`,
  termsAlt: (groups: string, title: string) =>
    `Clipping and noise terms of single steps against steps, a panel for each of ${groups} groups. ${title}.`,

  causes: {
    'gradient-norm': () => 'gradient norm',
    'input-norm': () => 'input norm',
    'hessian-trace': () => 'Hessian trace',
    boundary: () => 'closeness to the boundary',
  },
  correlation: (text: string) => `correlation ${text}`,
  range: (from: string, to: string) => `${from} to ${to}`,
  causesTitle: (cause: string, correlation: string) =>
    `Rows bear more excessive risk the larger their ${cause}: correlation ${correlation}`,
  causesTitleFalls: (cause: string, correlation: string) =>
    `Rows bear less excessive risk the larger their ${cause}: correlation ${correlation}`,
  causesTitleNone: () => 'No property of a row that was looked at clearly goes with its excessive risk',
  causesExplanation: (label: string) =>
    `${label}: rows are put into ten bins of about equal size by a property they have under the model without privacy; marks are the mean excessive risk of a bin, bars its interval. What goes together need not be a cause.`,
  causesAlt: (panels: string, title: string) =>
    `Mean excessive risk of rows in bins of ${panels === '1' ? 'one property' : `${panels} properties`}. ${title}.`,
  causesColumns: () => ['property', 'correlation', 'rank correlation', 'range', 'rows', 'mean excessive risk'],

  parameter: (parameter: string, of: string | null) =>
    ({
      clip: 'clipping bound',
      'noise-multiplier': 'noise multiplier',
      epsilon: 'epsilon',
      'group-size': `part of the training rows of ${of ?? 'the group'}`,
    })[parameter] ?? parameter,
  sweepTitleFalls: (parameter: string, from: string, to: string, first: string, last: string) =>
    `${parameter} from ${from} to ${to}: the widest difference falls from ${first} to ${last}`,
  sweepTitleRises: (parameter: string, from: string, to: string, first: string, last: string) =>
    `${parameter} from ${from} to ${to}: the widest difference rises from ${first} to ${last}`,
  sweepTitleOpen: (parameter: string, from: string, to: string) =>
    `${parameter} from ${from} to ${to}: the widest difference does not clearly change`,
  sweepTitlePlain: (parameter: string) => `Excessive risk against ${parameter}`,
  sweepExplanation: (parameter: string) =>
    `The same training with one setting changed (${parameter}), on the same random numbers. Marks are the excessive risk of a group, bars its interval.`,
  sweepAlt: (groups: string, parameter: string, title: string) =>
    `Excessive risk of ${groups} groups against ${parameter}. ${title}.`,
  sweepColumns: (parameter: string) => [
    parameter,
    'group',
    'epsilon',
    'accuracy',
    'widest gap',
    'excessive risk',
    'from clipping',
    'from noise',
  ],

  rate: () => 'part of the weights set to 0',
  lossAdded: () => 'loss added',
  magnitude: () => 'smallest weights',
  equalised: () => 'then losses equalised',
  equalisedNotPrivate: () => 'then losses equalised (\u2718 not private)',
  certainBound: () => 'certain bound',
  keepsPrivacy: (keeps: boolean) => (keeps ? 'as private' : '\u2718 not private'),
  bound: () => 'bound',
  pruningTitle: (rate: string, worst: string, most: string, best: string, least: string) =>
    `Pruning ${rate} of the weights changes the mean loss of ${worst} by ${most} and that of ${best} by ${least}`,
  pruningTitlePlain: () => 'What pruning adds to the loss of each group',
  pruningExplanation: () =>
    'Weights are set to 0, the smallest first. The bound is the gradient norm of the group times the distance, plus half its largest Hessian eigenvalue times the squared distance; it leaves out the third order, so that a line can cross it at high rates.',
  pruningAlt: (groups: string, title: string) =>
    `Loss that pruning adds against the rate, with its bound, a panel for each of ${groups} groups. ${title}.`,
  pruningColumns: () => [
    'method',
    'privacy',
    'rate',
    'group',
    'loss added',
    'bound',
    'certain bound',
    'accuracy',
    'gradient norm',
    'largest eigenvalue',
    'distance',
    'widest gap',
  ],

  allRows: () => 'all rows',
  falsePositive: () => 'others taken for members',
  truePositive: () => 'members found',
  area: (text: string) => `area ${text}`,
  attackTitle: (group: string, area: string) =>
    `Members are found better than by guessing, by the estimates best in ${group}: area under the curve ${area}`,
  attackTitleNone: () => 'Members of no group are clearly found better than by guessing',
  attackExplanation: () =>
    'How many members of the training rows are found by their loss, against how many others are taken for members; both axes are logarithmic, because finding a few with hardly an error is what matters. The band is the interval, the grey line is guessing; the area is the probability that a member has a smaller loss than another row, 0.5 by guessing.',
  attackAlt: (groups: string, title: string) =>
    `Members found against others taken for members, a panel for each of ${groups === '1' ? 'one group' : `${groups} groups`}. ${title}.`,
  attackColumns: () => ['group', 'others taken for members', 'members found'],

  error: () => 'error on test rows',
  found: () => 'how well members are found',
  besidePlain: () => 'What privacy costs each group, beside how often the model is wrong for it',
  clipped: (part: string) => `${part} of rows clipped`,
  besideSame: (group: string, measure: string) =>
    `By the estimates ${group} has the largest excessive risk and the largest ${measure}`,
  besideOther: (group: string, measure: string, other: string) =>
    `By the estimates ${group} has the largest excessive risk, ${other} the largest ${measure}`,
  besideExplanation: (label: string, attacked: boolean) =>
    `${label}: what privacy costs a group beside how often the private model is wrong for it${attacked ? ', and how well its members are found (area under the curve of the attack, 0.5 by guessing)' : ''}. Bars are intervals; each measure has its own scale.`,
  besideAlt: (groups: string, title: string) =>
    `Dots with intervals for ${groups} groups, one plot a measure. ${title}.`,

  sumsColumns: () => ['group', 'step', 'clipping terms', 'noise terms', 'path', 'excessive risk'],
} as const;
