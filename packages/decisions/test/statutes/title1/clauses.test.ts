import { describe, expect, it } from 'vitest';
import { decisionByName } from '../../../src/index.js';
import { title1Fy2021 } from '../../../src/statutes/title1/law/title1-fy2021.js';
import { clauses, district, dollars, inputOf, sum, world } from './small-world.js';

describe('clauses', () => {
  it('eligibility-from-truth keeps those eligible who were, and no others', () => {
    const districts = [district('A', 12, 100), district('A', 9, 100), district('A', 500, 1000)];
    const found = (on: boolean) =>
      dollars(
        districts,
        { grants: ['basic'], clauses: { 'eligibility-from-truth': on, 'hold-harmless': false } },
        [8, 14, 500],
      );
    expect(found(false).map((amount) => amount > 0)).toEqual([false, true, true]);
    expect(found(true).map((amount) => amount > 0)).toEqual([true, false, true]);
  });

  it('eligibility off pays every district', () => {
    const districts = [district('A', 1, 100), district('A', 500, 1000)];
    expect(
      dollars(districts, { grants: ['targeted'], clauses: clauses('eligibility') }).every((amount) => amount > 0),
    ).toBe(true);
  });

  it('eligibility off spends everything where released counts are negative', () => {
    const parameters = {
      grants: ['targeted'] as const,
      clauses: clauses('eligibility', 'hold-harmless', 'state-minimum'),
    };
    const districts = [district('A', 100, 1000), district('A', 200, 2000), district('B', 300, 3000)];
    const paid = dollars(districts, parameters, [-10, 200, 300]);
    expect(sum(paid)).toBeCloseTo(title1Fy2021.grants.targeted.appropriationDollars, 0);
    expect(paid[0]).toBeLessThan(0);
    // 200 and 300 are 10 % of the children: each counts once, so that the three share as -10 : 200 : 300 do.
    expect((paid[2] as number) / (paid[1] as number)).toBeCloseTo(1.5, 9);
  });

  it('with every step held at the truth, shares of raw counts have no kink: the mean of opposite noise is close to linear', () => {
    const smooth = {
      grants: ['targeted'],
      clauses: {
        'eligibility-from-truth': true,
        'brackets-from-truth': true,
        'hold-harmless': false,
        'state-minimum': false,
        cents: false,
      },
    };
    const shift = (sign: number) => world.map(({ count }, i) => count + sign * ((i % 5) - 2));
    const [up, down, still] = [
      dollars(world, smooth, shift(1)),
      dollars(world, smooth, shift(-1)),
      dollars(world, smooth),
    ];
    const total = sum(still);
    still.forEach((amount, i) => {
      expect(Math.abs(((up[i] as number) + (down[i] as number)) / 2 - amount) / total).toBeLessThan(1e-8);
    });
  });

  it('state-minimum gives a small state more', () => {
    const districts = [...world, district('Small', 100, 500)];
    const off = dollars(districts, { clauses: clauses('state-minimum') }).at(-1) as number;
    expect(dollars(districts).at(-1)).toBeGreaterThan(off);
  });

  it('children can be private, and then receive what is released', () => {
    const decision = decisionByName('title1', { private: ['children'], grants: ['targeted'] });
    expect(decision.privateRoles).toEqual(['count', 'children']);
    const { counts, fixed, labels } = inputOf(world);
    const { children, ...others } = fixed;
    const input = {
      counts: { ...counts, children: children as Float64Array },
      fixed: others,
      ...(labels && { labels }),
    };
    const released = (children as Float64Array).map((all) => 1.1 * all);
    const outcome = new Float64Array(world.length);
    decision.pipeline('clip', input).apply({ count: counts.count as Float64Array, children: released }, outcome);
    const asPublic = decisionByName('title1', { grants: ['targeted'], clauses: clauses('hold-harmless') });
    const other = asPublic.truth({ ...input, counts, fixed: { ...others, children: released } });
    const last = decision.truth(input);
    expect(outcome.some((share, i) => share !== last[i])).toBe(true);
    const free = decisionByName('title1', {
      private: ['children'],
      grants: ['targeted'],
      clauses: clauses('hold-harmless'),
    });
    free.pipeline('clip', input).apply({ count: counts.count as Float64Array, children: released }, outcome);
    outcome.forEach((share, i) => {
      expect(share).toBeCloseTo(other[i] as number, 12);
    });
  });
});
