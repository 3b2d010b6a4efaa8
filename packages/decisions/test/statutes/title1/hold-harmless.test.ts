import { describe, expect, it } from 'vitest';
import { title1Fy2021 } from '../../../src/statutes/title1/law/title1-fy2021.js';
import { clauses, district, dollars, sum } from './small-world.js';

describe('holding harmless', () => {
  const pair = [district('A', 300, 1000), district('A', 3000, 10_000), district('B', 9000, 60_000)];
  const grants = ['basic'] as const;
  const free = dollars(pair, { grants });

  // [released count of the first, percentage of its children, what it keeps of last year]
  it.each([
    [250, 0.9],
    [160, 0.9],
    [150, 0.9],
    [149.9, 0.85],
    [20.1, 0.85],
    [20, 0],
  ])('with %d of 1,000 released keeps at least %d', (released, part) => {
    const amount = dollars(pair, { grants }, [released, 3000, 9000])[0] as number;
    const owed = dollars(pair, { grants, clauses: clauses('hold-harmless') }, [released, 3000, 9000])[0] as number;
    expect(amount).toBeCloseTo(Math.max(part * (free[0] as number), owed), part * (free[0] as number) > owed ? 1 : -6);
    expect(amount).toBeGreaterThanOrEqual(part * (free[0] as number) - 0.01);
  });

  it.each([
    [300, 0.95],
    [299.99, 0.9],
  ])('takes last year from its column: at %d of 1,000 it keeps %d of it', (released, part) => {
    const previous = [2 * (free[0] as number), 0, 0];
    for (const role of ['previous', 'previous_basic']) {
      const amount = dollars(pair, { grants }, [released, 3000, 9000], { [role]: previous })[0] as number;
      expect(amount).toBeCloseTo(part * 2 * (free[0] as number), 1);
    }
  });

  it('reduces what is held ratably where the appropriation cannot pay it', () => {
    const { appropriationDollars } = title1Fy2021.grants.basic;
    const previous = [0.5, 1, 1.5].map((part) => part * appropriationDollars);
    const held = [0.95 * 0.5, 0.95 * 1, 0.9 * 1.5];
    const amount = dollars(pair, { grants }, undefined, { previous });
    held.forEach((part, i) => {
      expect(amount[i]).toBeCloseTo((part / sum(held)) * appropriationDollars, 1);
    });
  });

  it('of concentration grants outlives eligibility, unless that clause is off', () => {
    const concentration = { grants: ['concentration'] } as const;
    const last = dollars(pair, concentration);
    const lost = [100, 3000, 9001];
    expect(dollars(pair, concentration, lost)[0]).toBeCloseTo(0.85 * (last[0] as number), 1);
    expect(dollars(pair, { ...concentration, clauses: clauses('four-years') }, lost)[0]).toBe(0);
  });

  it('is at the rate of the true counts with rates-from-truth', () => {
    const amount = (on: boolean) =>
      dollars(pair, { grants, clauses: { 'rates-from-truth': on } }, [149, 3000, 9000])[0] as number;
    expect(amount(false)).toBeCloseTo(0.85 * (free[0] as number), 1);
    expect(amount(true)).toBeCloseTo(0.95 * (free[0] as number), 1);
  });
});
