import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type StabilityResult, stabilityResultSchema } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { checkpointFolder } from '../../src/audit/checkpoint-folder.js';
import type { StableSpecInput } from '../../src/spec/stable/stable-spec.js';
import { stableFile } from '../../src/stable/stable-file.js';

const loans = fileURLToPath(new URL('../../../../fixtures/loans.csv', import.meta.url));
const quick: StableSpecInput = {
  ...{ data: loans, label: 'approved', group: ['region'], drop: ['community'], seed: '7' },
  ...{ algorithm: ['zvrg', 'plain'], lambda: [0.05], repetitions: 4, weight: {} },
};
/** What a run says that does not depend on when and how it was made. */
const numbersOf = ({ run, ...rest }: StabilityResult) => ({ ...rest, id: run.id });
/** Of all tables here the groups are small, but where a test is about that. */
const toldOf = ({ warnings }: StabilityResult) => warnings.filter(({ code }) => code !== 'small-group');
const codesOf = (result: StabilityResult) => toldOf(result).map(({ code }) => code);
const file = (content: string) => ({ readFile: () => new TextEncoder().encode(content) });
const table = (rows: number, row: (k: number) => string) =>
  `x,y,sex,label\n${Array.from({ length: rows }, (_, k) => row(k)).join('\n')}\n`;
const people = (rows: number) =>
  table(
    rows,
    (k) => `${(k * 7) % 11},${(k * 5) % 13},${k % 3 ? 'f' : 'm'},${(k * 7) % 11 > (k * 3) % 9 ? 'yes' : 'no'}`,
  );
const ofPeople: StableSpecInput = {
  ...quick,
  data: 'people.csv',
  label: 'label',
  group: ['sex'],
  drop: [],
  repetitions: 3,
};

