import {
  type Answerer,
  climbSize,
  distance,
  type GradientSearch,
  labelAnswers,
  type Metric,
  type ModelSlopes,
  metricFromScales,
  type PairSearch,
  type WorstPairsOptions,
  worstPairs,
} from '@dpfair/individual';
import { normalCdf, openStream, parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { linearModel } from '../smooth/models.js';

const seed = parseSeed(11);
const coefficients = [2, -1, 0.5];

/** Two classes, the second with probability `link(coefficients x)`. */
const linear =
  (link: (score: number) => number): Answerer =>
  (batch, rows) =>
    Float64Array.from({ length: 2 * rows }, (_, k) => {
      const p = link(scoreOf(batch, (k >> 1) * 3));
      return k % 2 === 1 ? p : 1 - p;
    });
const scoreOf = (x: ArrayLike<number>, at: number) =>
  coefficients.reduce((sum, each, i) => sum + each * (x[at + i] as number), 0);
const sigmoid = (score: number) => 1 / (1 + Math.exp(-score));
const logistic = linear(sigmoid);
const logisticSlopes: ModelSlopes = (batch, rows) =>
  Float64Array.from({ length: 3 * rows }, (_, k) => {
    const p = sigmoid(scoreOf(batch, k - (k % 3)));
    return p * (1 - p) * (coefficients[k % 3] as number);
  });

function gaussianPoints(rows: number, block: number): Float64Array {
  const stream = openStream(seed, 'test', block);
  return Float64Array.from({ length: 3 * rows }, () => stream.nextGaussian());
}

async function climb(
  model: Answerer,
  points: Float64Array,
  metric: Metric,
  gradient: GradientSearch = {},
  others: Partial<WorstPairsOptions> = {},
): Promise<PairSearch> {
  const searches = await worstPairs(model, points, { metric, seed, neighbours: 0, keep: 500, gradient, ...others });
  expect(searches.map(({ search }) => search)).toEqual(['gradient']);
  return searches[0] as PairSearch;
}

const ratios = ({ worst }: PairSearch) => worst.map(({ ratio }) => ratio as number);

describe('the size of a climb', () => {
  it.each([2, 3])('is never exceeded by what a model of %i classes is asked', async (classes) => {
    const { pairs, asked } = climbSize(3, { classes });
    const rowsAsked: number[] = [];
    // Answers that turn in every direction, so that climbs go on.
    const model: Answerer = (batch, rows) => {
      rowsAsked.push(rows);
      return Float64Array.from({ length: classes * rows }, (_, k) => {
        const at = 3 * Math.floor(k / classes);
        const waves = Array.from({ length: classes }, (_, y) =>
          Math.exp(Math.sin((y + 1) * scoreOf(batch, at)) + y / 9),
        );
        return (waves[k % classes] as number) / waves.reduce((sum, wave) => sum + wave, 0);
      });
    };
    const batchRows = Number.POSITIVE_INFINITY;
    const metric = metricFromScales(2, [0.3, 0.2, 0.25]);
    const found = await climb(model, gaussianPoints(40, 9), metric, { steps: 12, starts: 1 }, { classes, batchRows });
    expect(found.alternatives).toBeGreaterThan(6);
    const all = rowsAsked.reduce((sum, rows) => sum + rows, 0);
    expect(all).toBeLessThanOrEqual(asked);
    // Row, slopes and copies take turns, the first step with the most copies: 20 distances to either side for each class that moves by itself.
    const copies = rowsAsked.filter((rows) => rows !== 1 && rows !== 6);
    expect(copies[0]).toBe(classes === 2 ? 40 : 120);
    expect(copies.reduce((sum, rows) => sum + rows, 0)).toBeLessThanOrEqual(pairs);
    expect(copies.length).toBe(found.alternatives);
    expect(pairs).toBe((copies[0] as number) + 11 * Math.max(...copies.slice(1)));
  });
});

describe('climbing along the slopes of a model', () => {
  it('takes the answers of a pair from fresh draws, where it was chosen by those of others', async () => {
    // The answers are 1/2 everywhere, but for errors by which the climb chooses its copy.
    const withErrors = (draws: number): Answerer => {
      return (batch, rows) =>
        Float64Array.from({ length: 2 * rows }, (_, k) => {
          const at = 3 * (k >> 1);
          const error = 0.05 * Math.sin((1 + draws) * 1e4 * scoreOf(batch, at));
          return 0.5 + (k % 2 === 1 ? error : -error);
        });
    };
    const points = gaussianPoints(40, 3);
    const metric = metricFromScales(1, [0.3, 0.2, 0.25]);
    const gradient = { leastDistance: 0.05, difference: 0.1 };
    const chosen = await climb(withErrors(0), points, metric, gradient);
    const named = await climb(withErrors(0), points, metric, { ...gradient, again: withErrors(1) });
    const places = (search: PairSearch) => new Map(search.worst.map((pair) => [pair.first, pair]));
    expect(named.pairs).toBe(chosen.pairs);
    for (const [row, pair] of places(named)) {
      const start = points.slice(3 * row, 3 * row + 3);
      expect(pair.secondPoint).toEqual(places(chosen).get(row)?.secondPoint);
      const [a, b] = [start, pair.secondPoint].map((x) => 0.05 * Math.sin(2e4 * scoreOf(x, 0)));
      expect(pair.outputDistance).toBeCloseTo(Math.abs((a as number) - (b as number)), 12);
    }
    const total = ({ worst }: PairSearch) => worst.reduce((sum, { outputDistance }) => sum + outputDistance, 0);
    expect(total(named)).toBeLessThan(0.7 * total(chosen));
  });

  const scales = [0.3, 0.2, 0.25];

  // |s(u) - s(v)| <= |u - v| / 4, nearly equal around 0, and by Hoelder |b (x - z)| <= ||b / scales||_q D(x, z), equal in one direction.
  it.each([
    [1, Math.max(2 / 0.3, 1 / 0.2, 0.5 / 0.25) / 4],
    [2, Math.hypot(2 / 0.3, 1 / 0.2, 0.5 / 0.25) / 4],
    [3, ((2 / 0.3) ** 1.5 + (1 / 0.2) ** 1.5 + (0.5 / 0.25) ** 1.5) ** (2 / 3) / 4],
    [Number.POSITIVE_INFINITY, (2 / 0.3 + 1 / 0.2 + 0.5 / 0.25) / 4],
  ])(
    'in L%s comes within one hundredth of the steepest slope of a logistic model, %d, and never above',
    async (norm, steepest) => {
      const points = gaussianPoints(100, 1);
      for (const slopes of [undefined, logisticSlopes]) {
        const found = ratios(await climb(logistic, points, metricFromScales(norm, scales), slopes && { slopes }));
        expect(found).toHaveLength(100);
        expect(found[0]).toBeGreaterThan(0.99 * steepest);
        expect(found[0]).toBeLessThanOrEqual(steepest * (1 + 1e-9));
      }
    },
  );

  it.each([1, 2, Number.POSITIVE_INFINITY])(
    'in L%s finds from each row what a grid over the box of observed values finds, to one hundredth',
    async (norm) => {
      const points = gaussianPoints(12, 2);
      const metric = metricFromScales(norm, scales);
      const { worst } = await climb(logistic, points, metric);
      expect(new Set(worst.map(({ first }) => first)).size).toBe(12);
      const columns = [0, 1, 2].map((i) => points.filter((_, k) => k % 3 === i));
      const ends = columns.map((column) => [Math.min(...column), Math.max(...column)] as const);
      for (const { first, second, secondPoint, ratio, inputDistance, outputDistance } of worst) {
        const row = points.slice(3 * first, 3 * first + 3);
        expect(second).toBe(first);
        for (const [i, [low, high]] of ends.entries()) {
          expect(secondPoint[i]).toBeGreaterThanOrEqual(low);
          expect(secondPoint[i]).toBeLessThanOrEqual(high);
        }
        expect(inputDistance).toBeCloseTo(distance(metric, row, secondPoint), 12);
        const output = Math.abs(sigmoid(scoreOf(row, 0)) - sigmoid(scoreOf(secondPoint, 0)));
        expect(outputDistance).toBeCloseTo(output, 12);
        expect(ratio).toBeCloseTo(output / inputDistance, 12);
        expect(ratio).toBeGreaterThan(0.99 * largestOnGrid(row, ends, metric));
      }
    },
  );

  it('finds a linear model smoothed under L2 to be as unfair as it may be and no more: the largest ratio is 1', async () => {
    // h(x)[1] = Phi(b x / sqrt(b' S b)) with S_ii = 1 / (2 pi scale_i^2); at 0 its slope is ||b / scales|| / sqrt(2 pi b' S b) = 1.
    const spread = Math.hypot(...coefficients.map((each, i) => each / (scales[i] as number))) / Math.sqrt(2 * Math.PI);
    const smoothed = linear((score) => normalCdf(score / spread));
    const { worst, violations, pairs } = await climb(smoothed, gaussianPoints(100, 3), metricFromScales(2, scales));
    expect([violations, pairs]).toEqual([0, 100]);
    expect(worst[0]?.ratio).toBeGreaterThan(0.99);
  });

  it('changes only columns that may vary, to whole numbers within the data where told so', async () => {
    const stream = openStream(seed, 'test', 4);
    const points = Float64Array.from({ length: 60 }, (_, k) => stream.nextInteger(7) + (k % 3 === 2 ? 0.25 : 0));
    const metric = metricFromScales(2, [0.3, 0.4, 0]);
    const search = await climb(logistic, points, metric, {
      columns: ['column 1', 'column 2'],
      whole: ['column 1', 'column 2'],
    });
    expect(search.changed).toEqual(['column 1', 'column 2']);
    expect(search.worst.length).toBeGreaterThan(10);
    for (const { first, secondPoint, ratio } of search.worst) {
      const row = points.slice(3 * first, 3 * first + 3);
      expect(secondPoint[2]).toBe(row[2]);
      let best = 0;
      for (let a = 0; a <= 6; a++) {
        for (let b = 0; b <= 6; b++) {
          const copy = [a, b, row[2] as number];
          const input = distance(metric, row, copy);
          if (input > 0) best = Math.max(best, Math.abs(sigmoid(scoreOf(row, 0)) - sigmoid(scoreOf(copy, 0))) / input);
        }
      }
      expect([0, 1, 2, 3, 4, 5, 6]).toContain(secondPoint[0]);
      expect([0, 1, 2, 3, 4, 5, 6]).toContain(secondPoint[1]);
      expect(ratio).toBeLessThanOrEqual(best * (1 + 1e-12));
      expect(ratio).toBeGreaterThan(0.8 * best);
    }
    const [one] = (await climb(logistic, points, metric, { columns: ['column 2'] })).worst;
    expect(one?.secondPoint[0]).toBe(points[3 * (one?.first ?? 0)]);
  });

  it('finds worse pairs of three classes than 3,000 copies at random', async () => {
    const rises = [0.5, 3, -2];
    const bumps: Answerer = (batch, rows) =>
      Float64Array.from({ length: 3 * rows }, (_, k) => {
        const [x = 0, y = 0, z = 0] = batch.slice(k - (k % 3), k - (k % 3) + 3);
        const weights = [Math.sin(3 * x) + y, Math.cos(2 * y * z), x * z].map((u, c) => Math.exp((rises[c] ?? 0) * u));
        return (weights[k % 3] as number) / weights.reduce((a, b) => a + b, 0);
      });
    const points = gaussianPoints(10, 5);
    const metric = metricFromScales(2, [1, 1, 1]);
    const { worst } = await climb(bumps, points, metric, { difference: 1e-4 }, { classes: 3 });
    const stream = openStream(seed, 'test', 6);
    const columns = [0, 1, 2].map((i) => points.filter((_, k) => k % 3 === i));
    let better = 0;
    for (let row = 0; row < 10; row++) {
      const own = points.slice(3 * row, 3 * row + 3);
      const copies = Float64Array.from({ length: 3 * 3000 }, (_, k) => {
        const column = columns[k % 3] as Float64Array;
        return Math.min(...column) + stream.nextUniform() * (Math.max(...column) - Math.min(...column));
      });
      const [here, there] = [await bumps(own, 1), await bumps(copies, 3000)];
      let best = 0;
      for (let copy = 0; copy < 3000; copy++) {
        let output = 0;
        for (let y = 0; y < 3; y++) output += Math.abs((here[y] as number) - (there[3 * copy + y] as number)) / 2;
        best = Math.max(best, output / distance(metric, own, copies, 0, 3 * copy));
      }
      if ((worst.find(({ first }) => first === row)?.ratio as number) > 0.999 * best) better++;
    }
    expect(better).toBeGreaterThanOrEqual(9);
  });

  it('seeks pairs that exceed the distance by more than what sampled answers may differ by', async () => {
    const points = gaussianPoints(50, 7);
    // The steepest slope is 1.1, over which answers rise above D + .01 farther away only.
    const metric = metricFromScales(1, [2 / 4.4, 10, 10]);
    const near = await climb(logistic, points, metric, {}, { keep: 1 });
    const far = await climb(logistic, points, metric, {}, { keep: 50, excess: 0.01 });
    expect(far.violations).toBeGreaterThan(0);
    expect(far.violations).toBeLessThan(near.violations);
    for (const { inputDistance, outputDistance, ratio } of far.worst) {
      const violated = outputDistance > inputDistance + 0.01;
      if (violated) expect(inputDistance * ((ratio as number) - 1)).toBeGreaterThan(0.01);
    }
    expect(far.worst.filter(({ inputDistance: d, outputDistance: o }) => o > d + 0.01)).toHaveLength(far.violations);
  });

  it('climbs nowhere on a model of steps, and says how many rows it was asked about', async () => {
    const search = await climb(
      labelAnswers(linearModel(coefficients, 0.123), 2),
      // Scores of whole numbers are .123 and more from the step, farther than differences are taken.
      gaussianPoints(30, 8).map(Math.round),
      metricFromScales(1, scales),
      { starts: 20 },
    );
    expect(search).toMatchObject({ rows: 20, ofRows: 30, alternatives: 1, pairs: 0, violations: 0, worst: [] });
  });

  it('tells its steps: none at first, then one more each, and all where no climb goes on', async () => {
    const told = async (model: Answerer, steps: number) => {
      const heard: (readonly [number, number])[] = [];
      const onStep = (taken: number, most: number) => heard.push([taken, most]);
      await climb(model, gaussianPoints(5, 8), metricFromScales(1, scales), { steps, onStep });
      return heard;
    };
    expect(await told(logistic, 3)).toEqual([0, 1, 2, 3].map((taken) => [taken, 3]));
    // Answers that are the same everywhere rise nowhere.
    const flat: Answerer = (_batch, rows) => new Float64Array(2 * rows).fill(0.5);
    expect(await told(flat, 7)).toEqual([
      [0, 7],
      [7, 7],
    ]);
  });

  it.each<[GradientSearch, string]>([
    [{ columns: ['age'] }, 'column of a metric: age (allowed: column 1, column 2, column 3)'],
    [{ whole: ['age'] }, 'column of a metric: age'],
    [{ columns: ['column 3'] }, 'column to vary: column 3 (allowed: columns that the metric sees'],
    [{ steps: 0 }, 'steps: 0 (allowed: an integer from 1)'],
    [{ starts: 1.5 }, 'starts: 1.5 (allowed: an integer from 1)'],
    [{ difference: 0 }, 'difference: 0 (allowed: a number above 0)'],
    [{ leastDistance: Number.NaN }, 'least distance: NaN (allowed: a number above 0)'],
    [{ slopes: () => [1, 2] }, 'slopes of the model: 2 (allowed: 6)'],
  ])('refuses %j', async (gradient, message) => {
    await expect(climb(logistic, gaussianPoints(2, 9), metricFromScales(1, [1, 1, 0]), gradient)).rejects.toThrow(
      message,
    );
  });
});

function largestOnGrid(row: Float64Array, ends: readonly (readonly [number, number])[], metric: Metric): number {
  const sides = 40;
  const from = sigmoid(scoreOf(row, 0));
  const values = ends.map(([low, high], i) => [
    row[i] as number,
    ...Array.from({ length: sides + 1 }, (_, k) => low + ((high - low) * k) / sides),
  ]);
  let largest = 0;
  const copy = new Float64Array(3);
  for (const a of values[0] as number[]) {
    for (const b of values[1] as number[]) {
      for (const c of values[2] as number[]) {
        copy[0] = a;
        copy[1] = b;
        copy[2] = c;
        const input = distance(metric, row, copy);
        if (input >= 0.01) largest = Math.max(largest, Math.abs(sigmoid(scoreOf(copy, 0)) - from) / input);
      }
    }
  }
  return largest;
}
