import { resultFromJson, resultToJson } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { renderHtml, resultCsv, terminalBlocks } from '../../src/index.js';
import { trainingRemediesSection } from '../../src/training/sections/remedies-section.js';
import { csvCells } from '../fixtures/csv-cells.js';
import { buildRun, buildTraining, female, male } from '../fixtures/training/build-training.js';
import { wholeTraining } from '../fixtures/training/whole-training.js';

describe('a private training', () => {
  const result = buildTraining();

  it('goes through the published schema and back without a change', () => {
    expect(resultFromJson(resultToJson(result), 'r.json')).toEqual(result);
  });

  it('has a table with a row for all rows and each group, and a verdict that names what each group bears', () => {
    const [table, verdict] = terminalBlocks(result);
    expect(table).toMatchObject({
      columns: expect.arrayContaining(['accuracy with privacy']),
      rows: [
        expect.arrayContaining(['all rows']),
        expect.arrayContaining(['Female']),
        expect.arrayContaining(['Male', '83.0\u202f% (82.8\u202f% to 83.2\u202f%)']),
      ],
    });
    expect(verdict).toContain('Female by 0.0121 (0.0117 to 0.0125)');
    expect(verdict).toContain('Male by 0.0312');
  });

  it('shows remedies on a terminal as a table of their own, and what each group bears under them as another', () => {
    const [groups, , remedies, risks] = terminalBlocks(wholeTraining());
    expect(groups).toMatchObject({ rows: { length: 4 } });
    expect(remedies).toMatchObject({ columns: { length: 9 }, rows: { length: 4 } });
    expect(risks).toMatchObject({
      columns: ['Remedy', 'Risk of Female', 'Risk of Male', 'Risk of Other'],
      rows: [
        ['As it is', '0.0121 (0.0117 to 0.0125)', '0.0312 (0.0306 to 0.0318)', expect.any(String)],
        ['Clipping by group (DPSGD-F)', expect.any(String), expect.any(String), expect.any(String)],
        expect.any(Array),
        expect.any(Array),
      ],
    });
  });

  it('says at which of several budgets remedies were compared, on the page and a terminal', () => {
    const whole = wholeTraining();
    const [plain] = whole.runs;
    if (plain === undefined) throw new Error('no run');
    const more = { ...whole, runs: [...whole.runs, { ...plain, privacy: { ...plain.privacy, epsilon: 10 } }] };
    const note = 'Remedies were compared at the first budget only, epsilon 3; for another one name it first.';
    expect(terminalBlocks(more)).toContain(note);
    expect(terminalBlocks(whole)).not.toContain(note);
    expect(trainingRemediesSection(more, null)?.markup).toContain(note);
  });

  it('is read and shown as it was written before test errors, gaps without small groups and changes of remedies were', async () => {
    const later = new Set(['testError', 'withoutSmall', 'changes']);
    const text = JSON.stringify(wholeTraining(), (key, value: unknown) => (later.has(key) ? undefined : value));
    const old = resultFromJson(text, 'old.json');
    expect(text).not.toContain('testError');
    expect(await renderHtml(old)).toContain('dpfair training report');
    expect(terminalBlocks(old).length).toBeGreaterThan(2);
    expect(resultCsv(old)).toContain('Female');
  });

  it('has a page that carries the verdict and how to repeat the run', async () => {
    const page = await renderHtml(result);
    expect(page).toContain('dpfair training report');
    expect(page).toContain('0.0121');
    expect(page).toContain('dpfair train adult.data');
  });

  it('is CSV with a row a group and a row a group and step, each as long as the header', () => {
    const lines = csvCells(resultCsv(result));
    const [head = [], ...rows] = lines;
    expect(new Set(lines.map(({ length }) => length))).toEqual(new Set([head.length]));
    expect(rows.filter(([record]) => record === 'group')).toHaveLength(3);
    expect(rows.filter(([record]) => record === 'step')).toHaveLength(3 * 11);
    const lastOfMale = rows.filter((row) => row[0] === 'step' && row[5] === 'Male').at(-1) ?? [];
    expect(Number(lastOfMale[head.indexOf('step_accumulated_clipping')])).toBeCloseTo(0.0251, 12);
    expect(lastOfMale[head.indexOf('step')]).toBe('100');
    expect(lastOfMale[head.indexOf('end_gap')]).toBe('');
  });

  it('is CSV with what a remedy changes for each group, empty for the training without one', () => {
    const [head = [], ...rows] = csvCells(resultCsv(wholeTraining()));
    const changeOf = (run: string) =>
      rows
        .filter((row) => row[0] === 'group' && row[1] === run)
        .map((row) => [row[5], row[head.indexOf('end_change_by_remedy')]]);
    expect(changeOf('none').map(([, change]) => change)).toEqual(['', '', '', '']);
    expect(changeOf('by-group')).toEqual([
      ['', ''],
      ['Female', '0'],
      ['Male', String(0.015 - 0.0333)],
      ['Other', '0'],
    ]);
  });

  it('is CSV that tells all rows, whose group is empty, from a group named all', () => {
    const run = buildRun([{ ...female, group: 'all' }, male]);
    const rows = csvCells(resultCsv({ ...result, runs: [run] }));
    const groupsOf = (record: string) => new Set(rows.filter((row) => row[0] === record).map((row) => row[5]));
    for (const record of ['group', 'step']) expect(groupsOf(record)).toEqual(new Set(['', 'all', 'Male']));
  });
});
