import { samplesFor, samplingDelta } from '@dpfair/individual';
import { resultFromJson, resultToJson, type SmoothingRun } from '@dpfair/result';
import { normalCdf } from '@dpfair/stats';
import { normalCriticalValue, statisticalTest } from '@dpfair/tooling/statistical-test.js';
import { describe, expect, it } from 'vitest';
import { smoothFile } from '../../src/smooth/smooth-file.js';
import type { SmoothSpecInput } from '../../src/spec/smooth/smooth-spec.js';
import { basic, features, filesOf, model, parameters } from './people.js';

const readFile = filesOf();
const smooth = (more: Partial<SmoothSpecInput>) => smoothFile({ ...basic, samples: 500, ...more }, { readFile });
const firstRun = async (more: Partial<SmoothSpecInput>) => (await smooth(more)).runs[0] as SmoothingRun;

const weights = [0.3, 0.7, 0.5, 1.2];
const given = ['hours=0.3,age=0.7,town=A=0.5', 'town=B=1.2'];

/** `Phi((b'x + c) / sqrt(b' Sigma b))`, Sigma_ii = 1 / (2 pi weight): what a linear model under Gaussian smoothing of an L2 metric must give. */
function exactly(scaleOf: (weight: number) => number, intercept = 0.2): readonly number[] {
  const deviation = Math.sqrt(
    weights.reduce((sum, weight, i) => sum + (parameters[i] as number) ** 2 / (2 * Math.PI * scaleOf(weight) ** 2), 0),
  );
  return features.map((row) =>
    normalCdf(row.reduce((sum, value, i) => sum + (parameters[i] as number) * value, intercept) / deviation),
  );
}

/** What the probabilities are compared with. */
statisticalTest<readonly number[]>({
  id: 'cli/smooth-linear-model',
  subject: exactly(Math.sqrt),
  mutants: {
    'weights taken for scales': exactly((weight) => weight),
    'no intercept': exactly(Math.sqrt, 0),
    'noise 20 % too large': exactly((weight) => Math.sqrt(weight) / 1.2),
  },
  check: async (expected, seed, falseAlarm) => {
    const run = await firstRun({ metric: given, norm: '2', samples: 10_000, seed: String(seed) });
    const found = run.rows?.probability[1] ?? [];
    // Draws of rows are independent. Toward 1/2 is one direction, upward another.
    const z = (sign: (p: number) => number) =>
      expected.reduce((sum, p, k) => sum + sign(p) * ((found[k] as number) - p) * 10_000, 0) /
      Math.sqrt(expected.reduce((sum, p) => sum + 10_000 * p * (1 - p), 0));
    const bound = normalCriticalValue(falseAlarm / 2);
    return [
      { what: 'all rows upward', statistic: z(() => 1), bound },
      { what: 'all rows away from 1/2', statistic: z((p) => Math.sign(p - 0.5)), bound },
    ];
  },
  timeoutMs: 30_000,
});

describe('the metric of dpfair smooth', () => {
  const scalesOf = async (more: Partial<SmoothSpecInput>) => (await firstRun({ samples: 1, ...more })).metric.scales;

  it('has the roots of the weights as scales in L2, the weights themselves in L1 and L-infinity, times the constant', async () => {
    expect(await scalesOf({ metric: given, norm: '2' })).toEqual(weights.map(Math.sqrt));
    expect(await scalesOf({ metric: given })).toEqual(weights);
    expect(await scalesOf({ metric: given, norm: 'inf', metricScale: [3] })).toEqual(weights.map((w) => 3 * w));
  });

  it('reads weights per unit of the column, of which a feature has as many as its deviation', async () => {
    const metric = ['hours=0.1,age=0.2,town=1'];
    expect(await scalesOf({ metric, metricUnits: 'columns' })).toEqual([1, 1, 1, 1]);
    expect(await scalesOf({ metric })).toEqual([0.1, 0.2, 1, 1]);
  });

  it('of a table is that of the weights in it', async () => {
    const table = filesOf({ 'weights.csv': 'Column,Weight\nage,0.7\nhours,0.3\ntown,2\n' });
    const { runs } = await smoothFile({ ...basic, samples: 1, metric: ['weights.csv'] }, { readFile: table });
    expect(runs[0]?.metric).toMatchObject({ source: 'file', scales: [0.3, 0.7, 2, 2] });
  });

  it('minimal is a quarter of the sizes of the coefficients', async () => {
    expect(await scalesOf({ metric: ['minimal'], held: { town: 'B' }, otherWeight: null }).catch(String)).toMatch(
      /--held.*town/,
    );
    const { metric } = await firstRun({ samples: 1, metric: ['minimal'] });
    expect(metric.scales).toEqual([0.375, 0.2, 0, 0.075]);
    expect(metric.held).toEqual([{ column: 'town=A', value: 1 }]);
  });

  it('logistic has weights of mean 1 that grow with what a column says of the label', async () => {
    const scales = await scalesOf({ metric: ['logistic'] });
    expect(scales.reduce((sum, one) => sum + one / 4, 0)).toBeCloseTo(1, 12);
    const [hours = 0, age = 0, a = 0, b = 0] = scales;
    expect(hours).toBeGreaterThan(age);
    // One of two columns that are 1 and 0 in turn says what the other says.
    expect(a).toBeCloseTo(b, 6);
  });

  it('does not see columns of weight 0: the model reads the median, the most frequent text, or what was said', async () => {
    const metric = ['hours=1'];
    const usual = await firstRun({ samples: 1, metric, otherWeight: 0 });
    const ages = features.map(([, age]) => age as number).sort((one, other) => one - other);
    const median = ((ages[23] as number) + (ages[24] as number)) / 2;
    expect(usual.metric.held).toEqual([
      { column: 'age', value: median },
      { column: 'town=A', value: 0 },
      { column: 'town=B', value: 1 },
    ]);
    const said = await firstRun({ samples: 1, metric, otherWeight: 0, held: { age: '35', town: 'A' } });
    expect(said.metric.held.map(({ value }) => value)).toEqual([1, 1, 0]);
  });
});

