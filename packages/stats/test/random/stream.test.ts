import { openStream, type Purpose, parseSeed, type RandomStream } from '@dpfair/stats';
import { cellCountCheck, meanCheck, statisticalTest } from '@dpfair/tooling/statistical-test.js';
import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { purposeNumbers } from '../../src/random/purpose.js';
import { unitGaussianFromWords } from '../../src/random/unit-gaussian.js';
import { unitLaplaceFromWord } from '../../src/random/unit-laplace.js';
import { philoxReference } from './philox-reference.js';

const open = (seed: bigint, block = 0, purpose: Purpose = 'test') => openStream(parseSeed(seed), purpose, block);
const draw = <T>(n: number, next: () => T): T[] => Array.from({ length: n }, next);

describe('a stream', () => {
  test('is the words of the blocks of its documented counter', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), fc.maxSafeNat(), (seed, block) => {
        const high = Math.floor(block / 2 ** 32);
        const key = [Number(seed % 2n ** 32n), Number(seed >> 32n)];
        const words = draw(40, (_?: unknown) => 0).flatMap((_, i) =>
          philoxReference([i, block - high * 2 ** 32, high, 512 + purposeNumbers.test], key),
        );
        const stream = open(seed, block);
        expect(draw(160, () => stream.nextUint32())).toEqual(words);
      }),
      { numRuns: 20 },
    );
  });

  test('gives uniforms, normals and Laplace draws of the words it would give next', () => {
    const words = draw(
      5,
      (
        (stream) => () =>
          stream.nextUint32()
      )(open(5n)),
    );
    const stream = open(5n);
    const [a, b, c, d, e] = words as [number, number, number, number, number];
    expect(stream.nextUniform()).toBe((a * 2 ** 20 + Math.floor(b / 2 ** 12) + 0.5) / 2 ** 52);
    expect(stream.nextGaussian()).toBe(unitGaussianFromWords(c | 0, d | 0));
    expect(stream.nextLaplace()).toBe(unitLaplaceFromWord(e | 0));
  });

  test('repeats itself, and differs for another seed, purpose or block', () => {
    const first = (stream: RandomStream) => draw(4, () => stream.nextUint32());
    const streams = [
      open(1n),
      open(2n),
      open(1n, 1),
      open(1n, 2 ** 32),
      open(1n, 0, 'generator'),
      open(1n + (1n << 32n)),
    ];
    expect(first(open(1n))).toEqual(first(open(1n)));
    expect(new Set(streams.map((stream) => first(stream).join())).size).toBe(streams.length);
  });

  test('is of the simulation kind, which a release must not take', () => {
    expect(open(1n).randomness).toBe('simulation');
    expectTypeOf<RandomStream>().not.toExtend<{ randomness: 'release' }>();
  });

  test.each([-1, 1.5, 2 ** 53, Number.NaN])('refuses block %d', (block) => {
    expect(() => open(1n, block)).toThrow(new RangeError(`block: ${block} (allowed: an integer from 0 to 2^53 - 1)`));
  });

  test.each([0, -1, 1.5, 2 ** 53 + 2, Number.NaN])('refuses to draw below %d', (bound) => {
    expect(() => open(1n).nextInteger(bound)).toThrow(
      new RangeError(`bound: ${bound} (allowed: an integer from 1 to 2^53)`),
    );
  });

  test('draws 0 below 1', () => {
    expect(
      draw(
        20,
        (
          (stream) => () =>
            stream.nextInteger(1)
        )(open(3n)),
      ),
    ).toEqual(new Array(20).fill(0));
  });
});

type Uniforms = (seed: bigint) => number[];
const uniforms: Uniforms = (seed) =>
  draw(
    60_000,
    (
      (stream) => () =>
        stream.nextUniform()
    )(open(seed)),
  );

statisticalTest<Uniforms>({
  id: 'stats/stream-uniform',
  subject: uniforms,
  mutants: {
    'scale 10 % too small': (seed) => uniforms(seed).map((u) => 0.9 * u),
    'cut to 24 bits': (seed) => uniforms(seed).map((u) => Math.floor(u * 2 ** 24) / 2 ** 24),
    'squeezed to the middle': (seed) => uniforms(seed).map((u, i, all) => (u + (all[i ^ 1] as number)) / 2),
  },
  check: (sampler, seed, falseAlarm) => {
    const values = sampler(seed);
    const tenths = (fractions: number[]) => {
      const counts = new Array<number>(10).fill(0);
      for (const u of fractions) counts[Math.floor(10 * u)] = (counts[Math.floor(10 * u)] as number) + 1;
      return cellCountCheck(counts, new Array<number>(10).fill(0.1), falseAlarm / 3);
    };
    return [
      ...tenths(values),
      ...tenths(values.map((u) => (u * 2 ** 26) % 1)),
      meanCheck(values, { mean: 0.5, variance: 1 / 12, falseAlarm: falseAlarm / 3 }),
    ];
  },
});

type Integers = (seed: bigint, bound: number) => number[];
const integers: Integers = (seed, bound) =>
  draw(
    30_000,
    (
      (stream) => () =>
        stream.nextInteger(bound)
    )(open(seed)),
  );

statisticalTest<Integers>({
  id: 'stats/stream-integer',
  subject: integers,
  mutants: {
    'remainder without rejection': (seed, bound) =>
      draw(
        30_000,
        (
          (stream) => () =>
            (bound > 2 ** 32 ? stream.nextInteger(2 ** 53) : stream.nextUint32()) % bound
        )(open(seed)),
      ),
    'never the largest': (seed, bound) => integers(seed, bound === 6 ? 5 : bound),
    'two words where one is needed, 32 bits where 53 are': (seed, bound) =>
      integers(seed, bound).map((x) => x % 2 ** 32),
  },
  check: (sampler, seed, falseAlarm) =>
    [6, 3 * 2 ** 30, 3 * 2 ** 51].flatMap((bound) => {
      const counts = new Array<number>(6).fill(0);
      for (const value of sampler(seed, bound)) {
        const cell = Math.floor((6 * value) / bound);
        counts[cell] = (counts[cell] as number) + 1;
      }
      return cellCountCheck(counts, new Array<number>(6).fill(1 / 6), falseAlarm / 3);
    }),
});
