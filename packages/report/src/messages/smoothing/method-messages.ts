import type { MethodText } from '../method-messages.js';

const source =
  'Yeom and Fredrikson, Individual fairness revisited: transferring techniques from adversarial robustness (IJCAI 2020)';

/** Definitions and methods of smoothing, in plain words, with formula and source. */
export const smoothingMethodTexts = {
  fairness: (): MethodText => ({
    title: 'Individual fairness',
    words:
      'A model is fair under a metric when the answers that two people get are never farther apart than they are themselves. Answers are probabilities of classes, and how far apart they are is the largest difference of the probability of any set of classes (total variation).',
    formula: 'TV(h(a), h(b)) <= D(a, b), D(a, b) = || scales o (a - b) ||',
    source: `${source}; Dwork et al., Fairness through awareness (2012)`,
  }),
  smoothing: (): MethodText => ({
    title: 'Smoothing',
    words:
      'Noise is added to the inputs of a person, the model answers, and this is done again and again: how often it names a class is the probability of that class. With noise made for the metric the result is fair for every model.',
    formula: 'h(x)[y] = P(f(x + noise) = y); Laplace noise: density in proportion to exp(-2 D(0, noise))',
    source: `${source}, theorems 3 to 7`,
  }),
  guarantee: (): MethodText => ({
    title: 'Guarantee of the draws',
    words:
      'Frequencies of finitely many draws are off by chance: epsilon is what is allowed for that, and delta the probability that a pair is off by more.',
    formula:
      'P(TV(h_n(a), h_n(b)) > D(a, b) + epsilon) <= delta; n draws, m classes: delta = 2 m exp(-4 n epsilon^2 / m^2)',
    source: `${source}, theorem 8`,
  }),
  confidence: (): MethodText => ({
    title: 'Accuracy and the probability of the right class',
    words:
      'Accuracy counts the rows whose most probable class is right. The mean probability of the right class is how often the answer is right when it is drawn with these probabilities; only who answers in this way keeps the guarantee.',
    formula: 'accuracy = mean of 1[most probable class = right class]; mean of h(x)[right class]',
    source,
  }),
  abstention: (): MethodText => ({
    title: 'No class named',
    words:
      'A class is named only where its interval shows that it is the most probable one; else the answer is left open, which is an outcome of its own.',
    formula: 'Clopper-Pearson interval of the class that led in draws of its own lies above 1/2',
    source: 'Cohen, Rosenfeld and Kolter, Certified adversarial robustness via randomized smoothing (ICML 2019)',
  }),
  search: (): MethodText => ({
    title: 'Search for unfair pairs',
    words:
      'Rows beside their nearest rows, beside copies of themselves with another value in protected columns, and beside where steps uphill lead. The ratio is how many times farther apart the answers are than the people.',
    formula: 'ratio = TV(h(a), h(b)) / D(a, b)',
    source: 'dpfair, docs/methods/smoothing.md',
  }),
} as const;
