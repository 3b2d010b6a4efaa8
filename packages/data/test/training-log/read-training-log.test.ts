import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { logFields } from '../../src/training-log/log-field-rules.js';
import { readTrainingLog } from '../../src/training-log/read-training-log.js';
import { bytesOf } from '../bytes-of.js';
import { caughtLater } from '../caught.js';

const base = {
  loss: 0.5,
  innerRaw: 0.25,
  innerClipped: 0.125,
  curvatureRaw: 2,
  curvatureClipped: 1,
  hessianTrace: 4,
  learningRate: 0.1,
  noiseVariance: 0.01,
};
const entry = (step: number, group: string | null, more: object = {}) => ({ step, group, ...base, ...more });
const read = (objects: readonly unknown[]) =>
  readTrainingLog(bytesOf(objects.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n')), {
    file: 'run.jsonl',
  });
const faultsOf = async (objects: readonly unknown[]) => (await caughtLater(read(objects))).faults;

describe('readTrainingLog', () => {
  it('gives a column a group, in the order of the steps whatever that of the lines', async () => {
    const log = await read([
      entry(10, 'm', { loss: 3 }),
      entry(0, 'm', { loss: 1, clipRate: 0.5 }),
      '',
      entry(0, 'f', { loss: 2, rows: 12 }),
      entry(10, 'f', { loss: 4, rows: 12 }),
    ]);
    expect(log.step).toEqual([0, 10]);
    expect(log.groups.map(({ group, rows, needed }) => [group, rows, [...needed.loss]])).toEqual([
      ['m', null, [1, 3]],
      ['f', 12, [2, 4]],
    ]);
    expect([...(log.groups[0]?.others.clipRate ?? [])]).toEqual([0.5, Number.NaN]);
    expect(log.groups[1]?.others).toEqual({});
    expect([log.population, log.unknown]).toEqual([null, []]);
  });

  it('takes group null for all rows together, and lists fields that mean nothing', async () => {
    const log = await read([entry(0, 'f', { lr: 1, epoch: 2 }), entry(0, null, { loss: 9 })]);
    expect(log.groups.map(({ group }) => group)).toEqual(['f']);
    expect([...(log.population?.needed.loss ?? [])]).toEqual([9]);
    expect(log.unknown).toEqual(['epoch', 'lr']);
  });

  it('reads a Parquet file with the same columns', async () => {
    const bytes = readFileSync(new URL('../parquet/log.parquet', import.meta.url));
    const log = await readTrainingLog(bytes, { file: 'log.parquet' });
    expect([log.step, log.groups.map(({ group }) => group)]).toEqual([
      [0, 10],
      ['Female', 'Male'],
    ]);
    expect([...(log.groups[1]?.needed.innerClipped ?? [])]).toEqual([1.25, 4.25]);
    expect([...(log.population?.needed.hessianTrace ?? [])]).toEqual([2.625, 5.625]);
    expect([...(log.population?.needed.noiseVariance ?? [])]).toEqual([0.25, 0.25]);
  });

  it('refuses fields that are missing, misspelt or out of range, each with line and name', async () => {
    const { loss, ...withoutLoss } = entry(0, 'f');
    const faults = await faultsOf([
      { ...withoutLoss, lossy: loss },
      entry(1, 'f', { learningRate: 0 }),
      entry(2, 'f', { noiseVariance: -1 }),
      entry(3, 'f', { clipRate: 1.5 }),
      entry(4, 'f', { hessianTrace: '4' }),
      entry(5.5, 'f'),
      entry(6, ''),
      entry(7, 'f', { rows: 0 }),
      entry(8, 'f', { gradientNorm: -1 }),
    ]);
    expect(faults.map(({ line, column, value }) => [line, column, value])).toEqual([
      [1, 'loss', undefined],
      [2, 'learningRate', '0'],
      [3, 'noiseVariance', '-1'],
      [4, 'clipRate', '1.5'],
      [5, 'hessianTrace', '"4"'],
      [6, 'step', '5.5'],
      [7, 'group', '""'],
      [8, 'rows', '0'],
      [9, 'gradientNorm', '-1'],
    ]);
    expect(faults[0]).toMatchObject({ file: 'run.jsonl', what: 'is missing' });
    expect(faults[0]?.allowed).toContain('did you mean lossy?');
  });

  it('refuses lines that are no objects, and says of NaN that it is no JSON', async () => {
    const faults = await faultsOf([entry(0, 'f'), '{"step": 1, "loss": NaN}', '[1]', '{"step": 1', '3']);
    expect(faults.map(({ line }) => line)).toEqual([2, 3, 4, 5]);
    expect(faults[0]?.what).toContain('diverged');
  });

  it('refuses steps that lack a group, have it twice, or whose numbers differ between groups', async () => {
    expect(await faultsOf([entry(0, 'f'), entry(0, 'm'), entry(1, 'f')])).toMatchObject([
      { line: 3, what: 'step 1 lacks a group that other steps have', value: 'm' },
    ]);
    expect(await faultsOf([entry(0, 'f'), entry(0, 'f')])).toMatchObject([
      { line: 2, what: 'step 0 of this group is already on line 1', value: 'f' },
    ]);
    expect(await faultsOf([entry(0, 'f'), entry(0, 'm', { learningRate: 0.2 })])).toMatchObject([
      { line: 2, column: 'learningRate', value: 0.2 },
    ]);
    expect(await faultsOf([entry(0, 'f', { rows: 5 }), entry(1, 'f', { rows: 6 })])).toMatchObject([
      { line: 2, column: 'rows', value: 6 },
    ]);
  });

  it('refuses a log without steps and one without groups', async () => {
    expect(await faultsOf(['', ' '])).toMatchObject([{ what: 'the log has no steps' }]);
    const none = await caughtLater(readTrainingLog(new Uint8Array(0), { file: 'run.jsonl' }));
    expect(none.message).toBe('run.jsonl: the log has no steps (allowed: one JSON object a step and group)');
    expect(await faultsOf([entry(0, null)])).toMatchObject([{ what: 'the log has no groups' }]);
  });

  it('takes the fields that the page on logs lists, and the example of that page', async () => {
    const page = readFileSync(new URL('../../../../docs/methods/training-logs.md', import.meta.url), 'utf8');
    const listed = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, field]) => field);
    expect(listed.sort()).toEqual([...logFields].sort());
    const [, example = ''] = /```json\n(.*)\n```/.exec(page) ?? [];
    const log = await read([example]);
    expect([log.unknown, log.groups[0]?.rows]).toEqual([[], 9782]);
  });

  it('takes the names of object properties for groups like any other', async () => {
    const log = await read([entry(0, '__proto__'), entry(0, 'constructor')]);
    expect(log.groups.map(({ group }) => group)).toEqual(['__proto__', 'constructor']);
  });
});
