import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_FLOOR } from '../../../../../src/statutes/title1/kernel/spending/at-rate.js';
import { nationalSpender, stateSpender } from '../../../../../src/statutes/title1/kernel/spending/spend.js';

const column = (values: readonly number[]): Float64Array => Float64Array.from(values);
const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);
const startOf = (worlds: readonly (readonly unknown[])[]): Int32Array => {
  const start = new Int32Array(worlds.length + 1);
  worlds.forEach((state, s) => {
    start[s + 1] = (start[s] as number) + state.length;
  });
  return start;
};

interface District {
  readonly weight: number;
  readonly floor: number;
}

/** Root of a function that rises, by halving. */
function halve(spent: (rate: number) => number, budget: number, most: number): number {
  let [low, high] = [0, most];
  for (let k = 0; k < 200; k++) {
    const middle = (low + high) / 2;
    if (spent(middle) > budget) high = middle;
    else low = middle;
  }
  return low;
}

const paid = (state: readonly District[], rate: number) =>
  state.map(({ weight, floor }) => Math.max(floor, rate * weight));

/** The rule in words, state by state, each rate found by halving. */
function slowly(world: readonly (readonly District[])[], minimums: readonly number[], budget: number): number[] {
  const held = world.map((state) => sum(state.map(({ floor }) => floor)));
  if (sum(held) >= budget) {
    return world.flatMap((state) => state.map(({ floor }) => (floor * budget) / sum(held)));
  }
  const asked = world.map((state, s) => (state.some(({ weight }) => weight > 0) ? (minimums[s] as number) : 0));
  const added = asked.map((minimum, s) => Math.max(0, minimum - (held[s] as number)));
  const part = Math.min(1, (budget - sum(held)) / sum(added));
  const least = added.map((more, s) => (more > 0 ? (held[s] as number) + part * more : 0));
  const share = (state: readonly District[], s: number, rate: number) =>
    Math.max(least[s] as number, sum(paid(state, rate)));
  const spentAt = (rate: number) => sum(world.map((state, s) => share(state, s, rate)));
  const common = part < 1 ? 0 : halve(spentAt, budget, 1e6);
  return world.flatMap((state, s) => {
    const minimum = least[s] as number;
    if (sum(paid(state, common)) >= minimum) return paid(state, common);
    return paid(
      state,
      halve((rate) => sum(paid(state, rate)), minimum, 1e6),
    );
  });
}

const district = fc.record({
  weight: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 100 })),
  floor: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 100 })),
});
const world = fc.array(fc.array(district, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });

describe('a budget with minimums of states', () => {
  const nationally = (
    districts: readonly (readonly District[])[],
    minimums: readonly number[],
    budget: number,
    remembered?: readonly (readonly District[])[],
  ) => {
    const spend = nationalSpender(startOf(districts));
    const amount = new Float64Array(districts.flat().length);
    const run = (on: readonly (readonly District[])[], remember: boolean) =>
      spend(
        column(on.flat().map(({ weight }) => weight)),
        column(on.flat().map(({ floor }) => floor)),
        column(minimums),
        budget,
        amount,
        remember,
      );
    if (remembered !== undefined) run(remembered, true);
    const { rate, atMinimum } = run(districts, false);
    return { amount: [...amount], rate: [...rate], atMinimum: [...atMinimum] };
  };
  const alone = (weight: number, floor: number): District[] => [{ weight, floor }];

  it('that minimums and held amounts exceed together reduces what minimums add', () => {
    // 90 are held; the minimum of the other state would add 60, and 10 are left.
    const { amount, atMinimum } = nationally([alone(1, 90), alone(1, 0)], [0, 60], 100);
    expect(amount).toEqual([90, 10]);
    expect(atMinimum).toEqual([0, 1]);
  });

  it('that they just reach gives each what it is due, and nothing more', () => {
    expect(nationally([alone(1, 40), alone(1, 0)], [0, 60], 100).amount).toEqual([40, 60]);
  });

  it('that nothing is held in is shared by minimums alone, in proportion', () => {
    const nothing = NO_FLOOR;
    const { amount } = nationally([alone(1, nothing), alone(5, nothing)], [100, 300], 100);
    expect(amount).toEqual([25, 75]);
  });

  it('pays who is below the minimum apart, at a rate of its own', () => {
    // At one rate 10, 90: the minimum takes 30, and the other has 70.
    const { amount, rate } = nationally([alone(1, 0), alone(9, 0)], [30, 0], 100);
    expect(amount[0]).toBeCloseTo(30, 12);
    expect(amount[1]).toBeCloseTo(70, 12);
    expect(rate[1]).toBeCloseTo(70 / 9, 12);
  });

  it('is spent as halving spends it, in any world, from any start', () => {
    fc.assert(
      fc.property(
        world,
        world,
        fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 5, maxLength: 5 }),
        fc.integer({ min: 1, max: 2000 }),
        (districts, other, minimums, budget) => {
          fc.pre(districts.flat().some(({ weight }) => weight > 0));
          const expected = slowly(districts, minimums, budget);
          const before = districts.map((state, s) => state.map((own, i) => other[s % other.length]?.[i] ?? own));
          for (const { amount } of [
            nationally(districts, minimums, budget),
            nationally(districts, minimums, budget, before),
          ]) {
            expect(sum(amount)).toBeCloseTo(budget, 8);
            amount.forEach((dollars, i) => {
              expect(dollars).toBeCloseTo(expected[i] as number, 7);
            });
          }
        },
      ),
    );
  });

  it('remembers where it starts only when it is told to', () => {
    const spend = nationalSpender(Int32Array.from([0, 3, 6, 9]));
    const weights = [0.1, 0.7, 3, 1.1, 2.3, 0.2, 7.7, 0.9, 5.3].map((weight) => weight / 3);
    const floors = column([1, 0.1, 2, 0.3, 0, 0, 1, 9, 0.7]);
    const after = (others: readonly number[]) => {
      const amount = new Float64Array(9);
      for (const factor of others)
        spend(column(weights.map((weight, i) => weight * factor ** i)), floors, column([9, 1, 1]), 77.7, amount);
      spend(column(weights), floors, column([9, 1, 1]), 77.7, amount);
      return [...amount];
    };
    const first = after([]);
    for (const others of [[3], [0.1, 2], [1.7, 0.3, 5]]) expect(after(others)).toEqual(first);
  });
});

