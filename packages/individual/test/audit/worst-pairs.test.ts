import {
  type Answerer,
  type AuditedPair,
  distance,
  gaussianSmoothing,
  labelAnswers,
  metricFromScales,
  minimalLogisticMetric,
  smoothedAnswers,
  type WorstPairsOptions,
  worstPairs,
} from '@dpfair/individual';
import { openStream, parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { nearestPairs } from '../../src/audit/nearest-pairs.js';
import { linearModel } from '../smooth/models.js';

const seed = parseSeed(3);

/** Probability of class 1: logistic in two columns. */
const logistic: Answerer = (batch, rows) =>
  Float64Array.from({ length: 2 * rows }, (_, k) => {
    const row = k >> 1;
    const p = 1 / (1 + Math.exp(-(2 * (batch[2 * row] as number) - (batch[2 * row + 1] as number))));
    return k % 2 === 1 ? p : 1 - p;
  });

function randomPoints(rows: number, block: number): Float64Array {
  const stream = openStream(seed, 'test', block);
  return Float64Array.from({ length: 2 * rows }, () => stream.nextGaussian());
}

describe('the search for the worst pairs', () => {
  it('with every other row as a neighbour finds what brute force finds among eight people, worst first', async () => {
    for (let block = 1; block <= 20; block++) {
      const points = randomPoints(8, block);
      const metric = metricFromScales(block % 2 === 0 ? 2 : 1, [0.3, 0.2]);
      const [search] = await worstPairs(logistic, points, { metric, seed, neighbours: 7, keep: 100 });
      const answers = await logistic(points, 8);
      const all: { pair: string; ratio: number; violated: boolean }[] = [];
      for (let i = 0; i < 8; i++) {
        for (let j = i + 1; j < 8; j++) {
          const output = Math.abs((answers[2 * i] as number) - (answers[2 * j] as number));
          const input = distance(metric, points, points, 2 * i, 2 * j);
          all.push({ pair: `${i}-${j}`, ratio: output / input, violated: output > input });
        }
      }
      all.sort((a, b) => b.ratio - a.ratio);
      expect(search?.worst.map(({ first, second }) => `${first}-${second}`)).toEqual(all.map(({ pair }) => pair));
      expect(search?.worst[0]?.ratio).toBeCloseTo(all[0]?.ratio as number, 12);
      expect(search?.violations).toBe(all.filter(({ violated }) => violated).length);
      expect([search?.pairs, search?.rows, search?.ofRows, search?.alternatives]).toEqual([28, 8, 8, 7]);
    }
  });

  it('finds no violation of the minimal metric of a logistic model, and some of half of it', async () => {
    const points = randomPoints(300, 50);
    const [fair] = await worstPairs(logistic, points, { metric: minimalLogisticMetric([2, -1]), seed });
    expect(fair?.violations).toBe(0);
    expect(fair?.worst[0]?.ratio as number).toBeLessThanOrEqual(1);
    const [unfair] = await worstPairs(logistic, points, { metric: minimalLogisticMetric([1, -0.5]), seed });
    expect(unfair?.violations).toBeGreaterThan(0);
    expect(unfair?.worst[0]?.ratio).toBeCloseTo(2 * (fair?.worst[0]?.ratio as number), 12);
  });

  it('takes the nearest rows, the first of equally near ones: on a line of whole numbers a step is met at its place', async () => {
    const points = Float64Array.from({ length: 10 }, (_, k) => k);
    const step = labelAnswers(linearModel([1], -4.5), 2);
    const [search] = await worstPairs(step, points, { metric: metricFromScales(1, [0.25]), seed, neighbours: 1 });
    expect(search?.worst).toEqual([
      { first: 4, second: 5, secondPoint: Float64Array.of(5), inputDistance: 0.25, outputDistance: 1, ratio: 4 },
    ]);
    // 0-1, 1-0, 2-1, 3-2, ...: nine pairs.
    expect(search?.pairs).toBe(9);
  });

  it('changes a protected column to every other value; what the metric does not see has no ratio, with the reason', async () => {
    const columns = ['hours', 'sex=F', 'sex=M'];
    const points = Float64Array.of(1, 1, 0, 2, 0, 1, 3, 1, 0);
    const model = labelAnswers(linearModel([1, 0, 1], -2.5), 2);
    const options = { metric: metricFromScales(1, [1, 0, 0], columns), seed, neighbours: 0 } as const;
    const [search] = await worstPairs(model, points, { ...options, changed: [['sex=F', 'sex=M']] });
    expect([search?.search, search?.alternatives, search?.pairs, search?.violations, search?.unseen]).toEqual([
      'changed',
      2,
      3,
      1,
      1,
    ]);
    expect(search?.worst).toEqual([
      {
        first: 1,
        second: 1,
        secondPoint: Float64Array.of(2, 1, 0),
        inputDistance: 0,
        outputDistance: 1,
        ratio: null,
        reason: 'answers differ between people whom the metric sees as the same',
      },
    ]);
  });

  it('puts pairs that the metric sees as the same first, those with the most different answers before the rest', async () => {
    const metric = metricFromScales(1, [1, 0]);
    const points = Float64Array.of(0, 0, 0, 1, 5, 0, 5, 3);
    const [search] = await worstPairs(logistic, points, { metric, seed, neighbours: 3, keep: 3 });
    const sigma = (score: number) => 1 / (1 + Math.exp(-score));
    // Scores 0, -1, 10, 7: 0-1 and 2-3 are the same to the metric; of the others 1-2 differs most over the same distance of 5.
    expect(search?.worst.map(({ first, second, ratio }) => [first, second, ratio === null])).toEqual([
      [0, 1, true],
      [2, 3, true],
      [1, 2, false],
    ]);
    expect(search?.worst[0]?.outputDistance).toBeCloseTo(0.5 - sigma(-1), 14);
    expect(search?.worst[2]?.ratio).toBeCloseTo((sigma(10) - sigma(-1)) / 5, 14);
  });

  it('finds nothing between copies that differ in a held column once the model is smoothed', async () => {
    const metric = metricFromScales(2, [1, 0], ['hours', 'sex']);
    const points = Float64Array.of(0, 0, 0.1, 1, 0.5, 1);
    const model = linearModel([1, -1], 0);
    const smoothing = gaussianSmoothing(metric, { held: new Map([['sex', 0]]) });
    const options = { metric, seed, neighbours: 2, changed: [['sex']], excess: 0.1 };
    const raw = await worstPairs(labelAnswers(model, 2), points, options);
    // hours >= sex: each of the three has another answer with the other sex.
    expect(raw[1]?.unseen).toBe(3);
    const smoothed = await worstPairs(smoothedAnswers(model, { smoothing, seed, samples: 4000 }), points, options);
    expect(smoothed.map(({ violations }) => violations)).toEqual([0, 0]);
    expect(smoothed[1]?.worst).toEqual([]);
  });

  it('counts a pair for the groups of both of its people, by brute force', async () => {
    const points = randomPoints(8, 70);
    const of = Int32Array.of(0, 0, 0, 1, 1, 1, 1, 1);
    const metric = metricFromScales(1, [0.3, 0.2]);
    const groups = { of, names: ['a', 'b', 'nobody'] };
    const isUnfair = (pair: AuditedPair) => pair.outputDistance > pair.inputDistance + 0.02;
    const lessExcess = (pair: AuditedPair) => (pair.outputDistance - 0.02) / pair.inputDistance;
    const [search] = await worstPairs(logistic, points, {
      metric,
      seed,
      neighbours: 7,
      keep: 100,
      excess: 0.02,
      groups,
    });
    expect(search?.groups.map(({ pairs }) => pairs)).toEqual([3 + 15, 10 + 15, 0]);
    groups.names.slice(0, 2).forEach((_, g) => {
      const own = search?.worst.filter(({ first, second }) => of[first] === g || of[second] === g) ?? [];
      expect(search?.groups[g]?.largestRatio).toBe(Math.max(...own.map(({ ratio }) => ratio as number)));
      const mean = own.reduce((sum, { outputDistance }) => sum + outputDistance / own.length, 0);
      expect(search?.groups[g]?.meanOutputDistance).toBeCloseTo(mean, 13);
      expect(search?.groups[g]?.violations).toBe(own.filter(isUnfair).length);
      expect(search?.groups[g]?.provenRatio).toBe(Math.max(0, ...own.map(lessExcess)));
    });
    expect(search?.provenRatio).toBe(Math.max(0, ...(search?.worst ?? []).map(lessExcess)));
    expect(search?.groups[2]).toEqual({
      group: 'nobody',
      pairs: 0,
      violations: 0,
      unseen: 0,
      largestRatio: null,
      provenRatio: null,
      meanOutputDistance: null,
    });
  });

  it('takes exactly the nearest rows in every norm, ties and columns that are not seen included (brute force)', () => {
    const stream = openStream(seed, 'test', 90);
    for (const norm of [1, 2, 3, Number.POSITIVE_INFINITY]) {
      const metric = metricFromScales(norm, [1, 0.5, 0]);
      // Few different values, so that many rows are equally near.
      const points = Float64Array.from({ length: 120 }, () => stream.nextInteger(5));
      const all = Array.from({ length: 40 }, (_, row) => row);
      const expected = new Set<string>();
      for (const row of all) {
        const far = (other: number) => distance(metric, points, points, 3 * row, 3 * other);
        const others = all.filter((other) => other !== row).sort((a, b) => far(a) - far(b) || a - b);
        for (const other of others.slice(0, 3)) expected.add(`${Math.min(row, other)}-${Math.max(row, other)}`);
      }
      const found = nearestPairs(metric, points, all, 3);
      const pairs = Array.from({ length: found.length / 2 }, (_, k) => `${found[2 * k]}-${found[2 * k + 1]}`);
      expect([...pairs].sort()).toEqual([...expected].sort());
    }
  });

  it('from a part of the rows says how many, is the same for the same seed, and seeks neighbours among all', async () => {
    const points = randomPoints(200, 80);
    const options = { metric: metricFromScales(2, [1, 1]), seed, rowLimit: 20, neighbours: 1 };
    const [search] = await worstPairs(logistic, points, options);
    expect([search?.rows, search?.ofRows]).toEqual([20, 200]);
    expect(search).toEqual((await worstPairs(logistic, points, options))[0]);
    expect(search).not.toEqual((await worstPairs(logistic, points, { ...options, seed: parseSeed(4) }))[0]);
    for (const { first, second, inputDistance } of search?.worst ?? []) {
      const nearest = (row: number) =>
        Math.min(
          ...Array.from({ length: 200 }, (_, k) =>
            k === row ? 1e9 : distance(options.metric, points, points, 2 * row, 2 * k),
          ),
        );
      expect([nearest(first), nearest(second)]).toContain(inputDistance);
    }
  });

  it('allows answers the excess that sampling may have', async () => {
    const points = Float64Array.of(0, 1);
    const step = labelAnswers(linearModel([1], -0.5), 2);
    const options = { metric: metricFromScales(1, [0.7]), seed };
    expect((await worstPairs(step, points, options))[0]?.violations).toBe(1);
    expect((await worstPairs(step, points, { ...options, excess: 0.31 }))[0]?.violations).toBe(0);
  });

  it('of one person, or of none, has no pairs', async () => {
    const options = { metric: metricFromScales(1, [1, 1]), seed, changed: [['column 1']] };
    for (const rows of [0, 1]) {
      const searches = await worstPairs(logistic, new Float64Array(2 * rows), options);
      expect(searches.map(({ pairs, worst }) => [pairs, worst.length])).toEqual([
        [0, 0],
        [0, 0],
      ]);
    }
  });

  const two: WorstPairsOptions = { metric: metricFromScales(1, [1, 1]), seed };
  it.each([
    [{ points: [1, 2, 3] }, 'values of the points: 3 (allowed: a multiple of 2, the columns of the metric)'],
    [{ points: [1, Number.NaN] }, 'row 1, column 2: NaN (allowed: a finite number)'],
    [{ options: { changed: [['sex']] } }, 'column of a metric: sex (allowed: column 1, column 2)'],
    [{ options: { changed: [['column 1']], valueLimit: 1 } }, 'different values of column 1: 2 (allowed: at most 1'],
    [{ options: { neighbours: 0.5 } }, 'neighbours: 0.5 (allowed: an integer from 0)'],
    [{ options: { excess: -1 } }, 'excess: -1 (allowed: 0 or more)'],
    [{ options: { groups: { of: Int32Array.of(0), names: ['a'] } } }, 'groups of the rows: 1 (allowed: 2)'],
    [
      { options: { groups: { of: Int32Array.of(0, 4), names: ['a'] } } },
      'entity 2: group: 4 (allowed: an integer from 0 to 0)',
    ],
    [
      { model: (_: Float64Array, rows: number) => new Float64Array(2 * rows) },
      'probabilities of row 1 of what the model answered: 0',
    ],
    [
      { model: (_: Float64Array, rows: number) => new Float64Array(2 * rows).fill(-1) },
      'probabilities of row 1 of what the model answered: -1',
    ],
    [{ model: () => [1] }, 'answers of the model: 1 (allowed: 4)'],
  ] as [{ points?: number[]; model?: Answerer; options?: object }, string][])(
    'refuses what it cannot search (%#)',
    async ({ points = [1, 2, 3, 4], model = logistic, options = {} }, message) => {
      await expect(worstPairs(model, Float64Array.from(points), { ...two, ...options })).rejects.toThrow(message);
    },
  );
});

describe('what worstPairs asks', () => {
  it('asks about rows that are in a pair only, all at once where that is wanted, with the same findings', async () => {
    const points = Float64Array.from({ length: 40 }, (_, k) => k);
    const metric = metricFromScales(1, [0.1]);
    const asked: number[][] = [];
    const model = (batch: Float64Array, rows: number) => {
      asked.push([...batch.subarray(0, rows)]);
      return Float64Array.from({ length: 2 * rows }, (_, k) =>
        Number((batch[k >> 1] as number) >= 20 === (k % 2 === 1)),
      );
    };
    const options = { metric, seed: parseSeed(2), neighbours: 2, rowLimit: 3 };
    const whole = await worstPairs(model, points, { ...options, batchRows: Infinity });
    expect(asked.length).toBe(1);
    const [rows = []] = asked;
    expect(rows.length).toBeLessThanOrEqual(9);
    expect(new Set(rows).size).toBe(rows.length);
    expect(await worstPairs(model, points, { ...options, batchRows: 2 })).toEqual(whole);
    expect(asked.slice(1).every((batch) => batch.length <= 2)).toBe(true);
  });
});
