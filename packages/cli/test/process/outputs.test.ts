import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { resultFromJson } from '@dpfair/result';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dpfair, dpfairHere, fixture, shell, temporaryFolder } from './run-dpfair.js';

const folder = temporaryFolder();
afterAll(folder.remove);
const at = (name: string) => join(folder.path, name);
const districts = [
  'audit',
  fixture('districts.csv'),
  '--map',
  'count=poor',
  '--map',
  'group=state',
  '--epsilon',
  '0.1,0.01',
];

beforeAll(async () => {
  const { code, err } = await dpfairHere([
    ...districts,
    '--post',
    'baseline',
    '--seed',
    '7',
    '--json',
    at('result.json'),
  ]);
  expect([code, err.includes('warning')]).toEqual([0, false]);
}, 60_000);

describe('stdout', () => {
  // More than a pipe holds.
  const written = async (kind: string) => {
    expect((await dpfairHere(['report', at('result.json'), `--${kind}`, at('written')])).code).toBe(0);
    const bytes = readFileSync(at('written'));
    expect(bytes.length).toBeGreaterThan(65_536);
    return bytes;
  };

  it('piped through a slow reader is byte-equal to the file', async () => {
    const { code } = await shell(`dpfair report '${at('result.json')}' --json - | (sleep 0.5; cat) > '${at('piped')}'`);
    expect(code).toBe(0);
    expect(readFileSync(at('piped')).equals(await written('json'))).toBe(true);
  });

  it.each(['csv', 'html'])('printed as %s is byte-equal to the file', async (kind) => {
    const { code, out } = await dpfairHere(['report', at('result.json'), `--${kind}`, '-']);
    expect(code).toBe(0);
    expect(Buffer.from(out).equals(await written(kind))).toBe(true);
  });

  it('--json - is pure JSON of the published schema, and silences the table', async () => {
    const { code, out } = await dpfairHere([...districts, '--post', 'baseline', '--json', '-']);
    expect(code).toBe(0);
    expect(resultFromJson(out, 'stdout')).toMatchObject({ kind: 'audit', cells: [{}, {}] });
  });

  it('a reader that leaves early is no error', async () => {
    const { code, out, err } = await shell(`dpfair report '${at('result.json')}' --csv - --quiet | head -n 1`);
    expect([code, err]).toEqual([0, '']);
    expect(out.startsWith('mechanism,epsilon,')).toBe(true);
  });

  it('a result comes from stdin for -', async () => {
    const input = readFileSync(at('result.json'), 'utf8');
    const [piped, read] = await Promise.all([
      dpfair(['report', '-'], { input }),
      dpfairHere(['report', at('result.json')]),
    ]);
    expect(piped.out).toBe(read.out);
  });
});

