import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AuditResult } from '@dpfair/result';
import { afterAll, describe, expect, it } from 'vitest';
import { dpfairHere, temporaryFolder } from './run-dpfair.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const counts = join(folder.path, 'counts.csv');
writeFileSync(counts, 'id,name,count,weight\n1,A,0,1\n2,B,3,1.2\n3,C,10,0.8\n4,D,40,1\n5,E,200,1.1\n');
const counties = join(folder.path, 'counties.csv');
writeFileSync(counties, 'id,LEP,citizens,illiterate\n1,160,3305,8\n2,4,80,1\n3,12000,900000,400\n4,7,140,2\n');

const noise = [
  '--mechanism',
  'discrete-laplace,discrete-gaussian',
  '--epsilon',
  '0.5',
  '--delta',
  '1e-6',
  '--seed',
  '4',
];
const quiet = ['--json', '-', '--quiet'];

async function cellsOf(words: readonly string[]): Promise<AuditResult['cells']> {
  const { code, out, err } = await dpfairHere(['audit', ...words, ...noise, ...quiet]);
  expect([code, err]).toEqual([0, '']);
  return (JSON.parse(out) as AuditResult).cells;
}

describe('dpfair audit --mechanism discrete-laplace,discrete-gaussian', () => {
  it.each([
    ['allotment', [counts, '--post', 'baseline'], 'baseline-quadrature'],
    ['identity', [counts, '--decision', 'identity', '--post', 'clip'], 'clipping'],
    [
      'threshold',
      [
        ...[counties, '--decision', 'threshold', '--post', 'none,clip'],
        ...['--rule', '(LEP > 0.05 * citizens or LEP > 10000) and illiterate > 0.0131 * LEP'],
      ],
      'rule-sum',
    ],
  ])('%s is exact, and simulation agrees', async (_decision, words, estimator) => {
    const exact = await cellsOf(words);
    const simulated = await cellsOf([...words, '--method', 'montecarlo', '--trials', '25600']);
    expect(exact.map(({ mechanism }) => mechanism.kind)).toEqual(simulated.map(({ mechanism }) => mechanism.kind));
    exact.forEach((cell, k) => {
      expect(cell).toMatchObject({ method: 'exact', estimator });
      const other = simulated[k]?.entities;
      cell.entities.bias.forEach((bias, i) => {
        const spread = Math.max(other?.standardError[i] ?? 0, 1e-4 * Math.abs(bias ?? 0), 1e-4);
        expect(Math.abs((bias ?? 0) - (other?.bias[i] ?? 0))).toBeLessThan(6 * spread);
      });
    });
  });

  it('says on the page what the noise is', async () => {
    const page = join(folder.path, 'page.html');
    const { code, out } = await dpfairHere([
      'audit',
      counts,
      ...noise,
      '--post',
      'baseline',
      '--html',
      page,
      '--quiet',
    ]);
    expect(code).toBe(0);
    expect(out).toContain('discrete Laplace epsilon 0.5');
    expect(out).toContain('discrete Gaussian epsilon 0.5');
  });

  it('warns of counts that are no whole numbers, and only then', async () => {
    const shifted = join(folder.path, 'shifted.csv');
    writeFileSync(shifted, 'id,count\n1,3\n2,10.5\n');
    const words = ['--mechanism', 'discrete-laplace', '--epsilon', '1', '--post', 'baseline', ...quiet];
    const warningsOf = async (file: string) =>
      (JSON.parse((await dpfairHere(['audit', file, ...words])).out) as AuditResult).warnings.map(({ code }) => code);
    expect(await warningsOf(shifted)).toEqual(['fractional-counts']);
    expect(await warningsOf(counts)).toEqual([]);
  });

  it('refuses a sensitivity that whole counts cannot have', async () => {
    const { code, err } = await dpfairHere(['audit', counts, ...noise, '--sensitivity', '1.5']);
    expect(code).toBe(2);
    expect(err).toContain(
      'sensitivity of whole counts under discrete Laplace noise: 1.5 (allowed: a whole number, in counts)',
    );
  });
});
