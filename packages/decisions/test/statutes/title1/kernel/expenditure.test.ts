import { describe, expect, it } from 'vitest';
import {
  expenditureFactors,
  nationalExpenditure,
  stateMultipliers,
} from '../../../../src/statutes/title1/kernel/expenditure.js';
import { stateFacts } from '../../../../src/statutes/title1/kernel/states.js';
import { type ClauseName, clausesWith } from '../../../../src/statutes/title1/law/clauses.js';
import type { StateFactors } from '../../../../src/statutes/title1/law/statute.js';
import { title1Fy2021 } from '../../../../src/statutes/title1/law/title1-fy2021.js';

const { basic, efig } = title1Fy2021.grants;
const facts = (states: Readonly<Record<string, readonly [expenditure: number, income?: number, equity?: number]>>) => {
  const names = Object.keys(states);
  const column = (k: 0 | 1 | 2) => Float64Array.from(names, (name) => states[name]?.[k] as number);
  const has = (k: 1 | 2) => Object.values(states).every((row) => row[k] !== undefined);
  return stateFacts(
    {
      counts: { count: new Float64Array(names.length) },
      fixed: {
        expenditure: column(0),
        ...(has(1) ? { income: column(1) } : {}),
        ...(has(2) ? { equity: column(2) } : {}),
      },
      labels: { state: names },
    },
    title1Fy2021,
  );
};
const factorsOf = (
  states: Parameters<typeof facts>[0],
  off: Partial<Record<ClauseName, boolean>> = {},
  grant = basic,
): number[] => [...expenditureFactors(facts(states), grant.expenditure, title1Fy2021, clausesWith(off))];

describe('the expenditure factor', () => {
  // The mean of the two states is 10,000: 80 % and 120 % of it are 8,000 and 12,000, of which 40 % count.
  it.each([
    [8000, 12_000, 3200, 4800],
    [7999, 12_001, 3200, 4800],
    [8001, 11_999, 3200.4, 4799.6],
    [5000, 15_000, 3200, 4800],
    [10_000, 10_000, 4000, 4000],
  ])('of states that spend %i and %i is %d and %d', (low, high, first, second) => {
    const factors = factorsOf({ A: [low], B: [high] });
    expect(factors[0]).toBeCloseTo(first, 9);
    expect(factors[1]).toBeCloseTo(second, 9);
  });

  it('of incentive grants is kept within 34 and 46 % of the average', () => {
    expect(factorsOf({ A: [8000], B: [12_000] }, {}, efig)).toEqual([3400, 4600]);
    expect(factorsOf({ A: [8500], B: [11_500] }, {}, efig)).toEqual([3400, 4600]);
    expect(factorsOf({ A: [8600], B: [11_400] }, {}, efig)).toEqual([3440, 4560]);
  });

  it('has no bounds without that clause, and is 1 without expenditure', () => {
    expect(factorsOf({ A: [5000], B: [15_000] }, { 'expenditure-bounds': false })).toEqual([2000, 6000]);
    expect(factorsOf({ A: [5000], B: [15_000] }, { expenditure: false })).toEqual([1, 1]);
  });

  it.each([
    // The lowest state spends 8,000 of an average of 10,000: 85 % of it is 6,800.
    [6800, 0.85 * 3200],
    [5000, 0.85 * 3200],
    [6801, (6801 / 8000) * 3200],
    [9000, 3200],
  ])('of Puerto Rico, which spends %i, is %d', (spent, factor) => {
    expect(factorsOf({ A: [8000], B: [12_000], PR: [spent] })[2]).toBeCloseTo(factor, 9);
  });

  it('takes Puerto Rico like a state without that clause', () => {
    expect(factorsOf({ A: [8000], B: [12_000], PR: [9000] }, { 'puerto-rico': false })[2]).toBe(3600);
  });

  it('is measured by the mean over states, in cents, without Puerto Rico', () => {
    expect(nationalExpenditure(facts({ A: [1], B: [1], C: [2], PR: [100] }))).toBe(1.33);
  });
});

describe('what a child counts in the allotment of states', () => {
  const multipliers = (states: Parameters<typeof facts>[0], off: Partial<Record<ClauseName, boolean>> = {}) => [
    ...stateMultipliers(facts(states), efig.states as StateFactors, clausesWith(off)),
  ];

  it.each([
    // Both spend and earn alike but for the first: effort is spending over income, relative to the mean.
    [100, 1, 'in the middle'],
    [105, 102.5 / 105, 'inside'],
    [120, 0.95, 'at the lower bound'],
    [90, 1.05, 'at the upper bound'],
  ])('is effort: with income %d it is %d, %s', (income, effort) => {
    const states = { A: [10_000, income], B: [10_000, 100] } as const;
    expect(multipliers(states, { equity: false })[0]).toBeCloseTo(effort, 12);
  });

  it('is 1.30 less the equity factor', () => {
    const two = [2, 2] as const;
    const { equityMostOfOne } = efig.states as StateFactors;
    expect(multipliers({ A: [...two, 0.05], B: [...two, 0.08] })).toEqual([1.25, 1.22]);
    // A state with a single district has an equity factor of at most .10.
    expect(multipliers({ A: [...two, 0.25], B: [...two, 0.25] })).toEqual([
      1.3 - equityMostOfOne,
      1.3 - equityMostOfOne,
    ]);
    expect(multipliers({ A: [...two, 0.05], B: [...two, 0.08] }, { equity: false })).toEqual([1, 1]);
  });

  it('gives Puerto Rico the lowest effort of any state', () => {
    const states = { A: [10_000, 120, 0], B: [10_000, 100, 0], PR: [10_000, 50, 0] } as const;
    const [a, , puertoRico] = multipliers(states);
    expect(puertoRico).toBe(a);
    expect(multipliers(states, { effort: false })).toEqual([1.3, 1.3, 1.3]);
  });
});
