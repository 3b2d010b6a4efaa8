import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AuditResult } from '@dpfair/result';
import { afterAll, describe, expect, it } from 'vitest';
import { dpfair, dpfairHere, temporaryFolder } from './run-dpfair.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const data = join(folder.path, 'areas.csv');
writeFileSync(
  data,
  'id,name,lep,lep_moe,people,pop\n1,Union,45,4.9350,900,2500\n2,Loving,55,0,80,2501\n3,Large,12000,1645,90000,70000\n',
);

const threshold = [
  'audit',
  data,
  '--decision',
  'threshold',
  '--rule',
  'lep > 50',
  '--post',
  'none',
  '--seed',
  '5',
  '--quiet',
];
const gaussian = ['--mechanism', 'gaussian', '--sigma', '4'];
const withMargin = ['--sampling-error', 'column', '--map', 'moe=lep_moe'];

async function result(words: readonly string[]): Promise<AuditResult> {
  const { code, out, err } = await dpfairHere([...words, '--json', '-']);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as AuditResult;
}

describe('dpfair audit --sampling-error', () => {
  it('takes a margin of error over 1.645, exactly under Gaussian noise', async () => {
    const { cells, input, run } = await result([...threshold, ...gaussian, ...withMargin]);
    const [cell] = cells;
    // Phi(-5/3), Phi(-5/4), Phi(-1): standard errors of 3, of 4, and of 5 together.
    expect(cell?.sampling?.entities.sampling.absolute[0]).toBeCloseTo(0.04779035227281474, 9);
    expect(cell?.sampling?.entities.sampling.absolute[1]).toBe(0);
    expect(cell?.sampling?.entities.privacy.absolute[0]).toBeCloseTo(0.10564977366685535, 9);
    expect(cell?.sampling?.entities.both.absolute[0]).toBeCloseTo(0.15865525393145707, 9);
    expect(cell?.sampling?.trials).toBeNull();
    expect(input.columns.moe).toBe('lep_moe');
    expect(run.spec.samplingError).toBe('column');
    expect(run.command).toContain('--sampling-error column');
  });

  it('of several counts has a column for each, and a coefficient of variation for all', async () => {
    const both = threshold.with(threshold.indexOf('lep > 50'), 'lep > 0.05 * people');
    const columns = ['--sampling-error', 'column', '--map', 'moe-lep=lep_moe', '--map', 'standard-error-people=pop'];
    const byColumn = await result([...both, ...gaussian, ...columns]);
    expect(byColumn.cells[0]?.sampling?.entities.spread).toEqual({
      lep: [expect.closeTo(3, 12), 0, expect.closeTo(1_000, 9)],
      people: [2_500, 2_501, 70_000],
    });
    const byPopulation = await result([...both, ...gaussian, '--sampling-error', 'cv', '--map', 'population=pop']);
    expect(byPopulation.cells[0]?.sampling?.entities.spread.lep).toEqual([0.67 * 45, 0.42 * 55, 0.15 * 12_000]);
  });

  it('is simulated on worker threads with the same numbers for any number of them, and repeated from the result', async () => {
    // 3,392 trials of 200 entities with sampling error, noise, and both: just above the 4,000,000 outcomes of worker threads.
    const wide = join(folder.path, 'wide.csv');
    const rows = Array.from({ length: 200 }, (_, i) => `${i},${i * i},${i}`);
    writeFileSync(wide, `id,count,moe\n${rows.join('\n')}\n`);
    const words = ['audit', wide, '--decision', 'identity', '--post', 'clip', '--epsilon', '0.1'];
    const simulated = ['--sampling-error', 'column', '--seed', '5', '--trials', '3392'];
    const many = [...words, ...simulated, '--quiet', '--json'];
    const file = join(folder.path, 'one.json');
    await dpfair([...many, file, '--threads', '1']);
    const { cells } = JSON.parse(readFileSync(file, 'utf8')) as AuditResult;
    expect(cells[0]?.sampling?.trials).toBe(3_392);
    const again = await dpfair(['audit', '--spec', file, '--threads', '2', '--quiet', '--json', '-']);
    expect((JSON.parse(again.out) as AuditResult).cells).toEqual(cells);
  });

  it('ends what it prints with a table and a sentence', async () => {
    const { out } = await dpfairHere([...threshold, ...gaussian, ...withMargin]);
    expect(out).toMatch(/^noise +post-processing +sampling alone \(wrong answers\) +privacy alone/m);
    expect(out).toMatch(
      /On average the sampling error that the counts already have gives 0\.0478 wrong answers; under/,
    );
  });

  it('goes with mitigations too', async () => {
    const words = threshold.with(0, 'mitigate');
    const { out, code } = await dpfairHere([...words, ...gaussian, ...withMargin, '--mitigation', 'more-epsilon']);
    expect(code).toBe(0);
    expect(out).toMatch(/^noise +post-processing +sampling alone \(wrong answers\)/m);
  });

  it.each([
    [['--sampling-error', 'cv'], /population/],
    [['--sampling-error', 'column'], /no column with the sampling error of lep/],
    [['--sampling-error', 'column', '--map', 'moe=pop', '--map', 'standard-error=pop'], /two columns/],
    [['--sampling-error', 'guess'], /--sampling-error: guess \(allowed: one of cv, column\)/],
    [['--map', 'moe=lep_moe'], /moe/],
  ])('refuses %j with exit code 2', async (words, message) => {
    const { code, err } = await dpfairHere([...threshold, ...gaussian, ...words]);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it('names the line of a margin of error that is a code for a missing one', async () => {
    const bad = join(folder.path, 'bad.csv');
    writeFileSync(bad, 'id,count,moe\n1,5,2\n2,7,-555555555\n');
    const { code, err } = await dpfairHere(['audit', bad, '--epsilon', '1', '--sampling-error', 'column', '--quiet']);
    expect(code).toBe(2);
    expect(err).toContain('bad.csv:3:moe: moe');
    expect(err).toContain('-555555555');
  });
});
