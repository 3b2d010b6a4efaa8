import type { MethodText } from '../method-messages.js';

const source = 'Huang and Vishnoi, Stable and fair classification (ICML 2019)';

/** Definitions and methods of stable and fair classification, in plain words, with formula and source. */
export const stabilityMethodTexts = {
  program: (): MethodText => ({
    title: 'Stable and fair program',
    words:
      'Fair classifiers can change much when a few training rows change. Adding lambda times the squared norm of the classifier to the program bounds how much one row can matter.',
    formula: 'minimise mean loss + fairness term + lambda ||f||^2',
    source,
  }),
  stab: (): MethodText => ({
    title: 'Rows that differ (stab)',
    words:
      'The number of test rows on which two classifiers, trained on different random parts of the same rows, differ: the mean over all pairs of repetitions. 0 where all repetitions decide alike. It is a mean over pairs that share repetitions, and its interval allows for that.',
    formula: 'stab = 1 / (n (n - 1)) sum over i != j of #{x: sign f_i(x) != sign f_j(x)}',
    source,
  }),
  rate: (): MethodText => ({
    title: 'Statistical rate, disparate impact, parity gap',
    words:
      'How equally often groups get the favourable class: the smallest rate over the largest (1 is equal), the rate of the named group over that of the others, and the largest difference of rates. Where no group gets it at all the first two are not defined.',
    formula: 'gamma = min over groups P(f = 1 | a) / max over groups P(f = 1 | b)',
    source: `${source}; Feldman et al. (2015)`,
  }),
  bounds: (): MethodText => ({
    title: 'Bounds of the stability',
    words:
      'Replacing one training row changes the loss of no row by more than this, for N training rows, a loss that changes by at most sigma per unit of score, and inputs no longer than kappa; for linear classifiers the largest gradient G takes their place.',
    formula: 'sigma^2 kappa^2 / (lambda N); G^2 / (lambda N)',
    source: `${source}, theorems 3.2 and 3.7; generalisation: Feldman and Vondrak (2018)`,
  }),
  intervals: (): MethodText => ({
    title: 'Intervals',
    words: 'Intervals of means over repetitions; what two intervals share is not called a difference.',
    formula: 'mean \u00b1 t s / sqrt(repetitions)',
    source: 'Student (1908)',
  }),
  covariance: (): MethodText => ({
    title: 'ZVRG: bound on the covariance',
    words: 'The mean product of score and group, the group measured from its mean, may be no larger than the bound.',
    formula: '|mean((z - mean z) f)| <= bound',
    source: 'Zafar, Valera, Rodriguez and Gummadi, Fairness constraints (AISTATS 2017)',
  }),
  information: (): MethodText => ({
    title: 'KAAS: penalty on mutual information',
    words:
      'What the prediction tells of the group is added to the loss, times its weight; each group has weights of its own.',
    formula: 'weight times sum over groups and classes of P(y, a) log(P(y | a) / P(y))',
    source:
      'Kamishima, Akaho, Asoh and Sakuma, Fairness-aware classifier with prejudice remover regularizer (ECML PKDD 2012)',
  }),
  logs: (): MethodText => ({
    title: 'GYF: sum of logs of rates',
    words:
      'The log of the mean probability of the favourable class of each group, times its weight, is taken from the loss.',
    formula: '- weight times sum over groups of log(mean probability of the favourable class)',
    source:
      'Goel, Yaghini and Faltings, Non-discriminatory machine learning through convex fairness criteria (AAAI 2018)',
  }),
} as const;
