import { apportionmentMethods, decisionByName, signpost } from '@dpfair/decisions';
import {
  type ContinuousNoise,
  compensatedSum,
  fillUnitGaussian,
  fillUnitLaplace,
  gaussian,
  laplace,
  parseSeed,
  upperTailOfWeightedSum,
} from '@dpfair/stats';
import { binomialBand, type StatisticalTest, statisticalTest, type Verdict } from '@dpfair/tooling/statistical-test.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SeatMoves, seatMoves } from '../../../src/exact/seats/seat-moves.js';
import { finish } from '../../../src/steps/steps.js';

const methodNames = ['huntington-hill', 'webster', 'jefferson', 'adams'] as const;
type MethodName = (typeof methodNames)[number];

const trueSeats = (name: MethodName, total: number, people: readonly number[]): Float64Array =>
  decisionByName('apportionment', { method: name, seats: total }).truth({
    counts: { count: Float64Array.from(people) },
    fixed: {},
  });

function movesOf(name: MethodName, total: number, people: readonly number[], noise: ContinuousNoise): SeatMoves {
  const moves = seatMoves({
    method: apportionmentMethods[name],
    total,
    populations: Float64Array.from(people),
    truth: trueSeats(name, total, people),
    noise,
  });
  if (moves === null) throw new Error('no exact moves');
  return finish(moves());
}

describe('seats that move', () => {
  it.each(methodNames)('%s of two: the tail of a weighted difference of two noises', (name) => {
    const method = apportionmentMethods[name];
    const total = 12;
    for (const noise of [laplace(40), gaussian(55)]) {
      for (const people of [
        [3000, 4100],
        [5000, 2050],
        [700, 6300],
      ] as const) {
        const [first = 0] = trueSeats(name, total, people);
        // The first has more than k seats where x / d(k) is above y / d(total - 1 - k).
        const moreThan = (held: number) => {
          if (held < method.minimum) return 1;
          const [mine, theirs] = [signpost(method, held), signpost(method, total - 1 - held)];
          const spreads = Float64Array.of(theirs * noise.spread, mine * noise.spread);
          return upperTailOfWeightedSum(noise.kind, spreads, mine * people[1] - theirs * people[0]);
        };
        const [fewer, more] = [1 - moreThan(first - 1), moreThan(first)];
        const moves = movesOf(name, total, people, noise);
        expect(moves.fewer[0]).toBeCloseTo(fewer, 10);
        expect(moves.more[0]).toBeCloseTo(more, 10);
        expect(moves.fewer[1]).toBeCloseTo(more, 10);
        expect(moves.more[1]).toBeCloseTo(fewer, 10);
        const bias = Array.from({ length: total }, (_, held) => moreThan(held)).slice(
          method.minimum,
          total - method.minimum,
        );
        const expected = bias.reduce((sum, p) => sum + p, method.minimum) - first;
        expect(Math.abs((moves.bias[0] as number) - expected)).toBeLessThan((moves.errors[0] as number) + 1e-10);
        expect(moves.errors[0]).toBeLessThan(1e-10);
      }
    }
  });

  it('a seat that one loses another gains, whatever the house and the noise', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 2, maxLength: 4 }),
        fc.integer({ min: 0, max: 5 }),
        fc.constantFrom(...methodNames),
        fc.constantFrom(laplace(3), laplace(200), gaussian(40), gaussian(900)),
        (people, extra, name, noise) => {
          fc.pre(people.some((population) => population > 0));
          const moves = movesOf(name, people.length + extra, people, noise);
          expect(Math.abs(compensatedSum(moves.bias))).toBeLessThan(1e-9);
          expect(Math.max(...moves.errors)).toBeLessThan(1e-7);
          people.forEach((_, i) => {
            const [fewer, more] = [moves.fewer[i] as number, moves.more[i] as number];
            expect(fewer + more).toBeLessThanOrEqual(1 + 1e-9);
            expect((moves.bias[i] as number) - more).toBeGreaterThanOrEqual(-fewer * (people.length + extra) - 1e-9);
            if (more > 1e-12 && fewer === 0) expect(moves.bias[i]).toBeGreaterThan(0);
          });
        },
      ),
      { numRuns: 15 },
    );
  });

  it('nothing moves where there is a seat for everyone and no more', () => {
    const moves = movesOf('huntington-hill', 3, [10, 200, 3000], laplace(50));
    expect([...moves.fewer, ...moves.more, ...moves.bias]).toEqual(new Array(9).fill(0));
  });

  it('is not offered where it would take minutes', () => {
    const populations = Float64Array.from({ length: 3000 }, (_, i) => 1000 + i);
    const truth = trueSeats('webster', 9000, [...populations]);
    const house = { method: apportionmentMethods.webster, total: 9000, populations, truth, noise: laplace(100) };
    expect(seatMoves(house)).toBeNull();
  });
});

