import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type TrainedResult, trainingResultSchema } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { checkpointFolder } from '../../src/audit/checkpoint-folder.js';
import { exitCodeOfRun } from '../../src/exit-code.js';
import type { TrainSpecInput } from '../../src/spec/train/train-spec.js';
import { trainFile } from '../../src/train/train-file.js';

const loans = fileURLToPath(new URL('../../../../fixtures/loans.csv', import.meta.url));
/** With scales that are said to be public and enough repetitions, nothing is to be warned of. */
const quiet: TrainSpecInput = {
  ...{ data: loans, label: 'approved', group: 'region', drop: ['community'], epsilon: [3], seed: '7' },
  ...{
    publicScale: { income: '30000,10000', debt: '20000,10000', years: '20,10' },
    epochs: 1,
    batch: 60,
    repetitions: 2,
  },
};
const codesOf = ({ warnings }: TrainedResult) => warnings.map(({ code }) => code);
/** What a run says that does not depend on when and how it was made. */
const numbersOf = ({ run, ...rest }: TrainedResult) => ({ ...rest, id: run.id });

const files = (content: string) => ({ readFile: () => new TextEncoder().encode(content) });
const rowsOf = (count: number, row: (k: number) => string) =>
  Array.from({ length: count }, (_, k) => row(k)).join('\n');

describe('a result of trainings', () => {
  it('follows its schema, names its data, and warns of nothing where nothing is to be warned of', async () => {
    const result = await trainFile(quiet);
    expect(trainingResultSchema.parse(result)).toEqual(result);
    expect(result.warnings).toEqual([]);
    expect(result.input).toMatchObject({ path: loans, rows: 600, columns: { label: 'approved', group: 'region' } });
    expect(result.data.classes).toEqual(['no', 'yes']);
    expect(result.model).toMatchObject({ kind: 'logistic', inputs: 3, parameters: 4, convex: true });
    expect(result.runs[0]).toMatchObject({
      id: 'none',
      repetitions: 2,
      algorithm: {
        name: 'dp-sgd',
        steps: 8,
        batch: 60,
        samplingRate: 60 / 480,
        clipping: { rule: 'flat', bound: 0.1 },
      },
      privacy: { private: true, delta: 1e-6, accountant: 'pld' },
    });
    const { noiseMultiplier, noiseDeviation } = result.runs[0]?.algorithm ?? {};
    expect(noiseDeviation).toBeCloseTo(((noiseMultiplier ?? 0) * 0.1) / 60, 15);
  });

  it('repeats itself from its own spec, and from its own command line', async () => {
    const result = await trainFile(quiet);
    const again = await trainFile(result.run.spec as unknown as TrainSpecInput);
    expect(numbersOf(again)).toEqual(numbersOf(result));
    expect(result.run.command).toMatch(
      /^dpfair train .*loans\.csv --label approved --group region .*--epsilon 3 --delta/,
    );
  });

  it('has a run for every budget: less epsilon, more noise', async () => {
    const { runs } = await trainFile({ ...quiet, epsilon: [1, 8], repetitions: 2, noTrack: true });
    expect(runs.map(({ privacy }) => Math.round(privacy.epsilon ?? 0))).toEqual([1, 8]);
    expect(runs[0]?.algorithm.noiseMultiplier).toBeGreaterThan(runs[1]?.algorithm.noiseMultiplier as number);
    expect(runs.map(({ path }) => path)).toEqual([null, null]);
  });

  it('clips alone where the noise multiplier is 0, and says that nothing is promised', async () => {
    const { runs } = await trainFile({ ...quiet, epsilon: null, sigma: [0], repetitions: 2 });
    expect(runs[0]?.privacy).toMatchObject({ private: false, epsilon: null });
    expect(runs[0]?.groups.map(({ noise }) => noise.estimate)).toEqual([0, 0, 0, 0]);
  });

  it('hands over the private model of the first repetition, with how columns become its features', async () => {
    const models: unknown[] = [];
    const result = await trainFile(quiet, { onModel: (model) => models.push(model) });
    expect(models).toEqual([
      {
        description: expect.objectContaining({ inputs: 3 }),
        parameters: expect.any(Array),
        encoding: result.data.encoding,
      },
    ]);
  });

  it('tests on a file of its own, and names it', async () => {
    const { testFile, data, runs } = await trainFile({ ...quiet, test: loans, repetitions: 1, noTrack: true });
    expect(testFile).toMatchObject({ path: loans, rows: 600 });
    expect(data.rows).toMatchObject({ training: 600, test: 600 });
    expect(runs[0]?.population.rows).toEqual({ training: 600, test: 600 });
  });

  it('of a Parquet file, known by its bytes or named, has the numbers of the same rows in CSV', async () => {
    const parquet = fileURLToPath(new URL('../../../data/test/parquet/loans.parquet', import.meta.url));
    const given = { ...quiet, test: parquet, repetitions: 1, noTrack: true };
    const { runs, data } = await trainFile({ ...given, test: loans });
    for (const format of ['auto', 'parquet'] as const) {
      const result = await trainFile({ ...given, data: parquet, format });
      expect(result.input.format).toBe('parquet');
      expect([result.runs, result.data]).toEqual([runs, data]);
    }
    await expect(trainFile({ ...given, data: loans, format: 'parquet' })).rejects.toThrow(/loans\.csv/);
  });

  it('has no accuracy where nothing was kept for testing', async () => {
    const { runs } = await trainFile({ ...quiet, testShare: 0, repetitions: 2, noTrack: true });
    expect(runs[0]?.population.accuracy.private.estimate).toBeNull();
    expect(runs[0]?.population.excessiveRisk.estimate).toEqual(expect.any(Number));
  });

  it('says, when it is stopped before anything is done, that there is nothing', async () => {
    const result = await trainFile(quiet, { signal: AbortSignal.abort() });
    expect(result.run.interrupted).toBe(true);
    expect(codesOf(result)).toEqual(['interrupted']);
    expect(result.runs[0]).toMatchObject({
      ...{ repetitions: 0, diverged: { repetitions: 0 } },
      gap: { estimate: null, reason: 'no repetition was finished' },
    });
    expect(trainingResultSchema.parse(result)).toEqual(result);
  });
});

