import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportionerByName } from '../../src/apportionment/apportioner-by-name.js';
import {
  type ApportionmentMethodName,
  apportionmentMethodNames,
  apportionmentMethods,
} from '../../src/apportionment/methods.js';
import { tiedEntities } from '../../src/apportionment/tied-entities.js';
import { byDivisorSearch, byLargestRemainder, byPriorityList } from './brute-force.js';
import { census2020 } from './census-2020.js';

const apportion = (name: ApportionmentMethodName, populations: readonly number[], total: number): number[] => {
  const seats = new Float64Array(populations.length);
  apportionerByName(name, total)(Float64Array.from(populations), seats);
  return [...seats];
};
const divisorNames = ['huntington-hill', 'webster', 'jefferson', 'adams'] as const;

/** Small whole populations have many ties; wide ones have few. */
const populationsOf = (least: number) =>
  fc.oneof(
    fc.array(fc.integer({ min: least, max: 30 }), { minLength: 1, maxLength: 9 }),
    fc.array(fc.integer({ min: least, max: 1e15 }), { minLength: 1, maxLength: 9 }),
  );

describe('apportionment', () => {
  it.each(divisorNames)('%s gives what the sorted list of all priorities gives, ties included', (name) => {
    fc.assert(
      fc.property(populationsOf(1), fc.integer({ min: 0, max: 40 }), (populations, extra) => {
        const total = populations.length + extra;
        expect(apportion(name, populations, total)).toEqual(byPriorityList(name, populations, total));
      }),
      { numRuns: 400 },
    );
  });

  it.each(divisorNames)('%s is the rounding of quotas at one divisor', (name) => {
    fc.assert(
      fc.property(populationsOf(1), fc.integer({ min: 0, max: 40 }), (populations, extra) => {
        const total = populations.length + extra;
        const found = byDivisorSearch(name, populations, total);
        const tied = tiedEntities(name, total, Float64Array.from(populations));
        // Where the last seat is tied no divisor gives the house, but for one that rounding seems to.
        if (tied.length > 1) return;
        expect(apportion(name, populations, total)).toEqual(found);
      }),
      { numRuns: 150, examples: [[[19, 19, 5, 15, 5, 7], 40]] },
    );
  });

  it('hamilton gives the largest remainders, ties included', () => {
    fc.assert(
      fc.property(populationsOf(0), fc.integer({ min: 1, max: 60 }), (populations, total) => {
        fc.pre(populations.some((population) => population > 0));
        expect(apportion('hamilton', populations, total)).toEqual(byLargestRemainder(populations, total));
      }),
      { numRuns: 600 },
    );
  });

  it('the House of 2020, from the apportionment populations of the census', () => {
    const populations = census2020.map(([, population]) => population);
    const seats = census2020.map(([, , own]) => own);
    expect(populations.reduce((a, b) => a + b, 0)).toBe(331_108_434);
    expect(apportion('huntington-hill', populations, 435)).toEqual(seats);
  });

  it('New York was 89 people short of a seat in 2020, which Minnesota had', () => {
    const with2020 = (more: number) =>
      apportion(
        'huntington-hill',
        census2020.map(([state, population]) => population + (state === 'New York' ? more : 0)),
        435,
      );
    const [newYork, minnesota] = ['New York', 'Minnesota'].map((name) => census2020.findIndex(([s]) => s === name));
    const at = (seats: number[]) => [seats[newYork as number], seats[minnesota as number]];
    expect(at(with2020(88))).toEqual([26, 8]);
    expect(at(with2020(89))).toEqual([27, 7]);
  });

  it('five methods, five answers: the example of Balinski and Young', () => {
    const populations = [9061, 7179, 5259, 3319, 1182];
    expect(apportion('adams', populations, 26)).toEqual([9, 7, 5, 3, 2]);
    expect(apportion('huntington-hill', populations, 26)).toEqual([9, 7, 6, 3, 1]);
    expect(apportion('webster', populations, 26)).toEqual([9, 8, 5, 3, 1]);
    expect(apportion('jefferson', populations, 26)).toEqual([10, 7, 5, 3, 1]);
    expect(apportion('hamilton', populations, 26)).toEqual([9, 7, 5, 4, 1]);
  });

  it('all seats are given, whole, none below the minimum, more people never having fewer', () => {
    const populations = fc.array(fc.double({ min: -10, max: 1000, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(
        populations,
        fc.integer({ min: 0, max: 500 }),
        fc.constantFrom(...apportionmentMethodNames),
        (people, extra, name) => {
          const total = people.length + extra;
          const seats = apportion(name, people, total);
          expect(seats.reduce((a, b) => a + b, 0)).toBe(total);
          expect(seats.every((own) => Number.isInteger(own) && own >= apportionmentMethods[name].minimum)).toBe(true);
          const present = people.map((population) => Math.max(population, 0));
          for (let i = 1; i < people.length; i++) {
            const more = (present[i] as number) > (present[i - 1] as number);
            if (more) expect(seats[i]).toBeGreaterThanOrEqual(seats[i - 1] as number);
          }
        },
      ),
      { numRuns: 600 },
    );
  });

  it('scaling all populations by a power of two changes nothing, and listing them otherwise lists the seats otherwise', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 100_000 }), { minLength: 2, maxLength: 12 }),
        fc.constantFrom(2 ** -30, 0.5, 2 ** 20),
        fc.constantFrom(...apportionmentMethodNames),
        (populations, factor, name) => {
          const seats = apportion(name, populations, 60);
          expect(
            apportion(
              name,
              populations.map((population) => population * factor),
              60,
            ),
          ).toEqual(seats);
          expect(apportion(name, populations.toReversed(), 60)).toEqual(seats.toReversed());
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each(divisorNames)('%s is house monotone: a larger house takes no seat from anyone', (name) => {
    fc.assert(
      fc.property(populationsOf(1), (populations) => {
        let before = apportion(name, populations, populations.length);
        for (let total = populations.length + 1; total < populations.length + 25; total++) {
          const after = apportion(name, populations, total);
          expect(after.every((own, i) => own >= (before[i] as number))).toBe(true);
          before = after;
        }
      }),
      { numRuns: 60 },
    );
  });

  it('hamilton takes a seat from the smallest when the house grows: the Alabama paradox', () => {
    // Populations 6, 6, 2: 4.29, 4.29, 1.43 of 10 seats, 4.71, 4.71, 1.57 of 11 (a common textbook example).
    expect(apportion('hamilton', [6, 6, 2], 10)).toEqual([4, 4, 2]);
    expect(apportion('hamilton', [6, 6, 2], 11)).toEqual([5, 5, 1]);
    // 3 %, 7 %, 90 %: 1.47, 3.43, 44.1 of 49 seats; 1.53, 3.57, 45.9 of 51 (net.math, 15 March 1982).
    expect(apportion('hamilton', [3, 7, 90], 49)).toEqual([2, 3, 44]);
    expect(apportion('hamilton', [3, 7, 90], 51)).toEqual([1, 4, 46]);
  });

  it('hamilton moves seats between two others when a third joins with its own seats: the paradox of new states', () => {
    // 100 seats for 1045 and 8955 people are 10.45 and 89.55; 525 newcomers bring the 5 seats that are their share (5.25).
    expect(apportion('hamilton', [1045, 8955], 100)).toEqual([10, 90]);
    expect(apportion('hamilton', [1045, 8955, 525], 105)).toEqual([11, 89, 5]);
    // No divisor method does that.
    for (const name of divisorNames) {
      const two = apportion(name, [1045, 8955], 100);
      const third = apportion(name, [1045, 8955, 525], 105)[2] as number;
      expect(apportion(name, [1045, 8955, 525], 100 + third).slice(0, 2)).toEqual(two);
    }
  });

  it('people of no number: one seat where everyone has one, else none', () => {
    expect(apportion('huntington-hill', [5, 0, 5], 7)).toEqual([3, 1, 3]);
    expect(apportion('adams', [5, 0, 5], 7)).toEqual([3, 1, 3]);
    for (const name of ['webster', 'jefferson', 'hamilton'] as const) {
      expect(apportion(name, [5, -3, 5], 6)).toEqual([3, 0, 3]);
    }
  });

  it('where nobody is left, seats are dealt in turn', () => {
    for (const name of apportionmentMethodNames) expect(apportion(name, [0, -1, 0], 5)).toEqual([2, 2, 1]);
  });

  it('one seat goes to the largest, one entity gets all', () => {
    for (const name of ['webster', 'jefferson', 'hamilton'] as const) {
      expect(apportion(name, [5, 7, 6], 1)).toEqual([0, 1, 0]);
    }
    for (const name of apportionmentMethodNames) expect(apportion(name, [12.5], 435)).toEqual([435]);
  });

  it.each([
    ['webster', [1, 3], 2, [0, 1]],
    ['huntington-hill', [1, 6], 10, [0, 1]],
    ['jefferson', [10, 10, 10], 10, [0, 1, 2]],
    ['hamilton', [1, 1, 2], 3, []],
    ['hamilton', [1, 1, 2], 2, [0, 1]],
    ['huntington-hill', [1e15, 1e15, 1], 4, [0, 1]],
    ['huntington-hill', [1e15 + 1, 1e15, 1], 4, []],
    ['webster', [0, 0], 3, []],
    ['webster', [0.1, 0.3], 2, []],
    ['adams', [3, 7], 2, []],
  ] as const)('ties for the last seat, %s of %o with %d seats: places %o', (name, populations, total, tied) => {
    expect(tiedEntities(name, total, Float64Array.from(populations))).toEqual(tied);
  });

  it('a tie goes to the larger population, then to the one listed first', () => {
    expect(apportion('webster', [1, 3], 2)).toEqual([0, 2]);
    expect(apportion('huntington-hill', [1, 6], 10)).toEqual([1, 9]);
    expect(apportion('jefferson', [10, 10, 10], 10)).toEqual([4, 3, 3]);
    expect(apportion('hamilton', [1, 1, 2], 2)).toEqual([1, 0, 1]);
  });
});
