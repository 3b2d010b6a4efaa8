import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { resultFromJson, type SmoothingResult } from '@dpfair/result';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dpfair, dpfairHere, temporaryFolder } from '../process/run-dpfair.js';
import { filesOf } from './people.js';

const folder = temporaryFolder();
afterAll(folder.remove);
const at = (name: string) => join(folder.path, name);
const read = (name: string) => resultFromJson(readFileSync(at(name), 'utf8'), name) as SmoothingResult;

beforeAll(() => {
  const file = filesOf();
  for (const name of ['people.csv', 'model.json']) writeFileSync(at(name), file(name));
});

const words = ['smooth', at('people.csv'), '--model', at('model.json'), '--metric', 'uniform', '--seed', '3'];

it('dpfair smooth gives the same numbers on one thread and on three, and again from its own result', async () => {
  const long = [...words, '--samples', '20000', '--select', '1000'];
  const one = await dpfair([...long, '--threads', '1', '--json', at('one.json'), '--csv', at('one.csv')]);
  expect([one.code, one.out]).toEqual([
    0,
    expect.stringContaining('Two people whom the metric puts a distance D apart'),
  ]);
  expect((await dpfair([...long, '--threads', '3', '--json', at('three.json'), '--quiet'])).err).toBe('');
  expect(read('three.json').runs).toEqual(read('one.json').runs);
  expect(read('three.json').run.id).toBe(read('one.json').run.id);
  expect((await dpfair(['smooth', '--spec', at('one.json'), '--json', at('again.json'), '--quiet'])).err).toBe('');
  expect(read('again.json').runs).toEqual(read('one.json').runs);
  expect(readFileSync(at('one.csv'), 'utf8').split('\n')[0]).toContain('probability_of_yes');
});

it('dpfair smooth audit fails a check by its exit code', async () => {
  const audit = ['smooth', 'audit', ...words.slice(1), '--of', 'model', '--fail-on', 'violations>0'];
  expect((await dpfairHere([...audit, '--json', at('pairs.json')])).code).toBe(1);
  expect(read('pairs.json').searches.length).toBe(1);
});

it('an interrupted dpfair smooth writes the rows that are done', async () => {
  let due = true;
  const scales = Array.from({ length: 50 }, (_, k) => k + 1).join(',');
  const long = [
    ...words,
    '--samples',
    '100000',
    '--metric-scale',
    scales,
    '--threads',
    '1',
    '--json',
    at('stopped.json'),
  ];
  const { code, err } = await dpfair(long, {
    watch: (child, said) => {
      if (due && /%/.test(said)) {
        due = false;
        child.kill('SIGINT');
      }
    },
  });
  expect(err).toContain('interrupted');
  expect(code).toBe(130);
  const { run, runs, warnings } = read('stopped.json');
  expect(run.interrupted).toBe(true);
  expect(runs.length).toBeGreaterThan(0);
  expect(runs.length).toBeLessThan(50);
  expect(runs[0]?.rows?.row.length).toBeGreaterThan(0);
  expect(warnings.map(({ code: one }) => one)).toContain('interrupted');
});