describe('a result of stable and fair classification', () => {
  it('follows its schema, names its data, and warns of nothing where nothing is to be warned of', async () => {
    const result = await stableFile({ ...quick, testShare: 0.3 });
    expect(stabilityResultSchema.parse(result)).toEqual(result);
    expect(result.warnings).toEqual([]);
    expect(result.data).toMatchObject({
      ...{ label: 'approved', favourable: 'yes', scaling: 'all', standardised: true },
      groupIsFeature: { zvrg: true, plain: true },
      rows: { all: 600, training: 315, test: 180, missing: 0 },
    });
    expect(result.cells.map(({ algorithm, group, lambda }) => `${algorithm} ${group} ${lambda}`)).toEqual([
      'zvrg region 0.05',
      'plain region 0.05',
    ]);
    for (const { fits, converged, stab, bounds } of result.cells) {
      expect([fits.length, converged, stab.ofRows]).toEqual([4, 4, 180]);
      expect(bounds.uniformLinear).toBeLessThanOrEqual(bounds.uniform as number);
    }
  });

  it('has the same bytes for any number of threads, and from its own spec', async () => {
    const given = { ...quick, algorithm: ['kaas', 'private'] as const, epsilon: [3], epochs: 2, replace: 2 };
    const one = await stableFile(given, { threads: 1 });
    const [two, again] = [
      await stableFile(given, { threads: 3 }),
      await stableFile(one.run.spec as unknown as StableSpecInput),
    ];
    expect(JSON.stringify(numbersOf(two))).toBe(JSON.stringify(numbersOf(one)));
    expect(JSON.stringify(numbersOf(again))).toBe(JSON.stringify(numbersOf(one)));
    expect(one.cells.map(({ replaced }) => replaced?.replacements)).toEqual([2, undefined]);
  });

  it('stops where it is told to, says so, and is taken up from a checkpoint with the same numbers', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dpfair-stable-'));
    const whole = await stableFile(quick);
    const stop = new AbortController();
    const halted = await stableFile(quick, {
      checkpoint: checkpointFolder(folder),
      signal: stop.signal,
      onProgress: (done) => {
        if (done >= 3) stop.abort();
      },
    });
    expect(halted.run.interrupted).toBe(true);
    expect(codesOf(halted)).toContain('interrupted');
    expect(halted.cells.map(({ fits }) => fits.length)).toEqual([2, 1]);
    expect(codesOf(halted)).not.toContain('undefined-cell');
    expect(halted.warnings.filter(({ code }) => code === 'few-repetitions').map(({ message }) => message)).toEqual([
      'of some cells only 1 of 4 repetitions has ended: one gives no interval of stab, nor stab itself',
    ]);
    const rest: number[] = [];
    const resumed = await stableFile(quick, {
      checkpoint: checkpointFolder(folder),
      onProgress: (done) => rest.push(done),
    });
    expect(rest[0]).toBe(0);
    expect(rest[1]).toBeGreaterThan(0);
    expect(numbersOf(resumed)).toEqual(numbersOf(whole));
    rmSync(folder, { recursive: true });
  });

  it('calls a check of a cell that has not run inconclusive, not an error', async () => {
    const stop = new AbortController();
    const given: StableSpecInput = { ...quick, failOn: ['accuracy<.1'] };
    const { cells, checks } = await stableFile(given, { signal: stop.signal, onProgress: () => stop.abort() });
    const waiting = cells.map(({ fits }) => fits.length === 0);
    expect(waiting).toContain(true);
    expect(checks.map(({ status }) => status === 'inconclusive')).toEqual(cells.map(() => true));
    expect(checks.filter((_, k) => waiting[k]).map(({ estimate }) => estimate)).toEqual(
      waiting.filter((one) => one).map(() => null),
    );
  });

  it('fits what looks at no group once, and measures it for each group column', async () => {
    const { cells } = await stableFile({
      ...quick,
      algorithm: ['plain'],
      group: ['region', 'community'],
      drop: [],
      sampleRows: 300,
    });
    expect(cells.map(({ group }) => group)).toEqual(['region', 'community']);
    expect(cells[0]?.stab).toEqual(cells[1]?.stab);
    expect(cells[0]?.statisticalRate).not.toEqual(cells[1]?.statisticalRate);
  });

  it('hides the column of its groups from kaas, which has weights for each', async () => {
    const kaas: StableSpecInput = { ...quick, algorithm: ['kaas'] };
    const [seen, hidden] = [await stableFile(kaas), await stableFile({ ...kaas, hideGroups: true })];
    expect(seen.cells[0]?.fits).toEqual(hidden.cells[0]?.fits);
    expect(seen.data.groupIsFeature).toEqual({ kaas: false });
    const zvrg: StableSpecInput = { ...quick, algorithm: ['zvrg'] };
    const [open, blind] = [await stableFile(zvrg), await stableFile({ ...zvrg, hideGroups: true })];
    expect(open.cells[0]?.fits).not.toEqual(blind.cells[0]?.fits);
    expect([open, blind].map(({ data }) => data.groupIsFeature)).toEqual([{ zvrg: true }, { zvrg: false }]);
  });

  it('has the private trainings of each budget beside the programs: more noise, more rows that differ', async () => {
    const result = await stableFile({
      ...quick,
      algorithm: ['plain', 'private'],
      epsilon: [8, 0.3],
      epochs: 3,
    });
    const { cells } = result;
    const [plain, loose, tight] = cells;
    expect(cells.map(({ algorithm, fairness: { value } }) => [algorithm, value])).toEqual([
      ['plain', null],
      ['private', 8],
      ['private', 0.3],
    ]);
    expect(loose?.fits[0]?.epsilon).toBe(8);
    expect(tight?.stab.estimate).toBeGreaterThan(loose?.stab.estimate as number);
    expect(tight?.stab.estimate).toBeGreaterThan(plain?.stab.estimate as number);
    expect(codesOf(result)).toEqual(['preprocessing-not-private']);
  });

  it('makes two groups of a value and all others, and compares the group that is named', async () => {
    const { data, cells } = await stableFile({
      ...quick,
      binary: { region: 'Generated West' },
      contrast: { region: 'Generated West' },
      algorithm: ['plain'],
    });
    expect(data.groups).toMatchObject([
      { column: 'region', values: ['Generated West', 'not Generated West'], contrast: 'Generated West' },
    ]);
    const [west, others] = cells[0]?.rates.map(({ rate }) => rate.estimate as number) ?? [];
    expect(cells[0]?.parityGap.estimate).toBeGreaterThanOrEqual(
      Math.abs((west as number) - (others as number)) - 1e-12,
    );
  });

  it('records fits that have no minimum, and warns of them', async () => {
    const separable = table(80, (k) => `${k * k},${k % 7},${k % 3 ? 'f' : 'm'},${k >= 40 ? 'yes' : 'no'}`);
    const result = await stableFile({ ...ofPeople, algorithm: ['plain'], lambda: [0, 0.1] }, file(separable));
    expect(result.cells[0]?.fits.map(({ converged, ending }) => [converged, ending])).toEqual(
      Array(3).fill([false, 'separated']),
    );
    expect(result.cells[0]?.bounds.uniform).toBeNull();
    expect(result.cells[1]?.converged).toBe(3);
    expect(codesOf(result)).toEqual(['not-converged']);
    expect(toldOf(result)[0]?.message).toContain('a classifier separates the classes');
  });

  it('warns where separated rows can meet the bound for all others: at lambda 0, with the bound reached', async () => {
    // y marks rows of class no, all of the sex with the larger x.
    const marked = table(200, (k) => {
      const [sex, mark] = [k % 2, k % 20 === 1 ? 1 : 0];
      const x = sex * 2 + ((k * 7) % 10) / 3;
      return `${x},${mark},${sex ? 'm' : 'f'},${mark === 0 && x + ((k * 3) % 7) / 2 > 3.2 ? 'yes' : 'no'}`;
    });
    const given: StableSpecInput = { ...ofPeople, bound: 0.05, lambda: [0, 0.001], hideGroups: true };
    const result = await stableFile(given, file(marked));
    expect(toldOf(result).map(({ code, message }) => [code, message])).toEqual([
      ['bound-without-effect', expect.stringMatching(/^zvrg .*lambda 0: [123] of 3 fits/)],
    ]);
    const [zvrg, , plain] = result.cells;
    const distance = (k: number) => (zvrg?.fits[k]?.objective as number) - (plain?.fits[k]?.objective as number);
    for (const k of [0, 1, 2]) expect(distance(k)).toBeLessThan(1e-5);
  });

  it('records draws without a rare group, leaves them out of the numbers, and warns of them', async () => {
    const rare = table(
      200,
      (k) => `${(k * 7) % 11},${(k * 5) % 13},${k < 3 ? 'm' : 'f'},${(k * 7) % 11 > (k * 3) % 9 ? 'yes' : 'no'}`,
    );
    const given: StableSpecInput = { ...ofPeople, algorithm: ['zvrg', 'plain'], trainShare: 0.3, repetitions: 20 };
    const result = await stableFile({ ...given, lambda: [0.1] }, file(rare));
    const [zvrg, plain] = result.cells;
    const lost = zvrg?.fits.filter(({ ending }) => ending === 'one-group').length ?? 0;
    expect(lost).toBeGreaterThan(0);
    expect(zvrg?.accuracy.defined).toBe(20 - lost);
    expect(zvrg?.accuracy.reason).toContain('of one group');
    expect(plain?.converged).toBe(20);
    expect(result.warnings.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(new RegExp(`^zvrg .*${lost} of 20 repetitions could not be fitted.*of one group`)),
    );
    expect(stabilityResultSchema.parse(result)).toEqual(result);
  });

  it('leaves draws of one class out of private trainings as out of programs, and says so of both', async () => {
    const scarce = table(
      200,
      (k) => `${(k * 7) % 11},${(k * 5) % 13},${k % 3 ? 'f' : 'm'},${k % 70 === 5 ? 'yes' : 'no'}`,
    );
    const given: StableSpecInput = { ...ofPeople, algorithm: ['plain', 'private'], epsilon: [3], epochs: 1 };
    const result = await stableFile({ ...given, trainShare: 0.3, repetitions: 20 }, file(scarce));
    const [plain, noisy] = result.cells;
    const lost = plain?.fits.filter(({ ending }) => ending === 'one-class').map(({ repetition }) => repetition) ?? [];
    expect(lost.length).toBeGreaterThan(0);
    expect(lost.length).toBeLessThan(20);
    for (const cell of [plain, noisy]) {
      const without = cell?.fits.filter(({ accuracy }) => accuracy === null);
      expect(without?.map(({ repetition, ending }) => [repetition, ending])).toEqual(lost.map((k) => [k, 'one-class']));
      expect(
        without?.every(({ epsilon, iterations, norm }) => epsilon === null && iterations === 0 && norm === null),
      ).toBe(true);
      expect(cell?.accuracy.defined).toBe(20 - lost.length);
      expect(cell?.converged).toBe(20 - lost.length);
    }
    const told = result.warnings.filter(({ code }) => code === 'undefined-cell').map(({ message }) => message);
    expect(told).toContainEqual(expect.stringMatching(/private .*could not be fitted.*of one class/));
    expect(stabilityResultSchema.parse(result)).toEqual(result);
  });

  it('replaces as many rows as it is asked to, also more than there are, and warns where some could not be', async () => {
    const given: StableSpecInput = { ...ofPeople, algorithm: ['plain', 'zvrg'], replace: 40 };
    const many = await stableFile(given, file(people(40)));
    expect(many.data.rows.training).toBeLessThan(40);
    expect(many.cells.map(({ replaced }) => replaced?.replacements)).toEqual([40, 40]);
    expect(codesOf(many)).toEqual([]);
    // One man: replacing him leaves one group.
    const rare = table(
      24,
      (k) => `${(k * 7) % 11},${(k * 5) % 13},${k < 1 ? 'm' : 'f'},${(k * 7) % 11 > (k * 3) % 9 ? 'yes' : 'no'}`,
    );
    const few = await stableFile({ ...given, replace: 400 }, file(rare));
    const [plain, zvrg] = few.cells.map(({ replaced }) => replaced?.replacements ?? 0);
    expect(plain).toBe(400);
    expect(zvrg).toBeLessThan(400);
    expect(few.warnings.flatMap(({ code, message }) => (code === 'few-replacements' ? [message] : []))).toEqual([
      expect.stringContaining(`zvrg sex lambda 0.05: ${zvrg} of 400 replacements`),
    ]);
  });

  it('says of a group of few test rows how many they are and what rests on them, and gives gamma without it', async () => {
    // 12 of 600 people, of whom hardly anybody is favoured.
    const region = (k: number) => (k % 50 === 7 ? 'tiny' : k % 2 ? 'north' : 'south');
    const content = table(600, (k) => {
      const x = (k * 7) % 11;
      return `${x},${(k * 5) % 13},${region(k)},${region(k) !== 'tiny' && x > (k * 3) % 9 ? 'yes' : 'no'}`;
    });
    const result = await stableFile({ ...ofPeople, algorithm: ['zvrg', 'plain'], repetitions: 1 }, file(content));
    const [group] = result.data.groups;
    expect(group?.sizes?.map(({ small }) => small)).toEqual([false, false, true]);
    expect(group?.sizes?.reduce((sum, { test }) => sum + test, 0)).toBe(120);
    const tiny = group?.sizes?.at(-1);
    expect((tiny?.test ?? 0) + (tiny?.training ?? 0)).toBe(12);
    // The labels of the tiny group are the least favourable, and it is not taken for the contrast unasked.
    expect(group?.contrast).not.toBe('tiny');
    for (const cell of result.cells) {
      const [north, south] = cell.rates.map(({ rate }) => rate.estimate as number) as [number, number];
      expect(cell.withoutSmall?.estimate).toBeCloseTo(Math.min(north, south) / Math.max(north, south), 12);
      expect(cell.statisticalRate.estimate).toBeLessThan(cell.withoutSmall?.estimate as number);
    }
    const [told] = result.warnings.filter(({ code }) => code === 'small-group');
    expect(told?.message).toContain(`sex: fewer than 30 test rows in tiny (${tiny?.test})`);
    expect(told?.message).toContain('rest on them in 2 of 2 cells, and the rate without them stands beside it');
    expect(told?.message).not.toContain('disparate impact');
    expect(stabilityResultSchema.parse(result)).toEqual(result);
    const named = await stableFile(
      { ...ofPeople, algorithm: ['plain'], contrast: { sex: 'tiny' }, repetitions: 1 },
      file(content),
    );
    expect(named.data.groups[0]?.contrast).toBe('tiny');
    expect(named.warnings.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('disparate impact is that of tiny: --contrast names another'),
    );
  });

  it('checks each cell by its interval, on either side of a limit', async () => {
    const { checks } = await stableFile({ ...quick, failOn: ['accuracy<.1', 'stab>0', 'gamma<.999', 'gap>1'] });
    expect(checks.map(({ status }) => status)).toEqual([
      'pass',
      'pass',
      'fail',
      'fail',
      'fail',
      'fail',
      'pass',
      'pass',
    ]);
    expect(checks[0]?.id).toBe('accuracy<.1 zvrg region lambda 0.05');
  });
});