describe('a budget that goes to states first', () => {
  const byState = (
    districts: readonly (readonly District[])[],
    stateWeight: readonly number[],
    minimums: readonly number[],
    budget: number,
  ): number[] => {
    const amount = new Float64Array(districts.flat().length);
    stateSpender(startOf(districts))(
      column(districts.flat().map(({ weight }) => weight)),
      column(districts.flat().map(({ floor }) => floor)),
      column(stateWeight),
      column(minimums),
      budget,
      amount,
    );
    return [...amount];
  };

  it('is shared by the weights of states, and in each by those of its districts', () => {
    const [first, second] = [
      [
        { weight: 1, floor: 0 },
        { weight: 3, floor: 0 },
      ],
      [{ weight: 7, floor: 0 }],
    ];
    expect(byState([first, second], [2, 3], [0, 0], 100)).toEqual([10, 30, 60]);
  });

  it('is all spent where districts below zero outweigh those above in a state', () => {
    const none = NO_FLOOR;
    const inverted = [
      { weight: 5, floor: none },
      { weight: -6, floor: none },
    ];
    expect(byState([inverted, [{ weight: 1, floor: none }]], [1, 1], [50, 0], 100)).toEqual([0, 0, 100]);
  });

  it('is spent within allotments, in any world', () => {
    fc.assert(
      fc.property(
        world,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 5, maxLength: 5 }),
        fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 5, maxLength: 5 }),
        fc.integer({ min: 1, max: 2000 }),
        (districts, stateWeights, minimums, budget) => {
          const receives = districts.map((state) => state.some(({ weight, floor }) => weight > 0 || floor > 0));
          fc.pre(receives.includes(true));
          const own = districts.map((_, s) => (receives[s] ? (stateWeights[s] as number) : 0));
          const least = districts.map((_, s) => (receives[s] ? (minimums[s] as number) : 0));
          const allotments = slowly([own.map((weight, s) => ({ weight, floor: least[s] as number }))], [0], budget);
          const expected = districts.flatMap((state, s) => {
            const allotted = allotments[s] as number;
            if (allotted === 0) return state.map(() => 0);
            if (state.some(({ weight }) => weight > 0)) return slowly([state], [0], allotted);
            return state.map(({ floor }) => (floor > 0 ? (floor * allotted) / sum(state.map((d) => d.floor)) : 0));
          });
          const amount = byState(districts, stateWeights, minimums, budget);
          expect(sum(amount)).toBeCloseTo(budget, 8);
          amount.forEach((dollars, i) => {
            expect(dollars).toBeCloseTo(expected[i] as number, 7);
          });
        },
      ),
    );
  });
});