/** P(fewer), P(more) and expected seats of each, end to end, under noise as large as some populations. */
interface Found {
  readonly fewer: readonly number[];
  readonly more: readonly number[];
}

const small = { people: [0, 35, 90, 210], total: 9 } as const;
const eventNames = ['fewer', 'more'] as const;
const TRIALS = 12_000;
/** One with a minimum and one without; the sum over all noise on the whole numbers has the others. */
const simulatedMethods = ['huntington-hill', 'webster'] as const;
/** Methods, events and entities. */
const COMPARISONS = 2 * 2 * 4;

/** A noise, one that is too small, and how it is drawn. */
interface Kind {
  readonly noise: ContinuousNoise;
  readonly less: ContinuousNoise;
  readonly fill: typeof fillUnitLaplace;
}

const agreement = ({ noise, less, fill }: Kind): Omit<StatisticalTest<(name: MethodName) => Found>, 'id'> => ({
  subject: (name) => found(movesOf(name, small.total, small.people, noise)),
  mutants: {
    'noise a fifth too small': (name) => found(movesOf(name, small.total, small.people, less)),
    'signposts of another method': (name) =>
      found(movesOf(name === 'webster' ? 'jefferson' : 'webster', small.total, small.people, noise)),
  },
  check: (subject, seed, falseAlarm) =>
    simulatedMethods.flatMap((name) => {
      const expected = subject(name);
      const hits = simulatedHits(name, noise, fill, seed);
      return eventNames.flatMap((event) =>
        expected[event].map((probability, i): Verdict => {
          const { lower, upper } = binomialBand(TRIALS, within(probability), falseAlarm / COMPARISONS);
          return { statistic: hits[event][i] as number, lower, upper, what: `${name}: ${event} seats of ${i}` };
        }),
      );
    }),
});

statisticalTest({
  id: 'fairness/seat-moves-laplace',
  ...agreement({ noise: laplace(30), less: laplace(24), fill: fillUnitLaplace }),
});
statisticalTest({
  id: 'fairness/seat-moves-gaussian',
  ...agreement({ noise: gaussian(45), less: gaussian(36), fill: fillUnitGaussian }),
});

function simulatedHits(name: MethodName, noise: ContinuousNoise, fill: typeof fillUnitLaplace, seed: bigint) {
  const people = Float64Array.from(small.people);
  const n = people.length;
  const input = { counts: { count: people }, fixed: {} };
  const house = decisionByName('apportionment', { method: name, seats: small.total });
  const { apply } = house.pipeline('none', input);
  const truth = house.truth(input);
  const [unit, count, seats] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  const hits = { fewer: new Float64Array(n), more: new Float64Array(n) };
  for (let trial = 0; trial < TRIALS; trial++) {
    fill(unit, parseSeed(seed), 'noise', trial);
    for (let i = 0; i < n; i++) count[i] = (people[i] as number) + noise.spread * (unit[i] as number);
    apply({ count }, seats);
    for (let i = 0; i < n; i++) {
      if ((seats[i] as number) < (truth[i] as number)) hits.fewer[i] = (hits.fewer[i] as number) + 1;
      if ((seats[i] as number) > (truth[i] as number)) hits.more[i] = (hits.more[i] as number) + 1;
    }
  }
  return hits;
}

const found = ({ fewer, more }: SeatMoves): Found => ({ fewer: [...fewer], more: [...more] });

const within = (probability: number) => Math.min(1, Math.max(0, probability));