describe('the guarantee of dpfair smooth', () => {
  it('follows from draws and delta, draws from epsilon and delta, delta from draws and epsilon', async () => {
    const pairs = (48 * 47) / 2;
    const { guarantee } = await firstRun({ samples: 800, delta: 0.01 });
    expect(samplingDelta(800, guarantee.excess)).toBeCloseTo(0.01, 12);
    const drawn = await firstRun({ samples: null, excess: 0.1, delta: 0.01, scope: 'all-pairs', sharing: 'common' });
    const samples = samplesFor(0.1, 0.01, { pairs, noise: 'common' });
    expect(drawn.guarantee.samples).toEqual({ least: samples, most: samples, total: 48 * samples, pilot: 0 });
    const left = await firstRun({ samples: 800, excess: 0.05 });
    expect(left.guarantee).toMatchObject({ excess: 0.05, delta: samplingDelta(800, 0.05), scope: 'each-pair' });
  });

  it('of adaptive draws takes fewer where the model is sure, never more than a fixed number, and counts rows that ran out', async () => {
    const goal = { adaptive: true, samples: null, excess: 0.04, delta: 0.01, metric: ['uniform'] };
    const { guarantee, rows } = await firstRun(goal);
    expect(guarantee).toMatchObject({ excess: 0.04, delta: 0.01, bound: 'chernoff', short: 0 });
    // 1/32 of what a point between two classes needs, which is Hoeffding's number.
    expect(guarantee.samples.pilot).toBe(Math.ceil(samplesFor(0.04, 0.0095, { bound: 'subsets' }) / 32));
    expect(guarantee.samples.least).toBeLessThan(guarantee.samples.most);
    expect(guarantee.samples.most).toBeLessThanOrEqual(samplesFor(0.04, 0.0095, { bound: 'subsets' }));
    expect(rows?.confidence).toBe(1 - 0.01 / 2);
    expect((await firstRun({ samples: 20 })).rows?.confidence).toBe(0.95);
    const everyone = { ...goal, scope: 'all-pairs', excess: 0.1 } as const;
    expect((await firstRun(everyone)).rows?.confidence).toBe(1 - 0.01 / 48);
    const cut = await smooth({ ...goal, maxSamples: 1024 });
    const longer = rows?.samples.filter((samples) => samples > 1024) ?? [];
    expect(longer.length).toBeGreaterThan(0);
    expect(cut.runs[0]?.guarantee.short).toBe(longer.length);
    expect(cut.warnings.map(({ code }) => code)).toContain('draws-ran-out');
  });
});

