import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decisionByName } from '../../../src/index.js';
import { clausesWith } from '../../../src/statutes/title1/law/clauses.js';
import { grantNames } from '../../../src/statutes/title1/law/statute.js';
import { title1Fy2021 } from '../../../src/statutes/title1/law/title1-fy2021.js';
import { type District, slowGrant } from './slow-title1.js';
import { clauses, district, dollars, sum, world } from './small-world.js';

describe('Title I', () => {
  it('agrees with the plainest reading of the statute on small worlds', () => {
    const random = fc.record({
      state: fc.constantFrom('A', 'B', 'C'),
      count: fc.integer({ min: 0, max: 9000 }),
      percent: fc.integer({ min: 1, max: 60 }),
      noise: fc.integer({ min: -40, max: 40 }),
    });
    const switched = fc.record({
      brackets: fc.boolean(),
      eligibility: fc.boolean(),
      expenditure: fc.boolean(),
      'expenditure-bounds': fc.boolean(),
      equity: fc.boolean(),
      'state-minimum': fc.boolean(),
      'hold-harmless': fc.boolean(),
      'four-years': fc.boolean(),
    });
    const spending = { A: 7000, B: 10_000, C: 15_000 } as const;
    fc.assert(
      fc.property(
        fc.array(random, { minLength: 2, maxLength: 14 }),
        switched,
        fc.constantFrom(...grantNames),
        (drawn, onOff, grant) => {
          const districts = drawn.map(({ state, count, percent }) =>
            district(state, count, Math.round((100 * count) / percent), spending[state as 'A']),
          );
          const released = drawn.map(({ count, noise }) => Math.max(0, count + noise));
          const on = clausesWith(onOff);
          const asReleased = districts.map((own, i) => ({ ...own, count: released[i] as number }));
          const free = slowGrant(districts, title1Fy2021, grant, on, null);
          const expected = slowGrant(asReleased, title1Fy2021, grant, on, on['hold-harmless'] ? free : null);
          const { appropriationDollars } = title1Fy2021.grants[grant];
          const found = dollars(districts, { grants: [grant], clauses: { ...onOff, cents: false } }, released);
          found.forEach((value, i) => {
            expect(Math.abs(value - (expected[i] as number))).toBeLessThan(1e-9 * appropriationDollars);
          });
        },
      ),
      { numRuns: 400 },
    );
  });

  it.each(grantNames)('spends the appropriation of %s to the cent, in whole cents', (grant) => {
    const found = dollars(world, { grants: [grant] }).map((amount) => amount * 100);
    found.forEach((cents) => {
      expect(Math.abs(cents - Math.round(cents))).toBeLessThan(1e-3);
    });
    expect(sum(found.map(Math.round))).toBe(100 * title1Fy2021.grants[grant].appropriationDollars);
  });

  it('spends a budget that does not split into whole cents to the cent', () => {
    const input = {
      counts: { count: Float64Array.of(1000, 2000, 300) },
      fixed: { children: Float64Array.of(5000, 6000, 1500) },
      labels: { state: ['S', 'S', 'T'] },
    };
    for (let budget = 1_000_000; budget < 1_000_020; budget++) {
      const decision = decisionByName('title1', { grants: ['basic', 'targeted', 'efig'], budget });
      const shares = decision.truth(input);
      expect(Math.round(100 * budget * shares.reduce((sum, share) => sum + share, 0))).toBe(100 * budget);
    }
  });

  it('of four grants is the sum of the four', () => {
    const together = dollars(world);
    const apart = grantNames.map((grant) => dollars(world, { grants: [grant] }));
    together.forEach((amount, i) => {
      expect(amount).toBeCloseTo(sum(apart.map((grant) => grant[i] as number)), 4);
    });
  });

  it('gives the same shares of any budget', () => {
    const whole = dollars(world, { clauses: clauses('cents') });
    const part = dollars(world, { clauses: clauses('cents'), budget: 1e6 });
    expect(sum(part)).toBeCloseTo(1e6, 6);
    part.forEach((amount, i) => {
      expect(amount / 1e6).toBeCloseTo((whole[i] as number) / sum(whole), 14);
    });
  });

  it('does not depend on the order of districts', () => {
    const order = world.map((_, i) => (i * 23) % world.length);
    const moved = dollars(order.map((i) => world[i] as District));
    const still = dollars(world);
    order.forEach((from, to) => {
      expect(Math.abs((moved[to] as number) - (still[from] as number))).toBeLessThan(0.041);
    });
  });

  it.each(['basic', 'concentration', 'targeted'] as const)(
    '%s is not changed by a district without children',
    (grant) => {
      const more = dollars([...world, district('A', 0, 500, 8000)], { grants: [grant] });
      const still = dollars(world, { grants: [grant] });
      expect(more.at(-1)).toBe(0);
      still.forEach((amount, i) => {
        expect(Math.abs((more[i] as number) - amount)).toBeLessThan(0.011);
      });
    },
  );

  it.each(grantNames)('%s never falls when a district has more formula children', (grant) => {
    for (const i of [5, 21, 40, 58]) {
      let before = 0;
      const { count, children } = world[i] as District;
      for (let part = 0; part <= 20; part++) {
        const released = world.map((own) => own.count).with(i, Math.round(count + (part / 20) * (children - count)));
        const now = dollars(world, { grants: [grant] }, released)[i] as number;
        expect(now).toBeGreaterThanOrEqual(before - 0.011);
        before = now;
      }
    }
  });
});
