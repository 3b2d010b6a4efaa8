import { names, number, numbers, text } from './reading/values.js';

/** What mitigations are made with. */
export const mitigationOptions = {
  mitigation: {
    describe:
      'which are compared, separated by commas: redundant-release, linear-proxy, output-perturbation, no-penalty, hold-harmless, make-whole (shares); margin, margin-units, logistic, svm (yes or no); more-epsilon',
    default: 'all that go with the decision',
    read: names,
  },
  normaliser: {
    describe: 'public constant for the weighted total of the counts (linear-proxy)',
    default: 'none',
    read: number({ above: 0 }),
  },
  'normaliser-at-least': {
    describe: 'public lower bound of that total (output-perturbation)',
    default: 'none',
    read: number({ above: 0 }),
  },
  'normaliser-part': {
    describe: 'part of the budget that goes to the total, above 0 and below 1 (redundant-release)',
    default: 'the one with the smallest expected squared error',
    read: number({ above: 0, below: 1 }),
  },
  failure: {
    describe: 'probability that somebody loses, above 0 and below 1 (no-penalty)',
    default: '0.05',
    read: number({ above: 0, below: 1 }),
  },
  'hold-harmless': {
    describe: 'part of what it had before (role previous; else of its true share) that nobody falls below, up to 1',
    default: '0.95',
    read: number({ above: 0, atMost: 1 }),
  },
  margin: {
    describe: 'margin of a threshold, in standard deviations of the noise of its comparison',
    default: '1',
    read: number({ above: 0 }),
  },
  'margin-units': {
    describe: 'margin of a threshold in the unit of its comparison (margin-units)',
    default: 'none',
    read: number({ above: 0 }),
  },
  subgroups: {
    describe: 'subgroups, each with a classifier of its own (logistic, svm), 1 to 100',
    default: '4',
    read: number({ atLeast: 1, atMost: 100, whole: true }),
  },
  'subgroups-by': {
    describe: 'the private count by whose size the subgroups are made',
    default: 'the first of the decision',
    read: text,
  },
  train: {
    describe: 'file with the layout of DATA on which classifiers are trained; only a public one keeps the data private',
    default: 'DATA itself, which is not private',
    read: text,
  },
  target: {
    describe:
      'the inverse question: alpha<LIMIT, cost<LIMIT, dollars<LIMIT, false-negative<LIMIT or false-positive<LIMIT finds the smallest epsilon that meets it for every --mechanism and --post, with a certificate; exit 1 where none does, 3 where it is not proved; --epsilon may be left out',
    default: 'none',
    read: text,
  },
  search: {
    describe: 'smallest and largest epsilon of a count column that --target tries, LOW,HIGH',
    default: '0.0001,100',
    read: numbers({ above: 0 }),
  },
  precision: {
    describe: 'the epsilon of --target is known to within this fraction, above 0',
    default: '0.001',
    read: number({ above: 0 }),
  },
  'epsilon-factor': {
    describe: 'how many times larger the budget is that more-epsilon spends, above 1, up to 1e6',
    default: '2',
    read: number({ above: 1, atMost: 1e6 }),
  },
} as const;
