import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AuditResult } from '@dpfair/result';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dpfair, dpfairHere, fixture, readResult, shell, temporaryFolder } from './run-dpfair.js';

const folder = temporaryFolder();
afterAll(folder.remove);
const at = (name: string) => join(folder.path, name);
const numbers = ({ cells, checks, warnings }: AuditResult) => JSON.stringify({ cells, checks, warnings });

// 896 trials of 6 cells of some 900 entities: just above the 4,000,000 outcomes from which there are worker threads.
const words = [
  ...['audit', fixture('districts.csv'), '--map', 'count=poor', '--map', 'group=state', '--where', 'state!=TX'],
  ...[
    '--mechanism',
    'laplace,gaussian,discrete-gaussian',
    '--epsilon',
    '0.01',
    '--delta',
    '1e-6',
    '--post',
    'baseline,pos',
  ],
  ...['--method', 'montecarlo', '--trials', '896', '--budget', '16e9', '--fail-on', 'alpha>1', '--quiet'],
];

beforeAll(async () => {
  expect((await dpfair([...words, '--threads', '2', '--json', at('first.json')])).code).toBe(0);
}, 60_000);

describe('a recorded run', () => {
  it('is repeated by --spec on one thread with the same numbers, byte for byte, and the same id', async () => {
    const again = ['audit', '--spec', at('first.json'), '--threads', '1', '--quiet', '--json', at('again.json')];
    expect((await dpfair(again)).code).toBe(0);
    const [first, second] = [readResult(at('first.json')), readResult(at('again.json'))];
    expect(numbers(second)).toBe(numbers(first));
    expect(second.run.id).toBe(first.run.id);
    expect(second.run.spec).toEqual(first.run.spec);
    expect([first.run.threads, second.run.threads]).toEqual([2, 1]);
  });

  it('is repeated by its own command line, on four threads', async () => {
    const { command } = readResult(at('first.json')).run;
    const { code } = await shell(`${command} --threads 4 --quiet --json '${at('typed.json')}'`);
    expect(code).toBe(0);
    expect(numbers(readResult(at('typed.json')))).toBe(numbers(readResult(at('first.json'))));
    expect(readResult(at('typed.json')).run.threads).toBe(4);
  });

  it('has other numbers with another seed, and another id', async () => {
    const short = ['audit', '--spec', at('first.json'), '--trials', '64', '--quiet', '--json'];
    const recorded = await dpfairHere([...short, at('short.json')]);
    const seeded = await dpfairHere([...short, at('other.json'), '--seed', '5']);
    expect([recorded.code, seeded.code]).toEqual([0, 0]);
    const [first, other] = [readResult(at('short.json')), readResult(at('other.json'))];
    expect(numbers(other)).not.toBe(numbers(first));
    expect(other.run.id).not.toBe(first.run.id);
  });

  it('states the hash of its input as sha256sum would', () => {
    const { input } = readResult(at('first.json'));
    const bytes = readFileSync(fixture('districts.csv'));
    expect(input.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(input.path).toBe(fixture('districts.csv'));
    expect(input.columns).toMatchObject({ count: 'poor', group: 'state', weight: 'weight' });
  });
});

describe('a spec file', () => {
  const yaml = 'data: sub/counts.csv\nepsilon: [0.5]\nseed: 3\npost: [baseline]\nmethod: exact\nthreads: 1\n';

  it('gives what the options give; the options win; a budget replaces a budget', async () => {
    mkdirSync(at('sub'));
    writeFileSync(at('sub/counts.csv'), 'id,count\na,10\nb,20\nc,0\n');
    writeFileSync(at('spec.yaml'), yaml);
    const printed = ['--quiet', '--json', '-'];
    const resultOf = ({ out, err }: { readonly out: string; readonly err: string }): AuditResult => {
      expect(err).toBe('');
      return JSON.parse(out) as AuditResult;
    };
    const options = ['--seed', '3', '--post', 'baseline', '--method', 'exact'];
    const fromFile = resultOf(await dpfair(['audit', '--spec', 'spec.yaml', ...printed], { cwd: folder.path }));
    const typed = ['audit', at('sub/counts.csv'), '--epsilon', '0.5', ...options, ...printed];
    const fromOptions = resultOf(await dpfairHere(typed));
    const wider = ['audit', at('sub/counts.csv'), '--spec', at('spec.yaml'), '--scale', '4', ...printed];
    const overridden = resultOf(await dpfairHere(wider));
    expect(numbers(fromFile)).toBe(numbers(fromOptions));
    expect(fromFile.input.path).toBe('sub/counts.csv');
    expect(overridden.cells.map((cell) => cell.mechanism.scale)).toEqual([4]);
    expect(overridden.run.spec.epsilon).toBe(null);
  });

  it('with a fault names its line and exits 2', async () => {
    writeFileSync(at('bad.yaml'), `${yaml}trails: 5\n`);
    const { code, err } = await dpfairHere(['audit', '--spec', at('bad.yaml')]);
    expect(code).toBe(2);
    expect(err).toContain(
      `dpfair: ${at('bad.yaml')}:7:1: unknown option in a spec: trails (allowed: did you mean trials?)`,
    );
  });
});

describe('a joined file', () => {
  beforeAll(() => {
    writeFileSync(at('people.csv'), 'id,name,st,count\n1,One,HI,100\n2,Two,AK,20\n3,Three,PR,7\n');
    writeFileSync(at('spending.csv'), 'postal,dollars\nHI,12\nAK,18\n');
  });
  const join_ = [
    ...['audit', at('people.csv'), '--join', at('spending.csv'), '--on', 'st=postal'],
    ...['--map', 'weight=dollars'],
  ];
  const rest = ['--epsilon', '0.5', '--method', 'exact', '--seed', '1'];

  it('without a partner for a row is refused, naming the row', async () => {
    const { code, err } = await dpfairHere([...join_, ...rest]);
    expect(code).toBe(2);
    expect(err).toMatch(/people\.csv:4.*PR/);
  });

  it('drops the row on request, warns, and records the file with its hash', async () => {
    const { code, out, err } = await dpfairHere([...join_, ...rest, '--unmatched', 'drop', '--json', '-']);
    const result = JSON.parse(out) as AuditResult;
    const hash = createHash('sha256')
      .update(readFileSync(at('spending.csv')))
      .digest('hex');
    expect(code).toBe(0);
    expect(result.input.rows).toBe(2);
    expect(result.input.skipped).toMatchObject([{ line: 4 }]);
    expect(result.input.joined).toEqual([
      { path: at('spending.csv'), sha256: hash, rows: 2, on: 'st=postal', unmatched: 'drop' },
    ]);
    expect(result.warnings.map(({ code }) => code)).toEqual(['rows-unmatched']);
    expect(err).toContain(`dpfair: warning: 1 row of ${at('people.csv')} had no partner`);
    // Shares of weighted counts: 100 * 12 and 20 * 18 of 1,560.
    expect(result.cells[0]?.entities.truth).toEqual([1200 / 1560, 360 / 1560]);
  });
});

describe('a recorded run whose files have changed', () => {
  const record = async () => {
    writeFileSync(at('recorded.csv'), 'id,count\n1,50\n2,900\n');
    writeFileSync(at('prices.csv'), 'key,weight\n1,2\n2,3\n');
    const joined = ['--join', at('prices.csv'), '--on', 'id=key'];
    const rest = ['--epsilon', '0.5', '--post', 'baseline', '--method', 'exact', '--quiet'];
    await dpfairHere(['audit', at('recorded.csv'), ...joined, ...rest, '--json', at('recorded.json')]);
    return ['audit', '--spec', at('recorded.json'), '--quiet'];
  };

  it('is refused, naming each file that is another', async () => {
    const again = await record();
    expect((await dpfairHere(again)).code).toBe(0);
    writeFileSync(at('prices.csv'), 'key,weight\n1,2\n2,4\n');
    const { code, out, err } = await dpfairHere(again);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('prices.csv: this is not the file of the recorded run');
    expect(err).not.toContain('recorded.csv: this');
  });

  it('is a run of its own when the data are named on the command line', async () => {
    const again = await record();
    writeFileSync(at('recorded.csv'), 'id,count\n1,51\n2,900\n');
    expect((await dpfairHere(again)).code).toBe(2);
    expect((await dpfairHere([...again, at('recorded.csv')])).code).toBe(0);
  });
});

it('data from stdin give the numbers of the file, and the recorded command reads stdin again', async () => {
  const input = 'id,count\n1,50\n2,900\n';
  writeFileSync(at('piped.csv'), input);
  const rest = ['--epsilon', '0.5', '--seed', '1', '--quiet', '--json', '-'];
  const [piped, read] = [
    await dpfairHere(['audit', '-', ...rest], { input }),
    await dpfairHere(['audit', at('piped.csv'), ...rest]),
  ];
  const [fromPipe, fromFile] = [JSON.parse(piped.out), JSON.parse(read.out)];
  expect(fromPipe.cells).toEqual(fromFile.cells);
  expect(fromPipe.input).toEqual({ ...fromFile.input, path: 'stdin' });
  expect(fromPipe.run.command).toMatch(/^dpfair audit - /);
});