describe('data that no experiment can be made of', () => {
  it.each([
    [
      'one group',
      table(40, (k) => `${k},${k % 5},f,${k % 2 ? 'yes' : 'no'}`),
      /people\.csv.*sex.*all rows are of one group.*f/,
    ],
    [
      'three classes',
      table(40, (k) => `${k},${k % 5},${k % 3 ? 'f' : 'm'},${'abc'[k % 3]}`),
      /people\.csv.*label.*not of two classes.*3 \(a, b, c\)/,
    ],
    ['one class', table(40, (k) => `${k},${k % 5},${k % 3 ? 'f' : 'm'},yes`), /people\.csv/],
    [
      'constant columns',
      table(40, (k) => `1,2,${k % 3 ? 'f' : 'm'},${k % 2 ? 'yes' : 'no'}`),
      /people\.csv: no column is left to learn from: left out: x, y/,
    ],
    ['a row without its fields', `${people(20)}1,2\n`, /people\.csv:22/],
  ])('%s: the file and the value are named', async (_name, content, message) => {
    await expect(stableFile({ ...ofPeople, hideGroups: true }, file(content))).rejects.toThrow(message);
  });

  it('says of a split that leaves nothing what would do', async () => {
    await expect(stableFile({ ...ofPeople, testShare: 0.99 }, file(people(20)))).rejects.toThrow(
      /test share of 20 rows: 0\.99/,
    );
    await expect(stableFile({ ...ofPeople, trainShare: 0.01 }, file(people(20)))).rejects.toThrow(
      /train share of 16 rows: 0\.01/,
    );
  });

  it('warns of a column that holds one value, and goes on', async () => {
    const content = table(60, (k) => `7,${(k * 5) % 13},${k % 3 ? 'f' : 'm'},${k % 2 ? 'yes' : 'no'}`);
    expect(codesOf(await stableFile({ ...ofPeople, algorithm: ['plain'] }, file(content)))).toEqual([
      'columns-dropped',
    ]);
  });
});
