import { readFileSync } from 'node:fs';
import { openOnnxModel } from '@dpfair/individual';
import { renderHtml, verdict } from '@dpfair/report';
import { DpfairError, resultFromJson, resultToJson } from '@dpfair/result';
import { describe, expect, it, vi } from 'vitest';
import { auditPairs } from '../../src/smooth/audit-pairs.js';
import { smoothFile } from '../../src/smooth/smooth-file.js';
import type { PairsSpecInput, SmoothSpecInput } from '../../src/spec/smooth/smooth-spec.js';
import { fixture } from '../process/run-dpfair.js';

const forest = {
  data: fixture('loans.csv'),
  model: fixture('loans.onnx'),
  label: 'approved',
  columns: ['income', 'debt', 'years'],
  metric: ['income=2e-5,debt=2e-5,years=0.05'],
  samples: 50,
  rows: 20,
  seed: '1',
} as const;

const lines = readFileSync(fixture('loans.csv'), 'utf8').trim().split('\n').slice(1);

const refusal = async (more: Partial<SmoothSpecInput>): Promise<string> => {
  const error = await smoothFile({ ...forest, ...more }).catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(DpfairError);
  return (error as DpfairError).message;
};

describe('dpfair smooth with an ONNX file', () => {
  it('asks the forest about rows and noisy rows, with the classes and groups of the data', async () => {
    const { model, runs, data } = await smoothFile({ ...forest, group: 'region', rows: null, samples: 20 });
    expect(model).toMatchObject({ source: 'onnx', classes: ['no', 'yes'], columns: ['income', 'debt', 'years'] });
    expect(data.groups.length).toBe(4);
    const people = lines.map((line) => line.split(','));
    const direct = await openOnnxModel(readFileSync(fixture('loans.onnx')), { inputs: 3 });
    const labels = await direct.label(Float64Array.from(people.flatMap((cells) => cells.slice(0, 3).map(Number))), 600);
    const right = people.filter((cells, row) => (cells[5] === 'yes') === (labels[row] === 1)).length;
    await direct.close();
    expect(runs[0]?.population.accuracy.model.estimate).toBe(right / 600);
    expect(runs[0]?.metric.held).toEqual([]);
  });

  it('releases every session that it opens, and opens one a command and question at most', async () => {
    const { InferenceSession } = await import('onnxruntime-web');
    const create = vi.spyOn(InferenceSession, 'create');
    const searched = { ...forest, metric: forest.metric, neighbours: 1, climbs: 2, samples: 20 };
    await auditPairs({ ...searched, of: ['model', 'smoothed'], answers: 'probabilities' });
    await smoothFile({ ...forest, metricScale: [1, 2] });
    const sessions = await Promise.all(create.mock.results.map(({ value }) => value));
    create.mockRestore();
    // Each command looks at the file first; the audit then asks the model as it is and smoothed, the smoothing likewise.
    expect(sessions.length).toBe(6);
    // A session that was released has no handler any more.
    for (const session of sessions) await expect(session.release()).rejects.toThrow();
  });

  it('smooths rows without labels: the same answers, guarantee and pairs, and no accuracy', async () => {
    const all = readFileSync(fixture('loans.csv'), 'utf8').trim().split('\n');
    const place = all[0]?.split(',').indexOf('approved');
    const bare = all.map((line) => line.split(',').filter((_, k) => k !== place));
    const text = bare.map((cells) => cells.join(',')).join('\n');
    const readFile = (path: string) => (path === 'bare.csv' ? new TextEncoder().encode(text) : readFileSync(path));
    const without = { ...forest, data: 'bare.csv', label: null, group: 'region' };
    const result = await smoothFile(without, { readFile });
    const labelled = await smoothFile({ ...forest, group: 'region' });
    const [one, other] = [result.runs[0], labelled.runs[0]];
    expect(one?.rows).toEqual({ ...other?.rows, label: other?.rows?.label.map(() => null) });
    expect(one?.guarantee).toEqual(other?.guarantee);
    const sizes = (run: typeof one) => run?.groups.map(({ positive, rows }) => [positive, rows]);
    expect(sizes(one)).toEqual(sizes(other));
    const unknown = { estimate: null, lower: null, upper: null };
    for (const group of [one?.population, ...(one?.groups ?? [])]) {
      const nothing = { model: unknown, smoothed: unknown };
      expect(group).toMatchObject({ accuracy: nothing, confidence: nothing });
    }
    expect([result.data.label, result.input.columns]).toEqual([null, { group: 'region' }]);
    expect(result.model).toMatchObject({ classes: ['0', '1'], columns: ['income', 'debt', 'years'] });
    expect(resultFromJson(resultToJson(result), 'r.json')).toEqual(result);
    expect(await renderHtml(result)).not.toMatch(/NaN|undefined/);
    const named = await auditPairs({ ...without, classes: ['no', 'yes'], of: ['model'] }, { readFile });
    const pairs = await auditPairs({ ...forest, group: 'region', of: ['model'] });
    expect(named.searches).toEqual(pairs.searches);
    expect(named.model.classes).toEqual(['no', 'yes']);
  });

  it('searches its probabilities', async () => {
    const { searches } = await auditPairs({ ...forest, of: ['model'], answers: 'probabilities', rows: 100 });
    expect(searches[0]?.pairs).toBeGreaterThan(0);
  });

  describe('with the maps that skl2onnx writes by default, of which only labels can be read', () => {
    const file = new URL('../../../individual/test/onnx/models/scikit-maps.onnx', import.meta.url);
    const readFile = (path: string) => readFileSync(path === 'maps.onnx' ? file : path);
    const maps = { ...forest, model: 'maps.onnx', of: ['model'], rows: 20 } as const;
    const audit = (more: Partial<PairsSpecInput>) => auditPairs({ ...maps, ...more }, { readFile });

    it('refuses probabilities, climbs of them too, and says how to export them', async () => {
      for (const more of [{}, { climbs: 3 }, { of: ['smoothed', 'model'] as const }]) {
        const error = await audit({ answers: 'probabilities', ...more }).catch((cause: unknown) => cause);
        expect(error).toBeInstanceOf(DpfairError);
        expect(error).toMatchObject({ code: 'usage', message: expect.stringContaining("options={'zipmap': False}") });
        expect((error as DpfairError).message).toContain('maps.onnx, whose output output_label has labels');
      }
      await expect(audit({ climbs: 3 })).rejects.toThrow('--climbs on the labels');
      await expect(audit({ modelOutput: 'output_probability' })).rejects.toThrow('no tensor (allowed: ');
    });

    it('warns of labels that nobody asked for, and says that it compared labels', async () => {
      const codes = async (more: Partial<PairsSpecInput>) => (await audit(more)).warnings.map(({ code }) => code);
      const plain = await audit({});
      expect(plain.warnings).toMatchObject([{ code: 'only-labels', message: expect.stringContaining('zipmap') }]);
      expect(plain.answers).toBe('labels');
      expect(verdict(plain)).toContain('(by search, in the labels of the model as it is;');
      expect(await codes({ answers: 'labels' })).toEqual([]);
      expect(await codes({ model: fixture('loans.onnx') })).toEqual([]);
      expect(await codes({ of: ['smoothed'], samples: 2000 })).toEqual([]);
      const { answers } = await audit({ model: fixture('loans.onnx'), answers: 'probabilities' });
      expect(answers).toBe('probabilities');
    });
  });

  it('weighs unscaled numbers per standard deviation in a logistic metric', async () => {
    const { runs } = await smoothFile({ ...forest, metric: ['logistic'] });
    const scales = runs[0]?.metric.scales ?? [];
    const weights = scales.map((scale, i) => {
      const values = lines.map((line) => Number(line.split(',')[i]));
      const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
      return scale * Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length);
    });
    expect(weights.reduce((sum, weight) => sum + weight / 3, 0)).toBeCloseTo(1, 9);
  });

  it('warns of one number that it takes for a logit, unless told that it is one, and refuses a regression by its operator', async () => {
    const folder = new URL('../../../individual/test/onnx/models/', import.meta.url);
    const readFile = (path: string) => readFileSync(path.startsWith('model/') ? new URL(path.slice(6), folder) : path);
    const codes = async (model: string, more: Partial<SmoothSpecInput> = {}) =>
      (await smoothFile({ ...forest, model: `model/${model}`, rows: 40, ...more }, { readFile })).warnings.map(
        ({ code }) => code,
      );
    expect(await codes('logit.onnx')).toEqual(['taken-for-logit', 'rows-drawn']);
    expect(await codes('logit.onnx', { modelForm: 'logit' })).toEqual(['rows-drawn']);
    expect(await codes('logistic.onnx')).toEqual(['rows-drawn']);
    const { warnings } = await auditPairs(
      { ...forest, model: 'model/logit.onnx', of: ['model'], rows: 5 },
      { readFile },
    );
    expect(warnings.map(({ code }) => code)).toEqual(['taken-for-logit']);
    await expect(codes('scikit-line.onnx')).rejects.toThrow(
      /scikit-line\.onnx: output variable, .*: made by LinearRegressor, a regression \(allowed: .*--model-form given with it: logit\)/,
    );
    expect(await codes('scikit-line.onnx', { modelForm: 'logit' })).toEqual(['rows-drawn']);
  });

  it.each<[string, Partial<SmoothSpecInput>, string]>([
    ['no label for a logistic metric', { label: null, metric: ['logistic'] }, 'no label'],
    ['two columns for three', { columns: ['income', 'debt'], metric: ['uniform'] }, 'columns that the input'],
    ['a column of texts', { columns: ['income', 'debt', 'community'], metric: ['uniform'] }, 'loans.csv:2:community'],
    ['three classes for two', { classes: ['no', 'yes', 'perhaps'] }, 'classes of the model: 2'],
    [
      'classes that are others, in one line',
      { classes: ['no', 'never'] },
      'loans.csv: --classes: no, never (allowed: all classes of the column approved, in the order of the outputs of the model: not named are yes)',
    ],
    ['a minimal metric', { metric: ['minimal'] }, '--metric minimal: ONNX'],
    ['an output that it does not have', { modelOutput: 'score' }, 'output of the ONNX model: score'],
    ['another form', { modelForm: 'logit' }, 'form of the output'],
    ['a file that is no ONNX', { model: fixture('loans.csv.onnx') }, 'loans.csv.onnx'],
  ])('refuses %s', async (_name, more, part) => {
    expect(await refusal(more)).toContain(part);
  });

  it('names the row whose class is not among those that all occur, and the column whose name was cut at its comma', async () => {
    const [head = '', ...rows] = readFileSync(fixture('loans.csv'), 'utf8').trim().split('\n');
    const refused = (text: string, more: Partial<SmoothSpecInput>) => {
      const readFile = (path: string) => (path === 'odd.csv' ? new TextEncoder().encode(text) : readFileSync(path));
      return expect(smoothFile({ ...forest, data: 'odd.csv', ...more }, { readFile })).rejects;
    };
    const one = [head, ...rows.slice(0, 50), (rows[50] as string).replace(/(yes|no)$/, 'perhaps')].join('\n');
    await refused(one, { classes: ['no', 'yes'] }).toThrow('odd.csv:52:approved');
    const cut = [head.replace('income', '"income, net"'), ...rows].join('\n');
    await refused(cut, { columns: ['income', 'net', 'debt', 'years'] }).toThrow(
      `odd.csv: --columns with pieces of names that hold commas: income, net (allowed: such names in double quotes, for example '"income, net"')`,
    );
    await refused(cut, { columns: ['income', 'debt', 'years'] }).toThrow('no such column: income');
  });
});
