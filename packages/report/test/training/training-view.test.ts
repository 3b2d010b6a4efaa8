import { resultFromJson, resultToJson } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { renderHtml, resultCsv, terminalBlocks } from '../../src/index.js';
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
      rows: [
        expect.arrayContaining(['all rows']),
        expect.arrayContaining(['Female']),
        expect.arrayContaining(['Male']),
      ],
    });
    expect(verdict).toContain('Female by 0.0121 (0.0117 to 0.0125)');
    expect(verdict).toContain('Male by 0.0312');
  });

  it('shows remedies as a table of their own on a terminal, and not their groups', () => {
    const [groups, , remedies] = terminalBlocks(wholeTraining());
    expect(groups).toMatchObject({ rows: { length: 4 } });
    expect(remedies).toMatchObject({ columns: { length: 8 }, rows: { length: 4 } });
  });

  it('has a page that carries the verdict and how to repeat the run', async () => {
    const page = await renderHtml(result);
    expect(page).toContain('dpfair training report');
    expect(page).toContain('0.0121');
    expect(page).toContain('dpfair train adult.data');
  });

  it('is CSV with a row a group and a row a group and step, each as long as the header', () => {
    const lines = resultCsv(result)
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','));
    const [head = [], ...rows] = lines;
    expect(new Set(lines.map(({ length }) => length))).toEqual(new Set([head.length]));
    expect(rows.filter(([record]) => record === 'group')).toHaveLength(3);
    expect(rows.filter(([record]) => record === 'step')).toHaveLength(3 * 11);
    const lastOfMale = rows.filter((row) => row[0] === 'step' && row[5] === 'Male').at(-1) ?? [];
    expect(Number(lastOfMale[head.indexOf('step_accumulated_clipping')])).toBeCloseTo(0.0251, 12);
    expect(lastOfMale[head.indexOf('step')]).toBe('100');
    expect(lastOfMale[head.indexOf('end_gap')]).toBe('');
  });

  it('is CSV that tells all rows, whose group is empty, from a group named all', () => {
    const run = buildRun([{ ...female, group: 'all' }, male]);
    const rows = resultCsv({ ...result, runs: [run] })
      .split('\n')
      .map((line) => line.split(','));
    const groupsOf = (record: string) => new Set(rows.filter((row) => row[0] === record).map((row) => row[5]));
    for (const record of ['group', 'step']) expect(groupsOf(record)).toEqual(new Set(['', 'all', 'Male']));
  });
});