describe('comparisons', () => {
  const given = { ...quiet, noTrack: true };
  it('sweep a setting around the training itself, and prune what was trained', async () => {
    const result = await trainFile({
      ...{ ...given, sweep: ['clip=0.1,0.4', 'epsilon=3,30', 'group-size:Generated East=1'] },
      ...{ prune: [0, 1], pruneMethod: ['magnitude'] },
    });
    expect(trainingResultSchema.parse(result)).toEqual(result);
    expect(result.sweeps.map(({ parameter, of }) => [parameter, of])).toEqual([
      ['clip', null],
      ['epsilon', null],
      ['group-size', 'Generated East'],
    ]);
    // The first point of each is the training itself.
    for (const { points } of result.sweeps) {
      expect(points[0]?.gap.estimate).toBe(result.runs[0]?.gap.estimate);
      expect(points[0]?.epsilon).toBeCloseTo(3, 4);
    }
    const [none, all] = result.pruning;
    expect(none).toMatchObject({ method: 'magnitude', rate: 0, distance: 0 });
    expect(none?.groups.map(({ excessiveLoss }) => excessiveLoss)).toEqual([0, 0, 0, 0]);
    expect(all?.distance).toBeGreaterThan(0);
  });

  it('of remedies are made at the same total epsilon, whatever they release; one that looks without noise promises nothing', async () => {
    const remedies = ['by-group', 'parity', 'penalties'] as const;
    const remedySetting = { 'penalties.clipping-weight': '0.5' };
    const result = await trainFile({ ...given, epsilon: [3, 8], remedies, remedySetting });
    expect(trainingResultSchema.parse(result)).toEqual(result);
    expect(result.runs.map(({ id }) => id)).toEqual(['none', 'none', ...remedies]);
    expect(result.remedies.map(({ id, run }) => [id, run])).toEqual([
      ['none', 0],
      ['by-group', 2],
      ['parity', 3],
      ['penalties', 4],
    ]);
    const [plain, , byGroup, parity, penalties] = result.runs;
    for (const run of [byGroup, parity]) {
      expect(run?.privacy.epsilon).toBe(3);
      expect(run?.algorithm.noiseMultiplier).toBeGreaterThan(plain?.algorithm.noiseMultiplier as number);
    }
    expect(penalties?.privacy).toMatchObject({ private: false, epsilon: null, reason: expect.any(String) });
    expect(penalties?.algorithm.settings).toMatchObject({ clippingWeight: 0.5 });
    expect(result.remedies[3]).toMatchObject({ efficient: false, remark: penalties?.privacy.reason });
    // The trainings without privacy are the same ones.
    expect(byGroup?.population.loss.nonPrivate).toEqual(plain?.population.loss.nonPrivate);
  });

  it.each<[string, Partial<TrainSpecInput>, RegExp]>([
    [
      'of remedies of nothing',
      { remedies: ['parity'], epsilon: null, sigma: [0] },
      /--remedies of a training without noise/,
    ],
    [
      'of a remedy with a setting of others',
      { remedies: ['parity'], remedySetting: { 'global.limit': '1' } },
      /global\.limit/,
    ],
    [
      'of a remedy with a setting it has not',
      { remedies: ['parity'], remedySetting: { 'parity.limit': '1' } },
      /limit/,
    ],
    [
      'of a remedy with a setting in two spellings',
      { remedies: ['penalties'], remedySetting: { 'penalties.clipping-weight': '1', 'penalties.clippingWeight': '2' } },
      /--remedy-setting given twice: penalties\.clippingWeight/,
    ],
    [
      'of a remedy with a hexadecimal setting',
      { remedies: ['parity'], remedySetting: { 'parity.step': '0x10' } },
      /parity\.step=0x10/,
    ],
    ['of a remedy with half a setting', { remedies: ['parity'], remedySetting: { parity: '1' } }, /REMEDY\.SETTING/],
  ])('%s are refused', async (_name, more, message) => {
    await expect(trainFile({ ...given, ...more })).rejects.toThrow(message);
  });

  it('attacks tell members from others in every group, and bound epsilon from below, never above what is promised', async () => {
    const attack = { attack: true, attackPairs: 40 } as const;
    const result = await trainFile({ ...given, ...attack });
    expect(trainingResultSchema.parse(result)).toEqual(result);
    const { membership, epsilonLowerBound } = result.attacks ?? {};
    expect(membership?.map(({ group, members }) => [group, members])).toEqual([
      [null, 480],
      ...(result.runs[0]?.groups.map(({ group, rows }) => [group, rows.training]) ?? []),
    ]);
    expect(epsilonLowerBound).toMatchObject({ trials: 80, claimed: 3, delta: 1e-6 });
    expect(epsilonLowerBound?.lower ?? 0).toBeLessThanOrEqual(3);
  });

  it.each<[string, Partial<TrainSpecInput>, RegExp]>([
    ['without test rows', { attack: true, testShare: 0 }, /--attack without test rows/],
    ['by pairs alone', { attackPairs: 3 }, /--attack-pairs without an attack/],
  ])('an attack %s is refused', async (_name, more, message) => {
    await expect(trainFile({ ...given, ...more })).rejects.toThrow(message);
  });

  it.each<[string, Partial<TrainSpecInput>, RegExp]>([
    ['of an unknown setting', { sweep: ['rate=1'] }, /--sweep: rate=1 \(allowed: clip=/],
    ['of a hexadecimal number', { sweep: ['clip=0x1'] }, /--sweep: clip=0x1/],
    ['of no values', { sweep: ['clip='] }, /--sweep: clip= /],
    ['of the size of no group', { sweep: ['group-size=0.5'] }, /--sweep: group-size=0\.5/],
    ['of the size of a group that is not there', { sweep: ['group-size:Mars=0.5'] }, /Mars .*Generated East/],
    ['of bounds below 0', { sweep: ['clip=-1'] }, /sweep over clip: -1 /],
    ['of perturbation', { sweep: ['clip=1'], algorithm: 'output-perturbation' }, /--sweep with --algorithm output/],
  ])('a sweep %s is refused', async (_name, more, message) => {
    await expect(trainFile({ ...given, ...more })).rejects.toThrow(message);
  });
});

describe('a perturbed minimum', () => {
  const given = { ...quiet, epsilon: [1], delta: 1e-5, radius: 6, noTrack: false, repetitions: 60 };
  const { batch: _batch, epochs: _epochs, ...perturbed } = given;

  it('has exact risks of its parameters under noise, with the simulated ones beside them', async () => {
    const result = await trainFile({ ...perturbed, algorithm: 'output-perturbation' });
    expect(trainingResultSchema.parse(result)).toEqual(result);
    expect(result.warnings).toEqual([]);
    const [run] = result.runs;
    expect(run).toMatchObject({
      method: 'exact',
      repetitions: 60,
      algorithm: { name: 'output-perturbation', regularization: 0.01, clipping: null, steps: null },
      privacy: { private: true, epsilon: 1, delta: 1e-5, neighbours: 'replace', accountant: null },
    });
    // The analytic Gaussian mechanism: Balle and Wang (2018), Algorithm 1; two rows of slope sqrt(2) over n lambda apart.
    expect(run?.algorithm.noiseMultiplier).toBeCloseTo(3.730632, 4);
    expect(run?.algorithm.noiseDeviation).toBeCloseTo((3.730632 * 2 * Math.SQRT2) / (480 * 0.01), 4);
    expect(run?.causes.map(({ cause }) => cause)).toEqual(['gradient-norm', 'input-norm', 'hessian-trace', 'boundary']);
  });

  it('of a noisy objective is simulated', async () => {
    const { runs } = await trainFile({ ...perturbed, algorithm: 'objective-perturbation', repetitions: 3 });
    expect(runs[0]).toMatchObject({ method: 'montecarlo', repetitions: 3, privacy: { neighbours: 'replace' } });
    // Kifer, Smith and Thakurta (2012), Theorem 2: L^2 (8 log(2 / delta) + 4 epsilon) / epsilon^2 with L = sqrt(2).
    expect(runs[0]?.algorithm.noiseDeviation).toBeCloseTo(Math.sqrt(2 * (8 * Math.log(2e5) + 4)), 10);
  });

  it.each<[string, Partial<TrainSpecInput>, RegExp]>([
    ['of a network', { model: 'network' }, /network .*convex/],
    [
      'of features that are too long',
      { scaling: 'standard', radius: null },
      /largest norm of the features .*unit ball/,
    ],
    ['by a noise multiplier', { epsilon: null, sigma: [1] }, /--sigma with --algorithm output-perturbation/],
    ['with options of descents', { clip: 3, epochs: 5 }, /--clip with --algorithm output-perturbation.*\n?.*--epochs/],
    [
      'with the rate and the rows of descents',
      { learningRate: 3, trackRows: 7 },
      /--learning-rate with --algorithm output-perturbation.*\n?.*--track-rows/,
    ],
    ['with a hexadecimal public scale', { publicScale: { income: '0x10,1' } }, /--public-scale income: 0x10,1/],
    ['without regularization', { regularization: 0 }, /regularization of output perturbation: 0/],
  ])('is refused %s', async (_name, more, message) => {
    await expect(trainFile({ ...perturbed, algorithm: 'output-perturbation', ...more })).rejects.toThrow(message);
  });
});

it('a training that is stopped keeps the repetitions that are done, and a checkpoint takes them up again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dpfair-train-'));
  const given = { ...quiet, repetitions: 3, noTrack: true };
  const stop = new AbortController();
  const stopped = await trainFile(given, {
    checkpoint: checkpointFolder(folder),
    signal: stop.signal,
    onProgress: (done, total) => (done > total / 3 ? stop.abort() : undefined),
  });
  expect(stopped.runs[0]?.repetitions).toBe(2);
  expect(stopped.warnings.map(({ message }) => message)).toEqual([
    'stopped early: 2 of 3 repetitions are in the result',
  ]);
  const seen: number[] = [];
  const resumed = await trainFile(given, {
    checkpoint: checkpointFolder(folder),
    onProgress: (done, total) => seen.push((3 * done) / total),
  });
  // The two that were there are over at once.
  expect(seen.filter((done) => done <= 2)).toEqual([0, 1, 2]);
  expect(numbersOf(resumed)).toEqual(numbersOf(await trainFile(given)));
  rmSync(folder, { recursive: true });
});

