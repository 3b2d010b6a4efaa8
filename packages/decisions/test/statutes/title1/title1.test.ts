import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DecisionInput, type DecisionParameters, decisionByName } from '../../../src/index.js';
import { type ClauseName, clausesWith } from '../../../src/statutes/title1/law/clauses.js';
import { grantNames } from '../../../src/statutes/title1/law/statute.js';
import { title1Fy2021 } from '../../../src/statutes/title1/law/title1-fy2021.js';
import { type District, slowGrant } from './slow-title1.js';

const inputOf = (
  districts: readonly District[],
  fixed: Readonly<Record<string, readonly number[]>> = {},
): DecisionInput => ({
  counts: { count: Float64Array.from(districts, ({ count }) => count) },
  fixed: {
    children: Float64Array.from(districts, ({ children }) => children),
    expenditure: Float64Array.from(districts, ({ expenditure }) => expenditure),
    ...Object.fromEntries(Object.entries(fixed).map(([role, values]) => [role, Float64Array.from(values)])),
  },
  labels: { state: districts.map(({ state }) => state) },
});

/** Dollars of each district on these counts, held harmless at those of `truth`. */
function dollars(
  districts: readonly District[],
  parameters: DecisionParameters = {},
  released: readonly number[] = districts.map(({ count }) => count),
  fixed: Readonly<Record<string, readonly number[]>> = {},
): number[] {
  const decision = decisionByName('title1', parameters);
  const input = inputOf(districts, fixed);
  const outcome = new Float64Array(districts.length);
  decision.pipeline('none', input).apply({ count: Float64Array.from(released) }, outcome);
  return [...outcome].map((share) => share * (decision.budgetDollars as number));
}

const clauses = (...off: readonly ClauseName[]) => Object.fromEntries(off.map((name) => [name, false]));
const district = (state: string, count: number, children: number, expenditure = 10_000): District => ({
  state,
  count,
  children,
  expenditure,
});
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** 60 districts in three states, of very different size. */
const world = Array.from({ length: 60 }, (_, k): District => {
  const children = Math.round(30 * 1.17 ** k);
  return district(
    'ABC'[k % 3] as string,
    Math.round(children * (0.03 + 0.009 * ((k * 7) % 40))),
    children,
    8000 + 1500 * (k % 3),
  );
});

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

describe('the events of Title I', () => {
  it('ask who is eligible for each grant', () => {
    const { events = [] } = decisionByName('title1');
    expect(events.map(({ name }) => name)).toEqual([
      'eligible for basic grants',
      'eligible for concentration grants',
      'eligible for targeted grants',
      'eligible for education finance incentive grants',
    ]);
    const input = inputOf([district('A', 10, 500), district('A', 11, 500), district('A', 80, 500)]);
    expect(events.map(({ decision }) => [...decision.truth(input)])).toEqual([
      [0, 1, 1],
      [0, 0, 1],
      [0, 0, 1],
      [0, 0, 1],
    ]);
    expect(events.map(({ postOf }) => postOf('simplex'))).toEqual(['simplex', 'simplex', 'simplex', 'simplex']);
    // Together 30 too many: each of three loses 10 to keep the total of 101.
    const [basic] = events;
    const outcome = new Float64Array(3);
    basic?.decision.pipeline('sum', input).apply({ count: Float64Array.of(19, 21, 91) }, outcome);
    expect([...outcome]).toEqual([0, 1, 1]);
    basic?.decision.pipeline('none', input).apply({ count: Float64Array.of(19, 21, 91) }, outcome);
    expect([...outcome]).toEqual([1, 1, 1]);
  });

  it('are not asked where noise cannot change them', () => {
    expect(decisionByName('title1', { clauses: { eligibility: false } }).events).toEqual([]);
    expect(decisionByName('title1', { clauses: { 'eligibility-from-truth': true } }).events).toEqual([]);
  });
});

