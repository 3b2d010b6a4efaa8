import { choice, choices, number, texts } from './values.js';

export const decisionOptionNames = ['identity', 'allotment'] as const;
export type DecisionOptionName = (typeof decisionOptionNames)[number];

export const postOptionNames = ['none', 'clip', 'sum', 'simplex', 'baseline', 'pos'] as const;
export type PostOptionName = (typeof postOptionNames)[number];

/** What is done with the noisy counts, and what must hold. */
export const outcomeOptions = {
  decision: {
    describe: 'what is decided from the counts: identity (the counts themselves), allotment (shares of a budget)',
    default: 'allotment',
    read: choice(decisionOptionNames),
  },
  post: {
    describe: `post-processing: ${postOptionNames.join(', ')} (baseline and pos: allotment only); a comma compares on the same noise`,
    default: 'baseline,pos for allotment; none,clip for identity',
    read: choices(postOptionNames),
  },
  budget: {
    describe: 'money that is allotted, in dollars; lets the result speak in dollars',
    default: 'none',
    read: number({ above: 0 }),
  },
  'fail-on': {
    describe: 'alpha>LIMIT or cost>LIMIT (shares) or dollars>LIMIT: exit 1 when a cell is above it; repeatable',
    default: 'none',
    repeatable: true,
    read: texts,
  },
} as const;
