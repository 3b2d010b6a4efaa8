import { choices, sequence, texts } from '../reading/values.js';

export const pruningNames = ['magnitude', 'equalised-loss'] as const;
export type PruningName = (typeof pruningNames)[number];

/** What else is looked at, of the first budget. */
export const comparisonOptions = {
  sweep: {
    describe:
      'the same training with one setting changed: clip=.05,.1,.5; noise-multiplier=1,2; epsilon=1,3,8; group-size:GROUP=.2,.5 (share of the rows of the group that is kept); repeatable; dp-sgd only',
    default: 'none',
    repeatable: true,
    read: texts,
  },
  prune: {
    describe: 'fractions of the weights of the trained private model that are set to 0, such as 0.2,0.5',
    default: 'none',
    read: sequence({ atLeast: 0, atMost: 1 }),
  },
  'prune-method': {
    describe: `how: ${pruningNames.join(', ')} (trained on until all groups have the same loss, which is not private); a comma compares`,
    default: 'magnitude',
    read: choices(pruningNames),
  },
} as const;
