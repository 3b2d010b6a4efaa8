import type { Wording } from './wording.js';

/** What mitigations that are no post-processing are called. */
export const mitigationWords: Readonly<Record<string, Wording>> = {
  'redundant-release': {
    label: 'total released once more',
    phrase: 'releasing the total once, with noise of its own',
    meaning:
      'the weighted total of the counts is released with a part of the budget, and each noisy count is divided by it; shares add up to 1 only on average, and some can be negative',
  },
  'linear-proxy': {
    label: 'public constant as total',
    phrase: 'dividing by a public constant',
    meaning:
      'each noisy count is divided by a public constant in place of the total; shares add up to 1 only on average, and some can be negative',
  },
  'output-perturbation': {
    label: 'noise on the shares',
    phrase: 'adding the noise to the shares instead of the counts',
    meaning:
      'the true shares receive the noise, as much as a public lower bound of the total asks for; shares add up to 1 only on average, and some can be negative',
  },
  'no-penalty': {
    label: 'no-penalty allotment',
    phrase: 'the no-penalty allotment',
    meaning:
      'every noisy count is raised and the noisy total lowered by a safety margin, so that with the stated probability nobody gets less than its true share; more than the budget is paid out',
  },
  'hold-harmless': {
    label: 'hold harmless',
    phrase: 'a hold-harmless clause',
    meaning: 'nobody gets less than a part of what it had before; more than the budget is paid out',
  },
  'make-whole': {
    label: 'losers paid what they lose',
    phrase: 'paying everyone who loses what it loses on average',
    meaning: 'extra money, the cost of privacy, is paid to everyone who loses on average; those who gain keep it',
  },
  'more-epsilon': {
    label: 'larger privacy budget',
    phrase: 'a larger privacy budget',
    meaning: 'the decision as it is, with more privacy spent',
  },
  margin: {
    label: 'threshold moved by a margin',
    phrase: 'moving the threshold by a margin',
    meaning:
      'every threshold is moved in favour of yes by some standard deviations of its noise: fewer who are entitled are refused, more who are not are let in',
  },
  'margin-units': {
    label: 'threshold moved by an amount',
    phrase: 'moving the threshold by an amount',
    meaning: 'every threshold is moved in favour of yes by an amount in its own unit',
  },
  logistic: {
    label: 'logistic classifiers',
    phrase: 'a logistic classifier for each subgroup',
    meaning:
      'in each subgroup of one count the answer is the sign of a weighted sum of the noisy counts, fitted to the true answers by logistic regression',
  },
  svm: {
    label: 'support vector machines',
    phrase: 'a support vector machine for each subgroup',
    meaning:
      'in each subgroup of one count the answer is the sign of a weighted sum of the noisy counts, fitted to the true answers by a linear support vector machine',
  },
};

const REPAIRED = '+pos';

/** Words for a mitigation, also for one whose shares are projected onto the simplex afterwards; undefined for others. */
export function knownMitigation(id: string): Wording | undefined {
  const isRepaired = id.endsWith(REPAIRED);
  const name = isRepaired ? id.slice(0, -REPAIRED.length) : id;
  const words = Object.hasOwn(mitigationWords, name) ? mitigationWords[name] : undefined;
  if (words === undefined || !isRepaired) return words;
  return {
    label: `${words.label}, repaired`,
    phrase: `${words.phrase}, with the shares projected onto the simplex,`,
    meaning: `${words.meaning.split(';')[0]}; the shares are then replaced by the nearest ones that are not negative and add up to 1`,
  };
}
