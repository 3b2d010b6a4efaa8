import { choice, choices, names, number, switches, text, texts } from './reading/values.js';

export const decisionOptionNames = [
  'identity',
  'allotment',
  'threshold',
  'title1',
  'language',
  'apportionment',
] as const;
export type DecisionOptionName = (typeof decisionOptionNames)[number];

export const grantOptionNames = ['basic', 'concentration', 'targeted', 'efig'] as const;
export type GrantOptionName = (typeof grantOptionNames)[number];

export const postOptionNames = ['none', 'clip', 'sum', 'simplex', 'baseline', 'pos'] as const;
export type PostOptionName = (typeof postOptionNames)[number];

export const apportionOptionNames = ['huntington-hill', 'webster', 'jefferson', 'adams', 'hamilton'] as const;
export type ApportionOptionName = (typeof apportionOptionNames)[number];

/** What is done with the noisy counts, and what must hold. */
export const outcomeOptions = {
  decision: {
    describe:
      'what is decided from the counts: identity (the counts themselves), allotment (shares of a budget), threshold (yes or no by --rule), title1 (grants of Title I, part A, to school districts), language (minority-language assistance by --statute), apportionment (seats by population)',
    default: 'allotment',
    read: choice(decisionOptionNames),
  },
  rule: {
    describe:
      'the question that decision threshold asks of each entity, over counts that it names: "lep > 0.05 * citizens or lep > 10000"',
    default: 'none',
    read: text,
  },
  public: {
    describe: 'names in --rule that are public numbers, which receive no noise; separated by commas',
    default: 'none',
    read: names,
  },
  statute: {
    describe: 'rule file of the statute: the name of a built-in one, or a YAML or JSON file',
    default: 'the newest built-in one',
    read: text,
  },
  clause: {
    describe: 'NAME=on or NAME=off: switches a clause of the statute; repeatable',
    default: 'as in the rule file',
    repeatable: true,
    read: switches,
  },
  grant: {
    describe: `grants that decision title1 makes: ${grantOptionNames.join(', ')}; separated by commas`,
    default: 'all',
    read: choices(grantOptionNames, { atLeast: 0 }),
  },
  private: {
    describe:
      'columns that receive noise though the decision takes them as public: children for title1; separated by commas',
    default: 'none',
    read: names,
  },
  apportion: {
    describe: `how decision apportionment gives seats: ${apportionOptionNames.join(', ')}`,
    default: 'huntington-hill',
    read: choice(apportionOptionNames),
  },
  seats: {
    describe: 'seats that decision apportionment gives out: 435 for the House of Representatives',
    default: 'none',
    read: number({ atLeast: 1, whole: true }),
  },
  post: {
    describe: `post-processing: ${postOptionNames.join(', ')} (baseline and pos: allotment only; threshold, language: none, clip; identity, title1, apportionment: none, clip, sum, simplex); a comma compares on the same noise`,
    default:
      'baseline,pos for allotment; none,clip for identity and threshold; clip for language; clip for title1; none for apportionment',
    read: choices(postOptionNames),
  },
  budget: {
    describe: 'money that is allotted, in dollars; lets the result speak in dollars',
    default: 'none; what the statute appropriates for title1',
    read: number({ above: 0 }),
  },
  'fail-on': {
    describe:
      'alpha>LIMIT (shares or probabilities as fractions of 1, counts for identity, seats for apportionment), cost>LIMIT (share), dollars>LIMIT, false-negative>LIMIT or false-positive>LIMIT (yes or no): exit 1 when a cell is above it; repeatable',
    default: 'none',
    repeatable: true,
    read: texts,
  },
} as const;