describe('a training warns', () => {
  it.each<[string, TrainSpecInput, readonly string[]]>([
    ['of scales that are not private', { ...quiet, publicScale: {} }, ['preprocessing-not-private']],
    ['of a single repetition', { ...quiet, repetitions: 1 }, ['few-repetitions']],
    ['of an epsilon that promises little', { ...quiet, epsilon: [20] }, ['epsilon-large']],
    ['of a delta that allows a row to be published', { ...quiet, delta: 0.01 }, ['delta-large']],
    [
      'of a rate at which even the training without privacy does not learn',
      { ...quiet, learningRate: 1e6 },
      ['training-unstable'],
    ],
  ])('%s, and of nothing else', async (_name, given, codes) => {
    expect(codesOf(await trainFile(given))).toEqual(codes);
  });

  it.each([
    ['parameters', 60],
    ['loss, of parameters that are finite,', 20],
  ])(
    'of trainings whose %s diverged, which are left out, and does not end in numbers that are none',
    async (_name, epochs) => {
      // Squared loss on numbers that are not scaled: each of so many steps multiplies the error by some 1e15.
      const content = `y,x,g\n${rowsOf(60, (k) => `${k * 1000},${k * k * 20},${k % 2 ? 'a' : 'b'}`)}\n`;
      const steep = { model: 'linear', scaling: 'none', learningRate: 1e6, epochs } as const;
      const given = { data: 'numbers.csv', label: 'y', group: 'g', epsilon: [1], seed: '1', repetitions: 2, ...steep };
      const result = await trainFile({ ...given, failOn: ['gap>9'] }, files(content));
      expect(codesOf(result)).toEqual(['small-group', 'training-diverged']);
      expect(result.warnings[1]?.message).toMatch(/NOTHING CAN BE CONCLUDED, all 2 repetitions diverged, the first at/);
      expect(result.checks).toMatchObject([{ status: 'error', estimate: null }]);
      expect(exitCodeOfRun(false, ['error'])).toBe(3);
      expect(result.runs[0]).toMatchObject({ repetitions: 0, diverged: { repetitions: 2 } });
      expect(result.runs[0]?.gap).toMatchObject({ estimate: null, reason: expect.stringMatching(/diverged/) });
      expect(trainingResultSchema.parse(result)).toEqual(result);
    },
  );
});

it('a network that diverged is neither handed over, nor pruned, nor attacked, and says so', async () => {
  const models: unknown[] = [];
  const result = await trainFile(
    {
      ...{ ...quiet, model: 'network', hidden: [8], learningRate: 1e200, epochs: 3, noTrack: true },
      ...{ prune: [0.5], attack: true },
    },
    { onModel: (model) => models.push(model) },
  );
  expect(models).toEqual([]);
  expect([result.pruning, result.attacks]).toEqual([[], null]);
  expect(codesOf(result)).toContain('no-model');
  expect(trainingResultSchema.parse(result)).toEqual(result);
});
