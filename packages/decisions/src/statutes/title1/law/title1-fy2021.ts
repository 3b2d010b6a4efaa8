import type { BracketPair, GrantName, GrantRule, Title1Statute } from './statute.js';

const percents = { district: [0, 15.58, 22.11, 30.16, 38.24], county: [0, 15, 19, 24.2, 29.2] };
const numbers = { district: [0, 691, 2_262, 7_851, 35_514], county: [0, 2_311, 7_913, 23_917, 93_810] };

const brackets = (
  kind: 'district' | 'county',
  byPercent: readonly number[],
  byNumber: readonly number[],
): BracketPair => ({
  byPercent: percents[kind].map((above, k) => ({ above, weight: byPercent[k] as number })),
  byNumber: numbers[kind].map((above, k) => ({ above, weight: byNumber[k] as number })),
});

const classOf = (byPercent: readonly number[], byNumber: readonly number[]) => ({
  district: brackets('district', byPercent, byNumber),
  county: brackets('county', byPercent, byNumber),
});

const lowWeights = [
  [1, 1.75, 2.5, 3.25, 4],
  [1, 1.5, 2, 2.5, 3],
] as const;
const percentOfAverage = (leastPercent: number, mostPercent: number) => ({
  percentOfState: 40,
  leastPercent,
  mostPercent,
});

/**
 * Title I, part A of the Elementary and Secondary Education Act, as in force for fiscal year 2021. What was read and what rests
 * on memory is listed in `unconfirmed` and in docs/methods/title1.md.
 */
export const title1Fy2021: Title1Statute & { readonly grants: Readonly<Record<GrantName, GrantRule>> } = {
  decision: 'title1',
  name: 'title1-fy2021',
  version: '1',
  sources: [
    '20 USC 6332 to 6337 (sections 1122 to 1125A of the Act, 115 Stat. 1515 to 1534)',
    '34 CFR 200.71 (eligibility)',
    'Consolidated Appropriations Act, 2021 (Public Law 116-260): $16,536,802,000 in all',
  ],
  unconfirmed: [
    'grants.basic.appropriationDollars',
    'grants.concentration.appropriationDollars',
    'grants.targeted.appropriationDollars',
    'grants.efig.appropriationDollars',
    'grants.basic.stateMinimum',
    'grants.concentration.stateMinimum',
    'grants.efig.weights',
    'grants.efig.puertoRicoWeightCap',
    'grants.efig.states.equityDefault',
  ],
  puertoRico: { states: ['PR', '72', 'Puerto Rico'], leastPercentOfLowest: 85 },
  holdHarmless: [
    { fromPercent: 30, keepsPercent: 95 },
    { fromPercent: 15, keepsPercent: 90 },
    { fromPercent: 0, keepsPercent: 85 },
  ],
  grants: {
    basic: {
      cite: '20 USC 6333',
      appropriationDollars: 6_459_401_000,
      eligible: 'count >= 10 and 100 * count > 2 * children',
      expenditure: percentOfAverage(32, 48),
      weights: [],
      puertoRicoWeightCap: null,
      // From memory, every number of it: no text was read.
      stateMinimum: {
        baseDollars: 7_397_690_000,
        percentOfBase: 0.25,
        percent: 0.35,
        averagePercent: 150,
        leastDollars: 0,
      },
      heldWhenIneligible: false,
      states: null,
    },
    concentration: {
      cite: '20 USC 6334',
      appropriationDollars: 1_362_301_000,
      eligible: 'count >= 10 and 100 * count > 2 * children and (count > 6500 or 100 * count > 15 * children)',
      expenditure: percentOfAverage(32, 48),
      weights: [],
      puertoRicoWeightCap: null,
      // From memory too.
      stateMinimum: {
        baseDollars: 1_365_031_000,
        percentOfBase: 0.25,
        percent: 0.35,
        averagePercent: 150,
        leastDollars: 340_000,
      },
      heldWhenIneligible: true,
      states: null,
    },
    targeted: {
      cite: '20 USC 6335',
      appropriationDollars: 4_357_550_000,
      eligible: 'count >= 10 and 100 * count >= 5 * children',
      expenditure: percentOfAverage(32, 48),
      weights: [classOf(...lowWeights)],
      puertoRicoWeightCap: 1.82,
      // 20 USC 6335(e), read: .35 % of the whole, because there is no base.
      stateMinimum: { baseDollars: 0, percentOfBase: 0.25, percent: 0.35, averagePercent: 150, leastDollars: 0 },
      heldWhenIneligible: false,
      states: null,
    },
    efig: {
      cite: '20 USC 6337',
      appropriationDollars: 4_357_550_000,
      eligible: 'count >= 10 and 100 * count >= 5 * children',
      expenditure: percentOfAverage(34, 46),
      weights: [
        { equityBelow: 0.1, ...classOf(...lowWeights) },
        { equityBelow: 0.2, ...classOf([1, 1.5, 3, 4.5, 6], [1, 1.5, 2.25, 3.375, 4.5]) },
        classOf([1, 2, 4, 6, 8], [1, 2, 3, 4.5, 6]),
      ],
      puertoRicoWeightCap: 1.82,
      // 20 USC 6337(b)(1)(B), read.
      stateMinimum: { baseDollars: 0, percentOfBase: 0.25, percent: 0.35, averagePercent: 150, leastDollars: 0 },
      heldWhenIneligible: false,
      states: { effortLeast: 0.95, effortMost: 1.05, equityOffset: 1.3, equityDefault: 0.15, equityMostOfOne: 0.1 },
    },
  },
};