describe('what a reader must know of the columns', () => {
  const warned = (input: DecisionInput, parameters: DecisionParameters = {}) =>
    decisionByName('title1', parameters)
      .examine?.(input)
      .warnings.filter(({ code }) => code === 'clause-without-data')
      .map(({ message }) => /map (\w+)=/.exec(message)?.[1]);

  it('is which of them are missing for a clause that is on', () => {
    const { counts, fixed, labels } = inputOf(world);
    const { children } = fixed;
    const bare = { counts, fixed: { children: children as Float64Array }, ...(labels && { labels }) };
    expect(warned(bare)).toEqual(['expenditure', 'equity', 'previous']);
    expect(warned(inputOf(world))).toEqual(['income', 'equity', 'previous']);
    expect(warned(bare, { grants: ['basic'], clauses: clauses('expenditure', 'hold-harmless') })).toEqual([]);
  });

  it('is which numbers of the statute nobody read, of the grants that are made', () => {
    const keysOf = (parameters: DecisionParameters) =>
      decisionByName('title1', parameters)
        .examine?.(inputOf(world))
        .warnings.filter(({ code }) => code === 'statute-unconfirmed')
        .map(({ message }) => message.replace(/.*: /, ''));
    expect(keysOf({})).toEqual([title1Fy2021.unconfirmed?.join(', ')]);
    expect(keysOf({ grants: ['targeted'] })).toEqual(['grants.targeted.appropriationDollars']);
    const { unconfirmed: _, ...read } = title1Fy2021;
    expect(keysOf({ statute: read })).toEqual([]);
  });

  it('is which rows have more formula children than children', () => {
    const found = (input: DecisionInput, parameters: DecisionParameters = {}) =>
      decisionByName('title1', parameters)
        .examine?.(input)
        .impossible?.map(({ entities }) => entities);
    const input = inputOf([district('A', 10, 10), district('A', 11, 10), district('A', 1, 5), district('A', 1, 0)]);
    expect(found(input)).toEqual([[1, 3]]);
    const { children, ...fixed } = input.fixed;
    const { count } = input.counts;
    const bothPrivate = { ...input, fixed, counts: { count, children } as DecisionInput['counts'] };
    expect(found(bothPrivate, { private: ['children'] })).toEqual([[1, 3]]);
    expect(found(inputOf(world))).toEqual([]);
  });

  it('is nothing where every column is there', () => {
    const column = world.map(() => 1);
    const all = {
      income: column,
      equity: column,
      ...Object.fromEntries(grantNames.map((name) => [`previous_${name}`, column])),
    };
    expect(warned(inputOf(world, all))).toEqual([]);
    expect(warned(inputOf(world, { previous: column }), { grants: ['basic'] })).toEqual([]);
  });
});

describe('what cannot be read', () => {
  const refused = (parameters: DecisionParameters) => () => decisionByName('title1', parameters);

  it('is named with what is allowed', () => {
    expect(refused({ clauses: { 'hold-harmles': false } })).toThrow(
      'clause that title1 does not have: hold-harmles (allowed: eligibility, ',
    );
    expect(refused({ grants: ['basics'] })).toThrow(
      'grant that title1 does not have: basics (allowed: basic, concentration, targeted, efig)',
    );
    expect(refused({ statute: 'title2' })).toThrow(
      'no built-in rule file of this name: title2 (allowed: title1-fy2021, or a file',
    );
    expect(refused({ private: ['state'] })).toThrow('title1 cannot make private: state (allowed: children)');
    expect(refused({ rule: 'count > 1' })).toThrow('decision title1 has no use for rule');
  });

  it('is a post-processing that makes shares', () => {
    expect(() => decisionByName('title1').pipeline('pos', inputOf(world))).toThrow(
      'post-processing that decision title1 does not take: pos (allowed: none, clip, sum, simplex)',
    );
  });

  it('is a state without a name, a state with two expenditures, and a row of another type', () => {
    const truth = (input: DecisionInput) => () => decisionByName('title1').truth(input);
    expect(truth(inputOf([district('A', 50, 100), district(' ', 50, 100)]))).toThrow('entity 2: state: blank');
    expect(truth(inputOf([district('A', 50, 100), district('A', 50, 100, 9000)]))).toThrow(
      'entity 2: expenditure differs within state A: 10000 and 9000 (allowed: one number a state, on each of its rows)',
    );
    const odd = inputOf([district('A', 50, 100)]);
    expect(truth({ ...odd, labels: { ...odd.labels, type: ['city'] } })).toThrow(
      'entity 1: type: city (allowed: district, county)',
    );
  });

  it('is a world in which no district is eligible', () => {
    expect(() => decisionByName('title1').truth(inputOf([district('A', 3, 100)]))).toThrow('no district is eligible');
  });
});
