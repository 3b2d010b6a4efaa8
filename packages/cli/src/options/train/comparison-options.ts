import type { RemedyId } from '@dpfair/learning';
import { choices, flag, number, pairs, sequence, texts } from '../reading/values.js';

export const pruningNames = ['magnitude', 'equalised-loss'] as const;
export type PruningName = (typeof pruningNames)[number];

export const remedyNames = [
  'penalties',
  'private-penalties',
  'by-group',
  'global',
  'global-adaptive',
  'early-stopping',
  'parity',
] as const satisfies readonly RemedyId[];

/** What else is looked at, of the first budget. */
export const comparisonOptions = {
  remedies: {
    describe: `what may narrow the gap, trained at the same total epsilon and compared: ${remedyNames.join(', ')}; separated by commas; dp-sgd only`,
    default: 'none',
    read: choices(remedyNames, { atLeast: 0 }),
  },
  'remedy-setting': {
    describe: 'REMEDY.SETTING=NUMBER, such as penalties.clipping-weight=2; repeatable',
    default: 'those of the remedy',
    repeatable: true,
    read: pairs,
  },
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
  attack: {
    describe:
      'attack the trained private model: how well training rows are told from test rows by their loss, in each group',
    default: 'false',
    flag: true,
    read: flag,
  },
  'attack-pairs': {
    describe:
      'with --attack: trainings with and without a crafted row, this many of each, for a lower bound on epsilon; some hundred are needed for one above 0; dp-sgd only',
    default: '0',
    read: number({ atLeast: 0, whole: true }),
  },
} as const;
