import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTrainedModel } from '@dpfair/learning';
import { resultFromJson, type TrainedResult } from '@dpfair/result';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dpfair, dpfairHere, fixture, temporaryFolder } from './run-dpfair.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());
const at = (name: string) => join(folder.path, name);

const loans = ['train', fixture('loans.csv'), '--label', 'approved', '--group', 'region'];
const words = [...loans, '--epsilon', '3', '--seed', '5', '--epochs', '2', '--repetitions', '4', '--quiet'];
const read = (name: string) => resultFromJson(readFileSync(at(name), 'utf8'), name) as TrainedResult;
const numbersOf = ({ run, ...rest }: TrainedResult) => ({ ...rest, id: run.id });

describe('dpfair train', () => {
  let result: TrainedResult;
  beforeAll(async () => {
    const files = ['--json', at('t.json'), '--html', at('t.html'), '--csv', at('t.csv'), '--model-out', at('m.json')];
    const { code, err } = await dpfairHere([...words, ...files]);
    expect([code, err]).toEqual([0, '']);
    result = read('t.json');
  });

  it('writes a result of its own kind, with page, table and model', () => {
    expect(result.kind).toBe('training');
    expect(result.runs[0]?.groups.map(({ group }) => group)).toHaveLength(4);
    for (const name of ['t.html', 't.csv', 'm.json']) expect(existsSync(at(name))).toBe(true);
  });

  it('writes a model that can be read again, and that the seed is no part of', () => {
    const text = readFileSync(at('m.json'), 'utf8');
    expect(readTrainedModel(JSON.parse(text)).description.inputs).toBe(result.data.features.length);
    expect(text).not.toMatch(/seed/);
  });

  it('repeats itself byte for byte from its own result, and draws it again', async () => {
    const again = await dpfairHere(['train', '--spec', at('t.json'), '--json', at('again.json'), '--quiet']);
    expect([again.code, again.err]).toEqual([0, '']);
    expect(JSON.stringify(numbersOf(read('again.json')))).toBe(JSON.stringify(numbersOf(result)));
    const drawn = await dpfairHere(['report', at('t.json'), '--quiet']);
    expect([drawn.code, drawn.out]).toEqual([0, again.out]);
  });

  it('the command that a result names repeats it', async () => {
    const [, ...command] = result.run.command.split(' ');
    const { out } = await dpfairHere([...command, '--json', '-', '--quiet']);
    expect(numbersOf(JSON.parse(out) as TrainedResult)).toEqual(numbersOf(result));
  });

  it('does not repeat itself on another file for testing', async () => {
    await dpfairHere([...words, '--test', fixture('loans.csv'), '--no-track', '--json', at('tested.json')]);
    const { testFile, input, ...rest } = read('tested.json');
    expect(testFile?.sha256).toBe(input.sha256);
    const changed = { ...rest, input, testFile: { ...testFile, sha256: 'f'.repeat(64) } };
    writeFileSync(at('changed.json'), JSON.stringify(changed));
    const { code: refused, err } = await dpfairHere(['train', '--spec', at('changed.json'), '--quiet']);
    expect(refused).toBe(2);
    expect(err).toMatch(/not the file of the recorded run/);
  });

  it('prints every group, the verdict and the seed', async () => {
    const { out } = await dpfairHere(words);
    for (const group of ['all rows', 'Generated East', 'Generated West']) expect(out).toContain(group);
    expect(out).toMatch(/\nseed 5\n$/);
  });

  it('fails, passes and cannot say by the interval of what is checked', async () => {
    const { lower, upper, estimate } = result.runs[0]?.gap ?? {};
    const codes = await Promise.all(
      [(lower ?? 0) / 2, 2 * (upper ?? 0), estimate].map(
        async (limit) => (await dpfairHere([...words, '--fail-on', `gap>${limit}`])).code,
      ),
    );
    expect(codes).toEqual([1, 0, 3]);
    const { out } = await dpfairHere([...words, '--fail-on', 'risk>-1']);
    expect(out.match(/FAIL {2}risk>-1 dp-sgd epsilon 3 delta 0\.000001: Generated/g)).toHaveLength(4);
  });

  it.each<[string, readonly string[], RegExp]>([
    ['no budget', loans, /no privacy budget \(allowed: --epsilon, or --sigma/],
    ['an unknown label', words.map((word) => (word === 'approved' ? 'repaid' : word)), /loans\.csv.*repaid/],
    ['an unknown model', [...words, '--model', 'forest'], /--model: forest \(allowed: one of logistic, softmax/],
    [
      'an epsilon that cannot be met',
      [...words.map((word) => (word === '3' ? '1e-9' : word)), '--clipping', 'by-group'],
      /epsilon/,
    ],
    ['a batch of too many rows', [...words, '--batch', '5000'], /--batch: 5000 .*at most the 480 training rows/],
    ['a model on stdout', [...words, '--model-out', '-'], /--model-out: - \(allowed: a file\)/],
    ['a model over the data', [...words, '--model-out', fixture('loans.csv')], /loans\.csv.*input/],
  ])('%s is refused with exit code 2, and nothing is written', async (_name, line, message) => {
    const { code, err, out } = await dpfairHere([...line, '--json', at('never.json')]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(existsSync(at('never.json'))).toBe(false);
  });
});

it('on worker threads the numbers are those of any number of threads', async () => {
  // 9 x 4 repetitions x 6 steps x 400 rows x 1,025 parameters: more than is done without worker threads.
  const large = ['--no-track', '--model', 'network', '--batch', '400', '--epochs', '6', '--repetitions', '4'];
  const [one, ...more] = await Promise.all(
    ['1', '2', '4'].map(async (threads) => {
      const line = [...loans, '--epsilon', '3', '--seed', '5', ...large, '--threads', threads, '--json', '-'];
      const { out, err } = await dpfair(line);
      expect(err).toMatch(/training dp-sgd epsilon 3 delta 0\.000001: 4 repetitions of 6 steps/);
      return numbersOf(JSON.parse(out) as TrainedResult);
    }),
  );
  expect(more).toEqual([one, one]);
});
