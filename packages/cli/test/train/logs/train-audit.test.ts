import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { resultFromJson, type TrainingResult } from '@dpfair/result';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dpfairHere, fixture, temporaryFolder } from '../../process/run-dpfair.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());
const at = (name: string) => join(folder.path, name);
const logs = [fixture('training-log-1.jsonl'), fixture('training-log-2.jsonl')] as const;
const read = (name: string) => resultFromJson(readFileSync(at(name), 'utf8'), name) as TrainingResult;
const written = (name: string, text: string) => {
  writeFileSync(at(name), text);
  return at(name);
};

type Row = Readonly<Record<string, number>> & { readonly group: string | null };
const rowsOf = (path: string): readonly Row[] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const firstLog = readFileSync(logs[0], 'utf8');
const without = (field: string) => firstLog.replaceAll(new RegExp(`"${field}": [^,}]*, `, 'g'), '');

/** A number of every step of 40 of one group, those between logged ones filled in linearly, those after the last as it. */
function everyStep(path: string, group: string | null, of: (row: Row) => number): number[] {
  const rows = rowsOf(path).filter((row) => row.group === group);
  return Array.from({ length: 40 }, (_, step) => {
    const before = rows.findLast((row) => (row.step as number) <= step) as Row;
    const after = rows.find((row) => (row.step as number) > step) ?? before;
    const share = after === before ? 0 : (step - (before.step as number)) / 5;
    return (1 - share) * of(before) + share * of(after);
  });
}
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const noise = (row: Row) => (0.5 ** 2 / 2) * (row.hessianTrace as number) * (1 / 128) ** 2;
const clipping = (row: Row) =>
  0.5 * ((row.innerRaw as number) - (row.innerClipped as number)) +
  (0.5 ** 2 / 2) * ((row.curvatureClipped as number) - (row.curvatureRaw as number));

