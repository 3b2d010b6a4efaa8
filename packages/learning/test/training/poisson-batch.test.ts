import { openStream, parseSeed, type Seed } from '@dpfair/stats';
import { cellCountCheck, statisticalTest } from '@dpfair/tooling/statistical-test.js';
import { describe, expect, it } from 'vitest';
import { drawOfStep } from '../../src/streams/addresses.js';
import { poissonBatch } from '../../src/training/poisson-batch.js';

type Sampler = (rows: number, rate: number, seed: Seed, draw: number, out: Int32Array) => number;

/** A batch of exactly the expected size: what is often taken for Poisson sampling. */
const fixedSize: Sampler = (rows, rate, seed, draw, out) => {
  const stream = openStream(seed, 'batch', draw);
  const all = Array.from({ length: rows }, (_, row) => row);
  const size = Math.round(rows * rate);
  for (let k = 0; k < size; k++) {
    const other = k + stream.nextInteger(rows - k);
    [all[k], all[other]] = [all[other] as number, all[k] as number];
    out[k] = all[k] as number;
  }
  return size;
};

/** Rows 2k and 2k + 1 stand or fall together. */
const inPairs: Sampler = (rows, rate, seed, draw, out) => {
  const size = poissonBatch(rows / 2, rate, seed, draw, out);
  for (let k = size - 1; k >= 0; k--) {
    const pair = out[k] as number;
    out[2 * k + 1] = 2 * pair + 1;
    out[2 * k] = 2 * pair;
  }
  return 2 * size;
};

statisticalTest<Sampler>({
  id: 'learning/poisson-batch',
  subject: poissonBatch,
  mutants: {
    'batches of a fixed size': fixedSize,
    'neighbours together': inPairs,
    'rate 10 % too high': (rows, rate, ...rest) => poissonBatch(rows, 1.1 * rate, ...rest),
    'never the first row': (rows, rate, seed, draw, out) => {
      const size = poissonBatch(rows, rate, seed, draw, out);
      return out[0] === 0 && size > 0 ? out.copyWithin(0, 1, size) && size - 1 : size;
    },
  },
  check: (sample, number, falseAlarm) => {
    // Six rows have 64 batches, and each has a probability in closed form: that is all there is to know.
    const [rows, rate, draws] = [6, 0.3, 20_000];
    const seed = parseSeed(number);
    const out = new Int32Array(rows);
    const counts = new Float64Array(2 ** rows);
    for (let draw = 0; draw < draws; draw++) {
      const size = sample(rows, rate, seed, draw, out);
      let subset = 0;
      for (let k = 0; k < size; k++) subset |= 1 << (out[k] as number);
      counts[subset] = (counts[subset] as number) + 1;
    }
    const size = (subset: number) => subset.toString(2).replaceAll('0', '').length;
    const probabilities = Array.from(counts, (_, subset) => rate ** size(subset) * (1 - rate) ** (rows - size(subset)));
    return cellCountCheck(counts, probabilities, falseAlarm);
  },
});

describe('Poisson batches', () => {
  it('are ascending rows without repetition, and all rows at rate 1', () => {
    const out = new Int32Array(1000);
    for (let draw = 0; draw < 50; draw++) {
      const size = poissonBatch(1000, 0.2, parseSeed(3), draw, out);
      let ascending = true;
      for (let k = 1; k < size; k++) ascending &&= (out[k] as number) > (out[k - 1] as number);
      expect(ascending).toBe(true);
      expect(out[size - 1] as number).toBeLessThan(1000);
    }
    expect(poissonBatch(1000, 1, parseSeed(3), 0, out)).toBe(1000);
    expect(Array.from(out)).toEqual(Array.from({ length: 1000 }, (_, row) => row));
  });

  it('may be empty', () => {
    const sizes = Array.from({ length: 100 }, (_, draw) =>
      poissonBatch(10, 0.01, parseSeed(4), draw, new Int32Array(10)),
    );
    expect(Math.min(...sizes)).toBe(0);
    expect(Math.max(...sizes)).toBeGreaterThan(0);
  });

  it('no two steps of two repetitions have the same number, to the last step that fits', () => {
    const last = 2 ** 30 - 1;
    const numbers = [0, 1, 2].flatMap((repetition) =>
      [0, 1, last - 1, last].map((step) => drawOfStep(repetition, step)),
    );
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