describe('dpfair smooth', () => {
  it('counts rightly classified rows and mean probabilities, which before are 1 or 0, of all and of each group', async () => {
    const { runs, data } = await smooth({ metric: ['uniform'] });
    const [run] = runs as [SmoothingRun];
    const { label, group, before, after, probability, row } = run.rows as NonNullable<SmoothingRun['rows']>;
    expect(row).toEqual(Array.from({ length: 48 }, (_, k) => k + 2));
    const score = (x: readonly number[]) => x.reduce((sum, value, i) => sum + (parameters[i] as number) * value, 0.2);
    expect(before).toEqual(features.map((x) => Number(score(x) >= 0)));
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    for (const [g, found] of [[null, run.population] as const, ...run.groups.map((one, k) => [k, one] as const)]) {
      const own = label.flatMap((y, k) => (g === null || group[k] === g ? [{ y: y as number, k }] : []));
      expect(found.rows).toBe(own.length);
      expect(found.accuracy.model.estimate).toBeCloseTo(mean(own.map(({ y, k }) => Number(before[k] === y))), 12);
      expect(found.accuracy.smoothed.estimate).toBeCloseTo(mean(own.map(({ y, k }) => Number(after[k] === y))), 12);
      const sure = mean(own.map(({ y, k }) => probability[y]?.[k] as number));
      expect(found.confidence.smoothed.estimate).toBeCloseTo(sure, 12);
      expect(found.confidence.model.estimate).toBeCloseTo(found.accuracy.model.estimate as number, 12);
    }
    expect(data).toEqual({ rows: 48, missing: 0, label: 'y', group: 'sex', groups: ['f', 'm'] });
  });

  it('smooths less at a larger scale, and tells the rows of the first', async () => {
    const { runs } = await smooth({ metric: ['uniform'], metricScale: [1, 5, 1000], sharing: 'common' });
    const sure = runs.map(({ population }) => population.confidence.smoothed.estimate as number);
    expect(sure[0]).toBeLessThan(sure[1] as number);
    expect(runs[2]?.population.accuracy.smoothed).toEqual(runs[2]?.population.accuracy.model);
    expect(runs.map(({ rows }) => rows === null)).toEqual([false, true, true]);
    expect(runs[1]?.noise.scales).toEqual([5, 5, 5, 5]);
  });

  it('abstains where the selected class may have a probability of 1/2 or less', async () => {
    const { rows, population } = await firstRun({ metric: ['uniform'], select: 200, samples: 400, noise: 'laplace' });
    const { after, lower } = rows as NonNullable<SmoothingRun['rows']>;
    expect(after.map((one) => one === null)).toEqual(lower.map((one) => (one as number) <= 0.5));
    const silent = after.filter((one) => one === null).length;
    expect(silent).toBeGreaterThan(0);
    expect(silent).toBeLessThan(48);
    expect(population.abstained).toBeCloseTo(silent / 48, 12);
  });

  it('smooths the test part of a training, or rows drawn at random, and the result is one that can be read again', async () => {
    const result = await smooth({ metric: ['logistic'], testShare: 0.25, rows: 5 });
    expect(result.runs[0]?.rows?.row.length).toBe(5);
    expect(result.warnings.map(({ code }) => code)).toContain('rows-drawn');
    expect(resultFromJson(resultToJson(result), 'r.json')).toEqual(result);
  });

  it('takes the groups of another column', async () => {
    const { groups } = await firstRun({ samples: 1, metric: ['uniform'], group: 'age', groupBands: [25, 32] });
    expect(groups.map(({ group }) => group)).toEqual(['under 25', '25 to 31', '32 and over']);
  });

  it('fails, passes or is inconclusive by the whole interval', async () => {
    const { checks } = await smooth({
      metric: ['uniform'],
      failOn: ['accuracy<0.1', 'accuracy<0.999', 'confidence:m<0.8', 'abstained>0'],
    });
    expect(checks.map(({ id, status }) => [id, status])).toEqual([
      ['accuracy<0.1 scale 1', 'pass'],
      ['accuracy<0.999 scale 1', 'fail'],
      ['confidence:m<0.8 scale 1', 'inconclusive'],
      ['abstained>0 scale 1', 'error'],
    ]);
  });

  it('keeps the rows that are done when it is stopped', async () => {
    const stop = new AbortController();
    const onProgress = (done: number) => {
      if (done >= 16) stop.abort();
    };
    const spec = { ...basic, metric: ['uniform'], samples: 500 };
    const result = await smoothFile(spec, { readFile, onProgress, signal: stop.signal });
    expect(result.run.interrupted).toBe(true);
    const rows = result.runs[0]?.rows?.row.length as number;
    expect(rows).toBeGreaterThanOrEqual(16);
    expect(rows).toBeLessThan(48);
    expect(result.warnings.map(({ code }) => code)).toContain('interrupted');
    const whole = await smoothFile(spec, { readFile });
    expect(whole.runs[0]?.rows?.probability[1]?.slice(0, rows)).toEqual(result.runs[0]?.rows?.probability[1]);
  });

  it('reads networks and models of several classes', async () => {
    const network = {
      ...model,
      description: { ...model.description, kind: 'network', hidden: [2], activation: 'relu' },
      // Two units that give the score and its negative; their difference is the score again.
      parameters: [...[1.5, -1.5, -0.8, 0.8, 0, 0, 0.3, -0.3, 0.2, -0.2], 1, -1, 0],
    };
    const softmax = {
      ...model,
      description: { ...model.description, kind: 'softmax', outputs: 2, loss: 'softmax' },
      parameters: [...[0, 1.5, 0, -0.8, 0, 0, 0, 0.3], 0, 0.2],
    };
    const expected = (await firstRun({ metric: ['uniform'] })).rows;
    for (const other of [network, softmax]) {
      const files = filesOf({ 'model.json': JSON.stringify(other) });
      const { runs } = await smoothFile({ ...basic, samples: 500, metric: ['uniform'] }, { readFile: files });
      expect(runs[0]?.rows).toEqual(expected);
    }
  });
});