describe('dpfair train audit', () => {
  let result: TrainingResult;
  let html: string;
  beforeAll(async () => {
    const files = ['--json', at('a.json'), '--html', at('a.html'), '--csv', at('a.csv')];
    const figures = ['--svg', at('svg'), '--vega', at('vega')];
    const { code, err } = await dpfairHere([
      'train',
      'audit',
      ...logs,
      '--steps',
      '40',
      ...files,
      ...figures,
      '--quiet',
    ]);
    expect([code, err]).toEqual([0, '']);
    result = read('a.json');
    html = readFileSync(at('a.html'), 'utf8');
  });

  it('adds up the terms of Theorem 2 over all steps, group by group, as means over logs', () => {
    const [run] = result.runs;
    for (const [outcome, group] of [
      [run?.population, null] as const,
      ...(run?.groups ?? []).map((one) => [one, one.group] as const),
    ]) {
      const mean = (of: (row: Row) => number) => sum(logs.map((path) => sum(everyStep(path, group, of)))) / 2;
      expect(outcome?.noise.estimate).toBeCloseTo(mean(noise), 12);
      expect(outcome?.clipping.estimate).toBeCloseTo(mean(clipping), 12);
      const risks = logs.map((path) => {
        const last = rowsOf(path).findLast((row) => row.group === group) as Row;
        return (last.loss as number) - (last.nonPrivateLoss as number);
      });
      expect(outcome?.excessiveRisk.estimate).toBeCloseTo(sum(risks) / 2, 12);
    }
    expect(run?.gap).toMatchObject({ most: 'small', least: 'large' });
  });

  it('records the files, draws nothing, and leaves null what a log does not know', () => {
    expect(result).toMatchObject({ data: null, model: null, attacks: null, warnings: [] });
    expect(result.logs?.map(({ rows }) => rows)).toEqual([24, 24]);
    expect(result.run).toMatchObject({ prng: 'none', seed: '0' });
    expect(result.run.command).toContain('dpfair train audit ');
    expect(result.runs[0]?.privacy).toMatchObject({ private: null, epsilon: null });
    expect(result.runs[0]?.algorithm).toMatchObject({ steps: 40, learningRate: 0.5, noiseDeviation: 1 / 128 });
  });

  it('has a page that says what is not known, names both logs, and has figures of the terms alone', () => {
    expect(html).toContain('Not known from a log');
    expect(html).toContain('training-log-2.jsonl');
    expect(html).toContain('A log does not say how private the training is');
    expect(html).not.toMatch(/This training is not private|without a stated|Rows not read/);
    for (const [name, there] of [
      ['step-terms', true],
      ['step-sums', true],
      ['learning', false],
    ] as const)
      expect([name, existsSync(at(`svg/${name}.svg`))]).toEqual([name, there]);
  });

  it('prints a table, says on stderr that one log has no intervals, and repeats itself from its own JSON', async () => {
    const { code, out, err } = await dpfairHere(['train', 'audit', logs[0]]);
    expect(code).toBe(0);
    expect(out).toMatch(/clipping terms +noise terms/);
    expect(out).toContain('one repetition gives no interval');
    expect(out).not.toMatch(/seed/);
    expect(err).toContain('one log gives no intervals');
    const again = await dpfairHere(['report', at('a.json'), '--csv', '-']);
    expect(again.out).toBe(readFileSync(at('a.csv'), 'utf8'));
  });

  it('reads a log from stdin, and warns of fields that it does not know', async () => {
    const input = firstLog.replaceAll('"rows"', '"colour": 1, "rows"');
    const { code, err, out } = await dpfairHere(['train', 'audit', '-', '--json', '-'], { input });
    expect(code).toBe(0);
    expect(err).toContain('stdin has fields that mean nothing here and were not read: colour');
    expect((JSON.parse(out) as TrainingResult).input.path).toBe('stdin');
  });

  it('without the losses of a twin says that the cost is not known, and a limit on it is not passed', async () => {
    const log = written('alone.jsonl', without('nonPrivateLoss'));
    const { code, out, err } = await dpfairHere(['train', 'audit', log, '--fail-on', 'gap>1', '--html', at('b.html')]);
    expect(code).toBe(3);
    expect(out).toContain('What privacy costs each group is not known');
    expect(out).toContain('The sum of the noise terms is largest for small by the estimate');
    expect(err).toContain('what privacy costs is not known of small, large');
    expect(readFileSync(at('b.html'), 'utf8')).toContain('the field nonPrivateLoss');
  });

  it('names the step where sums begin, if that is not the first', async () => {
    const log = written('late.jsonl', firstLog.split('\n').slice(3).join('\n'));
    await dpfairHere(['train', 'audit', log, '--html', at('late.html')]);
    expect(readFileSync(at('late.html'), 'utf8')).toContain('What happened before step 5');
    expect(html).not.toContain('What happened before step');
  });

  it.each([
    ['below a limit', 'gap>2', 0],
    ['above one', 'gap>-1', 1],
    ['on a group whose interval holds it', 'risk:small>0', 3],
  ])('a check %s has its exit code', async (_name, condition, expected) => {
    const { code } = await dpfairHere(['train', 'audit', ...logs, '--fail-on', condition, '--quiet']);
    expect(code).toBe(expected);
  });

  it.each([
    ['a missing field', () => [written('m.jsonl', without('hessianTrace'))], /m\.jsonl.*1.*hessianTrace: is missing/],
    ['a line that is no JSON', () => [written('n.jsonl', `${firstLog}oops\n`)], /n\.jsonl.*25.*oops/],
    ['the same log twice', () => [logs[0], logs[0]], /the same log twice/],
    [
      'a log with other steps',
      () => [logs[0], written('s.jsonl', firstLog.split('\n').slice(3).join('\n'))],
      /s\.jsonl.*steps of another log/,
    ],
    ['fewer steps than were logged', () => [logs[0], '--steps', '10'], /steps of the training: 10 .*above 35/],
    [
      'a condition on a group that there is not',
      () => [logs[0], '--fail-on', 'risk:tall>1'],
      /risk:tall>1 .*small, large/,
    ],
    ['a file that there is not', () => [at('none.jsonl')], /none\.jsonl/],
    ['no log at all', () => [], /argument/],
    ['an option of dpfair train', () => [logs[0], '--epsilon', '3'], /--epsilon/],
    ['an output over a log', () => [logs[0], '--csv', logs[0]], /training-log-1\.jsonl.*input/],
  ] as const)('%s is refused with exit code 2, and nothing is written', async (_name, line, message) => {
    const { code, out, err } = await dpfairHere(['train', 'audit', ...line(), '--json', at('never.json')]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(existsSync(at('never.json'))).toBe(false);
  });
});
