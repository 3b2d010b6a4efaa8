import { excessFor, gaussianSmoothing, metricFromScales, smooth } from '@dpfair/individual';
import { resultFromJson, resultToJson } from '@dpfair/result';
import { parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { auditPairs } from '../../src/smooth/audit-pairs.js';
import type { PairsSpecInput } from '../../src/spec/smooth/smooth-spec.js';
import { basic, encoding, features, filesOf, model, parameters } from './people.js';

const readFile = filesOf();
const audit = (more: Partial<PairsSpecInput>) =>
  auditPairs({ ...basic, metric: ['uniform'], samples: 1000, rows: 48, ...more }, { readFile });

const score = (x: readonly number[]) => x.reduce((sum, value, i) => sum + (parameters[i] as number) * value, 0.2);
const distance = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] as number)), 0);

/** Every pair of rows: with as many neighbours as there are others, the search looks at all. */
const all = features.flatMap((a, i) => features.slice(i + 1).map((b, k) => ({ a, b, i, j: i + 1 + k })));

describe('dpfair smooth audit', () => {
  it('finds what all pairs of rows show, by brute force', async () => {
    const { searches } = await audit({ of: ['model'], neighbours: 47 });
    const [{ pairs, violations, worst, search }] = searches as [(typeof searches)[number]];
    const unfair = all.filter(({ a, b }) => score(a) >= 0 !== score(b) >= 0 && distance(a, b) < 1);
    const ratios = all.map(({ a, b }) => Number(score(a) >= 0 !== score(b) >= 0) / distance(a, b));
    expect([search, pairs, violations]).toEqual(['nearest', all.length, unfair.length]);
    expect(unfair.length).toBeGreaterThan(0);
    expect(worst[0]?.ratio).toBeCloseTo(Math.max(...ratios), 9);
    const { i, j } = all[ratios.indexOf(Math.max(...ratios))] as (typeof all)[number];
    expect(worst[0]).toMatchObject({ first: i + 2, second: j + 2 });
  });

  it('asks for probabilities, which the minimal metric of a logistic model bounds', async () => {
    const { searches, metric } = await audit({
      ...{ of: ['model'], answers: 'probabilities', metric: ['minimal'], neighbours: 47 },
    });
    expect(searches[0]?.violations).toBe(0);
    expect(searches[0]?.worst[0]?.ratio).toBeGreaterThan(0.5);
    const tighter = await audit({
      ...{ of: ['model'], answers: 'probabilities', metric: ['minimal'], neighbours: 47 },
      metricScale: [0.5],
    });
    expect(tighter.searches[0]?.violations).toBeGreaterThan(0);
    expect([metric, tighter.metric]).toMatchObject(
      [1, 0.5].map((constant) => ({ source: 'minimal', norm: 1, constant })),
    );
    expect(tighter.metric?.scales).toEqual(metric?.scales.map((scale) => scale / 2));
  });

  it('changes a protected column alone, and says where the metric sees no difference', async () => {
    const { searches, checks } = await audit({
      ...{ of: ['model'], neighbours: 0, protected: ['town'], metric: ['hours=1,age=1,town=0'] },
      failOn: ['ratio>100', 'violations>0'],
    });
    const [one] = searches;
    const town = (x: readonly number[]) => [x[0] as number, x[1] as number, 1 - (x[2] as number), 1 - (x[3] as number)];
    const moved = features.filter((x) => score(x) >= 0 !== score(town(x)) >= 0).length;
    expect(moved).toBeGreaterThan(0);
    expect(one).toMatchObject({ search: 'changed', changed: ['town=A', 'town=B'], pairs: 48, unseen: moved });
    expect(one?.worst[0]).toMatchObject({ second: null, ratio: null });
    expect(one?.worst[0]?.differs.map(({ column }) => column)).toEqual(['town=A', 'town=B']);
    expect(checks.map(({ status }) => status)).toEqual(['fail', 'fail']);
  });

  it('fails a group whose every pair is the same to the metric and answered otherwise, alone or beside others', async () => {
    const readsSex = {
      ...model,
      encoding: {
        ...encoding,
        columns: [
          { kind: 'text', column: 'sex', levels: ['f', 'm'] },
          { kind: 'number', column: 'hours', mean: 40, deviation: 10, scaledBy: 'training', marks: [] },
        ],
      },
      parameters: [-1, 1, 0, 0],
      description: { ...model.description, inputs: 3 },
    };
    const { checks, searches } = await auditPairs(
      {
        ...{ ...basic, of: ['model'], metric: ['sex=f=0,sex=m=0,hours=1'], neighbours: 0, protected: ['sex'] },
        failOn: ['ratio:f>1', 'ratio:m>1000', 'ratio>1'],
      },
      { readFile: filesOf({ 'model.json': JSON.stringify(readsSex) }) },
    );
    // 12 of the 48 are f; each changed copy is answered otherwise and is the same to the metric.
    expect(searches[0]?.groups).toMatchObject([
      { group: 'f', pairs: 12, violations: 12, unseen: 12, largestRatio: null },
      { group: 'm', pairs: 36, violations: 36, unseen: 36, largestRatio: null },
    ]);
    expect(checks.map(({ status, estimate }) => [status, estimate])).toEqual(new Array(3).fill(['fail', null]));
  });

  it('calls no ratio of sampled answers too large that sampling alone explains', async () => {
    const { searches, checks } = await audit({
      ...{ of: ['smoothed'], metric: ['minimal'], samples: 200, neighbours: 47 },
      failOn: ['ratio>1', 'ratio:f>1', 'violations>0', 'ratio>1000'],
    });
    const [search] = searches as [(typeof searches)[number]];
    const [largest] = search.worst as [(typeof search.worst)[number]];
    expect(largest.ratio).toBeGreaterThan(1);
    expect(search.violations).toBe(0);
    expect(checks.map(({ status }) => status)).toEqual(['inconclusive', 'inconclusive', 'pass', 'pass']);
    expect(checks[0]).toMatchObject({ estimate: largest.ratio, lower: search.provenRatio });
    // No violation: output <= D + excess for every pair.
    expect(search.provenRatio).toBeLessThanOrEqual(1);
  });

  it('finds nothing unfair in the smoothed model beyond what sampling adds, and the same to the bit for rows that are the same to the metric', async () => {
    const result = await audit({
      ...{ of: ['smoothed'], protected: ['town'], metric: ['hours=1,age=1,town=0'], samples: 4000 },
      failOn: ['violations>0'],
    });
    const [nearest, changed] = result.searches;
    expect([nearest?.violations, changed?.violations]).toEqual([0, 0]);
    expect(nearest?.excess).toBeGreaterThan(0);
    expect(changed?.worst).toEqual([]);
    expect(result.checks.map(({ status }) => status)).toEqual(['pass', 'pass']);
    expect(resultFromJson(resultToJson(result), 'r.json')).toEqual(result);
  });

  it('climbs in columns of numbers to where a logistic model is the steepest, and a smoothed one no steeper than it may be', async () => {
    const { searches } = await audit({ of: ['model'], answers: 'probabilities', neighbours: 0, climbs: 48 });
    const [climb] = searches;
    expect(climb).toMatchObject({ search: 'gradient', changed: ['hours', 'age'], rows: 48 });
    // L1 with equal scales: along the column with the largest coefficient, 1.5 / 4 at probability 1/2.
    expect(climb?.worst[0]?.ratio).toBeGreaterThan(0.99 * (1.5 / 4));
    expect(climb?.worst[0]?.ratio).toBeLessThanOrEqual(1.5 / 4);
    const smooth = await audit({ of: ['smoothed'], neighbours: 0, climbs: 5, rows: 5, samples: 2000 });
    expect(smooth.searches[0]?.violations).toBe(0);
  });

  it('names climbs once, however often they ask, and then says how many of their steps are taken', async () => {
    const stages: string[] = [];
    const steps: string[] = [];
    const spec = {
      ...basic,
      metric: ['uniform'],
      samples: 200,
      rows: 4,
      neighbours: 1,
      climbs: 2,
      of: ['smoothed'],
    } as const;
    await auditPairs(spec, {
      readFile,
      onStage: (name) => stages.push(name),
      onProgress: (done, total) => stages.some((name) => name.startsWith('climbing')) && steps.push(`${done}/${total}`),
    });
    expect(stages.slice(-3)).toEqual([
      'searching for unfair pairs of the smoothed model',
      expect.stringMatching(/^smoothed answers for \d rows, 200 draws each$/),
      'climbing from 2 rows, up to 12 steps, by answers of the smoothed model',
    ]);
    expect(steps.slice(0, 2)).toEqual(['1/12', '2/12']);
    expect(steps.length).toBeLessThanOrEqual(12);
    expect(steps.at(-1)).toBe('12/12');
  });

  it('says noise, draws and what they keep for how many pairs where the smoothed model was searched, and nothing of them else', async () => {
    const { sampled, searches } = await audit({
      of: ['smoothed'],
      neighbours: 3,
      rows: 10,
      samples: 2000,
      delta: 1e-5,
    });
    expect(sampled).toMatchObject({
      noise: { kind: 'gaussian', sharing: 'common' },
      ...{ samples: 2000, delta: 1e-5, pairs: 30, bound: 'theorem-8' },
      excess: excessFor(2000, 1e-5, { classes: 2, noise: 'common', pairs: 30 }),
    });
    expect(searches.map(({ excess }) => excess)).toEqual([sampled?.excess]);
    const smoothing = gaussianSmoothing(metricFromScales(1, [1, 1, 1, 1]), {});
    expect(sampled?.noise.scales).toEqual([...smoothing.noiseScales]);
    expect((await audit({ of: ['model'] })).sampled).toBeUndefined();
  });

  it('answers for what climbs end with by fresh draws, to which those are pairs named in advance', async () => {
    const { searches, metric } = await audit({ of: ['smoothed'], neighbours: 0, climbs: 4, rows: 4, samples: 2000 });
    const [{ excess, worst }] = searches as [(typeof searches)[number]];
    expect(excess).toBe(excessFor(2000, 1e-4, { classes: 2, noise: 'common', pairs: 4 }));
    const smoothing = gaussianSmoothing(metricFromScales(1, metric?.scales ?? []), {});
    const units: Record<string, [place: number, mean: number, deviation: number]> = {
      hours: [0, 40, 10],
      age: [1, 30, 5],
    };
    for (const { first, differs, outputDistance } of worst) {
      const [a, b] = [0, 1].map(() => features[first - 2]?.slice() as number[]) as [number[], number[]];
      for (const { column, second } of differs) {
        const [place, mean, deviation] = units[column] as [number, number, number];
        b[place] = (second - mean) / deviation;
      }
      const label = (batch: Float64Array, rows: number) =>
        Uint8Array.from({ length: rows }, (_, k) => Number(score([...batch.subarray(4 * k, 4 * k + 4)]) > 0));
      const options = { smoothing, seed: parseSeed('5'), samples: 2000, noise: 'common', fresh: true } as const;
      const { probabilities } = await smooth(label, Float64Array.from([...a, ...b]), options);
      expect(outputDistance).toBeCloseTo(Math.abs((probabilities[1] as number) - (probabilities[3] as number)), 3);
    }
    expect(worst.length).toBe(4);
  });

  it('warns of draws that keep nothing for all pairs at once, and not of those that keep something', async () => {
    const codes = async (more: Partial<PairsSpecInput>) =>
      (await audit({ metric: ['hours=1,age=1,town=0'], ...more })).warnings.map(({ code }) => code);
    expect(await codes({ samples: 20 })).toEqual(['empty-guarantee']);
    expect(await codes({ samples: 100, excess: 0.01 })).toEqual(['empty-guarantee']);
    expect(await codes({ samples: 1000 })).toEqual([]);
    expect(await codes({ samples: 20, of: ['model'] })).toEqual([]);
  });

  it('shows the numbers of a pair in the units of their columns', async () => {
    const { searches } = await audit({ of: ['model'] });
    const pair = searches[0]?.worst.find(({ differs }) => differs.some(({ column }) => column === 'hours'));
    const hours = pair?.differs.find(({ column }) => column === 'hours');
    expect(hours?.first).toBeCloseTo(40 + 10 * (features[(pair?.first as number) - 2]?.[0] as number), 9);
  });

  it('keeps the searches that are done when it is stopped', async () => {
    const stop = new AbortController();
    const result = await auditPairs(
      { ...basic, metric: ['uniform'], samples: 1000 },
      { readFile, signal: stop.signal, onProgress: () => stop.abort() },
    );
    expect(result.run.interrupted).toBe(true);
    expect(result.searches.map(({ of }) => of)).toEqual(['model']);
  });
});