describe('files', () => {
  it('a result that is read and written again is the same file, byte for byte', async () => {
    expect((await dpfairHere(['report', at('result.json'), '--json', at('again.json')])).code).toBe(0);
    expect(readFileSync(at('again.json')).equals(readFileSync(at('result.json')))).toBe(true);
  });

  it('the CSV holds every entity of every cell, and its numbers are those of the JSON', async () => {
    await dpfairHere(['report', at('result.json'), '--csv', at('entities.csv')]);
    const [heading, ...rows] = readFileSync(at('entities.csv'), 'utf8').trimEnd().split('\n');
    const { cells } = JSON.parse(readFileSync(at('result.json'), 'utf8'));
    const column = heading?.split(',').indexOf('bias') ?? -1;
    const biases = rows.map((row) => Number(row.split(',')[column]));
    expect(biases).toEqual(cells.flatMap((cell: { entities: { bias: number[] } }) => cell.entities.bias));
    expect(rows).toHaveLength(2000);
  });

  it('every figure is written as SVG and as Vega-Lite, under the same name', async () => {
    const { code } = await dpfairHere(['report', at('result.json'), '--svg', at('svg'), '--vega', at('vega')]);
    const names = readdirSync(at('svg')).map((name) => name.replace(/\.svg$/, ''));
    expect(code).toBe(0);
    expect(names.length).toBeGreaterThanOrEqual(3);
    expect(readdirSync(at('vega')).map((name) => name.replace(/\.vl\.json$/, ''))).toEqual(names);
    for (const name of names) {
      expect(readFileSync(join(at('svg'), `${name}.svg`), 'utf8')).toMatch(/^<svg[\s\S]*<\/svg>\s*$/);
      expect(JSON.parse(readFileSync(join(at('vega'), `${name}.vl.json`), 'utf8')).$schema).toContain('vega-lite');
    }
  });

  it.each(['negative.csv', 'ragged.csv', 'empty.csv', 'duplicate-ids.csv', 'unterminated-quote.csv', 'overflow.csv'])(
    'bad input (%s) names the file, writes nothing and leaves older outputs alone',
    async (name) => {
      const out = at(`bad-${name}`);
      mkdirSync(out);
      writeFileSync(join(out, 'old.json'), 'old');
      const words = ['--json', join(out, 'old.json'), '--html', join(out, 'new.html'), '--svg', join(out, 'svg')];
      const { code, err } = await dpfairHere(['audit', fixture(`bad/${name}`), '--epsilon', '1', ...words]);
      expect(code).toBe(2);
      expect(err).toContain(`dpfair: ${fixture(`bad/${name}`)}`);
      expect(readdirSync(out)).toEqual(['old.json']);
      expect(readFileSync(join(out, 'old.json'), 'utf8')).toBe('old');
    },
  );

  it('an output that cannot be written is refused before any work, and the others are not written', async () => {
    const missing = join(at('missing'), 'r.html');
    const { code, err, out } = await dpfairHere([...districts, '--json', at('alone.json'), '--html', missing]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`${missing}: cannot be written`);
    expect(err).not.toContain('auditing');
    expect(existsSync(at('alone.json'))).toBe(false);
  });

  it('the data file is never overwritten', async () => {
    writeFileSync(at('data.csv'), 'id,count\na,1\nb,2\n');
    const same = `${folder.path}/./data.csv`;
    const { code, err } = await dpfairHere(['audit', at('data.csv'), '--epsilon', '1', '--csv', same]);
    expect(code).toBe(2);
    expect(err).toContain('this is an input');
    expect(readFileSync(at('data.csv'), 'utf8')).toContain('id,count');
  });

  it('an input is not written over through a link either', async () => {
    writeFileSync(at('linked.csv'), 'id,count\na,1\nb,2\n');
    symlinkSync('linked.csv', at('link.csv'));
    const { code, err } = await dpfairHere(['audit', at('linked.csv'), '--epsilon', '1', '--csv', at('link.csv')]);
    expect([code, readFileSync(at('linked.csv'), 'utf8')]).toEqual([2, 'id,count\na,1\nb,2\n']);
    expect(err).toContain('this is an input');
  });

  it('no temporary file is left behind', () => {
    expect(readdirSync(folder.path).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('data sets', () => {
  it('are listed with provenance and licence, as text and as JSON', async () => {
    const text = await dpfairHere(['data', 'list']);
    const json = await dpfairHere(['data', 'list', '--json', '-']);
    for (const { name, provenance, licence } of JSON.parse(json.out)) {
      for (const part of [name, provenance, licence]) expect(text.out).toContain(part);
    }
    expect(text.out).toContain('hawaii (shipped)');
  });

  it('that come with dpfair are those under fixtures', async () => {
    for (const name of ['hawaii', 'districts', 'loans']) {
      const { code, out } = await dpfairHere(['data', 'make', name]);
      expect([code, out]).toEqual([0, readFileSync(fixture(`${name}.csv`), 'utf8')]);
    }
  });

  it('made from the same seed are the same, and say so on stderr when the seed was fresh', async () => {
    const first = await dpfairHere(['data', 'make', 'districts', '--rows', '30']);
    const seed = /^seed (\d+)\n$/.exec(first.err)?.[1] ?? '';
    const words = ['data', 'make', 'generate-districts', '--rows', '30', '--seed', seed, '--csv', at('d.csv')];
    const again = await dpfairHere(words);
    expect([again.code, again.out, again.err]).toEqual([0, '', '']);
    expect(readFileSync(at('d.csv'), 'utf8')).toBe(first.out);
    expect(first.out.split('\n')).toHaveLength(32);
  });
});
