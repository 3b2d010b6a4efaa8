import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AuditResult, MitigationResult } from '@dpfair/result';
import { afterAll, describe, expect, it } from 'vitest';
import { dpfairHere, temporaryFolder } from './run-dpfair.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const data = join(folder.path, 'counts.csv');
writeFileSync(data, 'id,count\na,0\nb,1000000\n');
const answers = join(folder.path, 'answers.csv');
writeFileSync(answers, 'id,count\na,60\nb,1000000\nc,30\n');

const counts = ['mitigate', data, '--decision', 'identity', '--post', 'clip', '--seed', '3', '--quiet'];

async function resultOf(words: readonly string[]): Promise<{ code: number; result: MitigationResult; out: string }> {
  const { code, out, err } = await dpfairHere([...words, '--json', '-']);
  expect(err).toBe('');
  return { code: code as number, result: JSON.parse(out) as MitigationResult, out };
}

describe('dpfair mitigate --target', () => {
  it('finds the epsilon of the closed form, compares mitigations at it, and ends with 0', async () => {
    // Laplace noise and clipping: the gap between counts of 0 and a million is 1 / (2 epsilon).
    const { code, result } = await resultOf([...counts, '--target', 'alpha < 3', '--precision', '1e-8']);
    expect(code).toBe(0);
    const { certificate, cells, input, run } = result;
    const smallest = certificate?.options[0]?.smallest;
    expect((smallest?.epsilon ?? 0) * 6).toBeCloseTo(1, 7);
    expect(certificate).toMatchObject({
      status: 'met',
      chosen: 0,
      seed: '3',
      target: { text: 'alpha<3', limit: 3 },
      dataSha256: [input.sha256],
    });
    expect(cells[0]?.mechanism.epsilon).toBe(smallest?.epsilon);
    expect(run.spec).toMatchObject({ epsilon: null, target: 'alpha < 3', search: [1e-4, 100], precision: 1e-8 });
  });

  it('leaves the budget alone where one is given', async () => {
    const { result } = await resultOf([...counts, '--target', 'alpha<3', '--epsilon', '1']);
    expect(result.cells[0]?.mechanism.epsilon).toBe(1);
    expect(result.certificate?.options[0]?.smallest?.epsilon).toBeCloseTo(1 / 6, 3);
  });

  it('has false rates for targets, by the closed form of one threshold', async () => {
    // Half of those entitled can lose, with probability exp(-10 epsilon) / 2.
    const words = ['mitigate', answers, '--decision', 'threshold', '--rule', 'count > 50', '--post', 'none'];
    const { result } = await resultOf([...words, '--target', 'false-negative<0.01', '--seed', '3', '--quiet']);
    expect(result.certificate?.options[0]?.smallest?.epsilon).toBeCloseTo(Math.log(25) / 10, 3);
  });

  it.each([
    ['exact', []],
    ['simulated', ['--method', 'montecarlo', '--trials', '640']],
  ])(
    'gives the same numbers again, %s: from the result, and by the audit that the certificate names',
    async (_, more) => {
      const words = [...counts, '--target', 'alpha<3', '--search', '0.1,0.5', '--precision', '0.01', ...more];
      const { result, out } = await resultOf(words);
      const file = join(folder.path, 'result.json');
      writeFileSync(file, out);
      const { result: again } = await resultOf(['mitigate', '--spec', file, '--quiet']);
      expect(again.certificate).toEqual(result.certificate);
      const [, ...audit] = result.certificate?.command.split(' ') ?? [];
      const shown = JSON.parse((await dpfairHere([...audit, '--quiet', '--json', '-'])).out) as AuditResult;
      const { estimate, lower, upper } = shown.cells[0]?.alpha ?? {};
      expect(result.certificate?.options[0]?.smallest).toMatchObject({ estimate, lower, upper });
    },
  );

  it('ends with 1 where nothing meets the target, with 3 where nothing is proved, whatever --fail-on says', async () => {
    const passing = ['--epsilon', '1', '--fail-on', 'alpha>9'];
    const never = await resultOf([...counts, '--target', 'alpha<1e-3', ...passing]);
    expect([never.code, never.result.certificate?.status]).toEqual([1, 'not-reachable']);
    expect(never.result.checks.every(({ status }) => status === 'pass')).toBe(true);
    const plain = ['--method', 'montecarlo', '--plain', '--trials', '4', '--search', '0.15,0.18'];
    const open = await resultOf([...counts, '--target', 'alpha<3', ...plain]);
    expect([open.code, open.result.certificate?.status]).toEqual([3, 'inconclusive']);
  });

  it('is printed, and drawn by dpfair report', async () => {
    const { code, out } = await dpfairHere([...counts, '--target', 'alpha<3']);
    expect(code).toBe(0);
    expect(out).toMatch(/^Laplace +clip +✓ met +0\.1666/m);
    expect(out).toContain('The smallest privacy budget found that keeps the gap (alpha) below 3.00');
    const file = join(folder.path, 'drawn.json');
    writeFileSync(file, (await resultOf([...counts, '--target', 'alpha<3'])).out);
    const page = await dpfairHere(['report', file, '--html', '-', '--quiet']);
    expect(page.out).toContain('<h2 id="certificate">Certificate</h2>');
    expect(page.out).toContain('dpfair audit');
  });

  it.each([
    [['--target', 'alpha>3'], /target: alpha>3 \(allowed: alpha<LIMIT/],
    [['--target', 'cost<0.1'], /--target cost with decision identity \(allowed: alpha\)/],
    [['--target', 'alpha<3', '--search', '5'], /--search: 5 \(allowed: LOW,HIGH/],
    [['--target', 'alpha<3', '--search', '5,2'], /--search/],
    [['--target', 'alpha<3', '--precision', '0'], /--precision/],
    [['--target', 'alpha<3', '--mechanism', 'gaussian'], /delta/],
    [[], /no privacy budget/],
  ])('refuses %j with exit code 2', async (words, message) => {
    const { code, err } = await dpfairHere([...counts, ...words]);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});
