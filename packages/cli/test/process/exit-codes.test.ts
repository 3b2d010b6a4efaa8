import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { toolOf } from '../../src/tool.js';
import { dpfair, dpfairHere, fixture, temporaryFolder } from './run-dpfair.js';

const folder = temporaryFolder();
afterAll(folder.remove);
const hawaii = ['audit', fixture('hawaii.csv'), '--epsilon', '0.1', '--seed', '1', '--quiet'];
// The exact gap of the baseline rule there is 1.5e-8 (theory: exact quadrature, checked in the fairness package).
const baseline = [...hawaii, '--post', 'baseline', '--method', 'exact'];

describe('exit code 0', () => {
  it('a run without faults prints a table on stdout and nothing on stderr', async () => {
    const { code, out, err } = await dpfair(baseline);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Honolulu');
    expect(out).not.toContain('seed');
  });

  it('a check that passes is reported as passed', async () => {
    const { code, out } = await dpfairHere([...baseline, '--fail-on', 'alpha>1e-5', '--fail-on', 'cost>0.01']);
    expect(code).toBe(0);
    expect(out).toContain('✓ pass  alpha>1e-5 laplace epsilon 0.1 baseline');
    expect(out).toContain('✓ pass  cost>0.01');
  });

  it('a run that draws numbers says its seed, on stdout and, when it is fresh, on stderr', async () => {
    const simulated = ['--post', 'pos', '--method', 'montecarlo', '--trials', '640'];
    const [{ out, err }, fresh] = await Promise.all([
      dpfairHere([...hawaii, ...simulated]),
      dpfairHere(['audit', fixture('hawaii.csv'), '--epsilon', '0.1', ...simulated]),
    ]);
    expect([out, err]).toEqual([expect.stringMatching(/\nseed 1\n$/), '']);
    const seed = /^seed (\d+)$/m.exec(fresh.err)?.[1];
    expect(fresh.out).toMatch(new RegExp(`\nseed ${seed}\n$`));
  });

  it('a run of exact cells says no seed, even a fresh one', async () => {
    const exact = ['--post', 'baseline', '--method', 'exact'];
    const { out, err } = await dpfairHere(['audit', fixture('hawaii.csv'), '--epsilon', '0.1', ...exact]);
    expect(`${out}${err}`).not.toContain('seed');
  });

  it('a pipe gets no escape codes', async () => {
    const { out, err } = await dpfair(['audit', fixture('hawaii.csv'), '--epsilon', '0.1', '--fail-on', 'alpha>0']);
    expect(`${out}${err}`).not.toContain('\u001b');
    expect(err).toMatch(/^reading .*hawaii\.csv\nauditing 5 entities: /);
  });

  it('help is printed on stdout', async () => {
    const { code, out, err } = await dpfair(['data', 'make', '--help']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('--rows');
  });

  it('the version is printed alone', async () => {
    const { code, out } = await dpfair(['--version']);
    expect([code, out]).toEqual([0, `${toolOf().version}\n`]);
  });
});

describe('exit code 1', () => {
  it('a check whose whole interval is above the limit fails, and outputs are written all the same', async () => {
    const json = join(folder.path, 'failed.json');
    const { code, out } = await dpfair([...baseline, '--fail-on', 'alpha>1e-12', '--json', json]);
    expect(code).toBe(1);
    expect(out).toContain('✗ FAIL  alpha>1e-12');
    expect(readdirSync(folder.path)).toContain('failed.json');
  });
});

describe('exit code 3', () => {
  it('a check whose interval straddles the limit is inconclusive', async () => {
    const simulated = [...hawaii, '--post', 'baseline', '--method', 'montecarlo', '--trials', '640'];
    const { out } = await dpfairHere([...simulated, '--json', '-']);
    const { estimate, lower, upper } = JSON.parse(out).cells[0].alpha;
    const failingOn = (limit: number) => [...simulated, '--fail-on', `alpha>${limit}`];
    expect((await dpfair(failingOn(estimate))).code).toBe(3);
    expect((await dpfairHere(failingOn(lower / 2))).code).toBe(1);
    expect((await dpfairHere(failingOn(upper * 2))).code).toBe(0);
  });
});

describe('exit code 2, with a reason and without any output', () => {
  const data = fixture('hawaii.csv');
  it.each<[string, readonly string[], RegExp]>([
    ['no command', [], /a command is missing/],
    [
      'an unknown option',
      ['audit', data, '--epsilonn', '1'],
      /unknown option: --epsilonn \(did you mean --epsilon\?\)/,
    ],
    ['PNG, which does not exist yet', ['audit', data, '--epsilon', '1', '--png', 'x'], /unknown option: --png$/m],
    ['a value out of range', ['audit', data, '--epsilon', '-1'], /--epsilon: -1 \(allowed: a number above 0/],
    ['no data', ['audit', '--epsilon', '1'], /no data file/],
    ['no budget', ['audit', data], /no privacy budget/],
    ['a contradiction', ['audit', data, '--epsilon', '1', '--scale', '2'], /contradict each other: --epsilon, --scale/],
    ['a malformed check', ['audit', data, '--epsilon', '1', '--fail-on', 'alpha=1'], /--fail-on: alpha=1/],
    ['a missing file', ['audit', 'nowhere.csv', '--epsilon', '1'], /nowhere\.csv: cannot be read: no such file/],
    ['a folder', ['audit', '.', '--epsilon', '1'], /\.: cannot be read: this is a folder/],
    ['a missing spec', ['audit', '--spec', 'nowhere.yaml'], /nowhere\.yaml: cannot be read/],
    ['a missing folder', ['audit', data, '--epsilon', '1', '--json', '/nowhere/a.json'], /written: no such folder$/m],
    ['an epsilon whose scale overflows', ['audit', data, '--epsilon', '1e-320'], /scale of the noise .*: Infinity/],
    ['a total that overflows', ['audit', data, '--total-epsilon', '5e-324'], /scale of the noise .*: Infinity/],
    [
      'a sensitivity that overflows',
      ['audit', data, '--epsilon', '1', '--sensitivity', '1e400'],
      /--sensitivity: 1e400/,
    ],
    ['noise out of range', ['audit', data, '--epsilon', '1e-300'], /noise: /],
    ['an unknown decimal sign', ['audit', data, '--epsilon', '1', '--decimal', ','], /--decimal: , .*dot, comma/],
    ['an unknown column', ['audit', data, '--epsilon', '1', '--map', 'count=cuont'], /cuont/],
    ['an unknown role', ['audit', data, '--epsilon', '1', '--map', 'kount=count'], /kount/],
    [
      'a threshold without a rule',
      ['audit', data, '--epsilon', '1', '--decision', 'threshold'],
      /threshold without a rule/,
    ],
    [
      'a rule for shares',
      ['audit', data, '--epsilon', '1', '--rule', 'count > 3'],
      /--rule "count > 3" with decision allotment/,
    ],
    [
      'a rule that cannot be read',
      ['audit', data, '--epsilon', '1', '--decision', 'threshold', '--rule', 'count >> 3'],
      /rule "count >> 3", column 8: >/,
    ],
    [
      'a count that is nowhere',
      ['audit', data, '--epsilon', '1', '--decision', 'threshold', '--rule', 'count > 0.05 * citizens'],
      /citizens/,
    ],
    [
      'money for a yes or no',
      ['audit', data, '--epsilon', '1', '--decision', 'threshold', '--rule', 'count > 3', '--budget', '9'],
      /--budget with decision threshold \(allowed: --decision allotment or --decision title1\)/,
    ],
    [
      'a check that no share can fail',
      ['audit', data, '--epsilon', '1', '--fail-on', 'alpha>10'],
      /no cell can fail: alpha>10 .*at most 2/,
    ],
    [
      'a check in dollars of counts, in capitals',
      ['audit', data, '--epsilon', '1', '--decision', 'identity', '--fail-on', 'Dollars>1'],
      /--fail-on dollars with decision identity/,
    ],
    [
      'one column for two counts',
      ['audit', data, '--epsilon', '1', '--decision', 'threshold', '--rule', 'count > 3 and COUNT > 5'],
      /hawaii\.csv: one column for two roles, count and COUNT: count/,
    ],
    [
      'a public name that is not in the rule',
      [
        'audit',
        data,
        '--epsilon',
        '1',
        '--decision',
        'threshold',
        '--rule',
        'lep > .05 * citizens',
        '--public',
        'citzens',
      ],
      /rule "lep > \.05 \* citizens" does not ask for a public number: citzens \(allowed: lep, citizens; did you mean citizens\?/,
    ],
    [
      'a seed among other options',
      ['audit', data, '--epsilon', 'much', '--seed', 'abc'],
      /--epsilon: much .*\n.*--seed: abc \(allowed: a whole number from 0 to 2\^64 - 1, decimal or 0x/,
    ],
    ['a seed beyond 64 bits', ['audit', data, '--epsilon', '1', '--seed', '0x10000000000000000'], /--seed: 0x1/],
    [
      'one column for a private and a public number',
      [
        'audit',
        data,
        '--epsilon',
        '1',
        '--decision',
        'threshold',
        '--rule',
        'a > .1 * b',
        '--public',
        'b',
        '--map',
        'a=count',
        '--map',
        'b=count',
      ],
      /hawaii\.csv: one column for two roles, a and b: count/,
    ],
    ['no rows left', ['audit', data, '--epsilon', '1', '--where', 'name=Atlantis'], /Atlantis/],
    ['a result that is none', ['report', data], /not JSON/],
    ['two owners of stdout', ['audit', data, '--epsilon', '1', '--json', '-', '--csv', '-'], /both want stdout/],
    ['an unknown data set', ['data', 'make', 'hawai'], /no data set of this name: hawai .*did you mean hawaii/],
    ['rows for a data set that has its own', ['data', 'make', 'hawaii', '--rows', '3'], /no generator of this name/],
  ])('%s', async (_name, words, message) => {
    const { code, out, err } = await dpfairHere(words);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err).not.toContain('    at ');
  });

  it('is what the process ends with, before and after the data are read', async () => {
    const [early, late] = await Promise.all([
      dpfair(['audit', data, '--epsilonn', '1']),
      dpfair(['audit', data, '--epsilon', '1', '--map', 'count=cuont']),
    ]);
    expect([early.code, early.out, late.code, late.out]).toEqual([2, '', 2, '']);
    expect([early.err, late.err]).toEqual([
      expect.stringContaining('(did you mean --epsilon?)'),
      expect.stringContaining('cuont'),
    ]);
  });
});
