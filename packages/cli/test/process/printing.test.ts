import { existsSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dpfairHere, fixture, shell, temporaryFolder } from './run-dpfair.js';

const folder = temporaryFolder();
afterAll(folder.remove);
const at = (name: string) => join(folder.path, name);
const result = at('result.json');
const hawaii = ['audit', fixture('hawaii.csv'), '--epsilon', '0.1', '--post', 'baseline', '--method', 'exact'];
const full = () => Object.assign(new PassThrough(), { fd: openSync('/dev/full', 'w') });

beforeAll(async () => {
  const { code } = await dpfairHere([...hawaii, '--quiet', '--json', result]);
  expect(code).toBe(0);
});

describe.skipIf(!existsSync('/dev/full'))('a full disk', () => {
  const said = (err: string) => {
    expect(err.split('\n').filter((line) => line.startsWith('dpfair'))).toEqual([
      'dpfair: stdout: cannot be written: the disk is full',
    ]);
    expect(err).not.toContain('    at ');
  };

  it('behind stdout is said in one line and is what the process ends with', async () => {
    for (const words of ['--version', 'audit --help', 'data make districts']) {
      const { code, err } = await shell(`dpfair ${words} > /dev/full`);
      expect([words, code]).toEqual([words, 2]);
      said(err);
    }
  });

  it.each([[['--help']], [['data', 'list']], [['report', result]], [hawaii]])(
    'behind stdout is said in one line and exits 2: %s',
    async (words) => {
      const { code, err } = await dpfairHere(words, { stdout: full() });
      expect(code).toBe(2);
      said(err);
    },
  );

  it('behind stderr exits 2 after a fault, too', async () => {
    expect((await dpfairHere(['audit', 'nowhere.csv', '--epsilon', '1'], { stderr: full() })).code).toBe(2);
  });

  it('behind stderr does not keep the outputs from being written', async () => {
    const words = `audit '${fixture('hawaii.csv')}' --epsilon 0.1 --post baseline --method exact`;
    const { code, out } = await shell(`dpfair ${words} --json '${at('kept.json')}' 2> /dev/full`);
    expect([code, out.includes('Honolulu'), existsSync(at('kept.json'))]).toEqual([2, true, true]);
  });

  it('behind both exits 2', async () => {
    expect((await dpfairHere(hawaii, { stdout: full(), stderr: full() })).code).toBe(2);
  });

  it('behind stderr says nothing where nothing was to be said', async () => {
    expect((await dpfairHere([...hawaii, '--quiet'], { stderr: full() })).code).toBe(0);
  });
});

it('a disk that takes a part of the output and no more is a full disk', async () => {
  const { code, err } = await shell(`ulimit -f 1; dpfair report '${result}' --json - --quiet > '${at('part')}'`);
  expect(statSync(at('part')).size).toBeLessThan(readFileSync(result).length);
  expect([code, err]).toEqual([2, 'dpfair: stdout: cannot be written: the file would be larger than it may be\n']);
});

it('output into a file is what a stream gets, whole', async () => {
  const { code } = await shell(`dpfair report '${result}' --json - > '${at('whole')}'`);
  expect(code).toBe(0);
  const piped = await dpfairHere(['report', result, '--json', '-']);
  expect(readFileSync(at('whole'), 'utf8')).toBe(piped.out);
  expect(JSON.parse(piped.out).cells).toHaveLength(1);
});

it('a reader that leaves before anything is printed is no error', async () => {
  const { code, err } = await shell(`dpfair report '${result}' --json - --quiet | true`);
  expect([code, err]).toEqual([0, '']);
});

describe('text of a file', () => {
  const hostile = '\u001b[2J\u009b31mA\nseed 7';

  it('in a name of a file reaches neither stream with its control characters', async () => {
    const name = 'evil\u001b]0;title\u0007.csv';
    writeFileSync(at(name), 'id,count\na,1000\nb,9000\n');
    writeFileSync(at('more.csv'), 'key,weight\na,1\nb,1\nc,1\n');
    const joined = ['--join', at('more.csv'), '--on', 'id=key'];
    const words = ['audit', at(name), ...joined, '--epsilon', '1', '--post', 'baseline', '--method', 'exact'];
    const { code, out, err } = await dpfairHere(words);
    expect(code).toBe(0);
    expect(err).toContain('evil\ufffd]0;title\ufffd.csv');
    expect(out + err).not.toMatch(controls);
  });

  it('in a name of an entity stays within its line of the summary', async () => {
    writeFileSync(at('names.csv'), `id,name,count\n1,"${hostile}",1000\n2,B,9000\n`);
    const words = ['audit', at('names.csv'), '--epsilon', '1', '--post', 'baseline', '--method', 'exact'];
    const { code, out, err } = await dpfairHere(words);
    expect(code).toBe(0);
    expect(out).toContain('\ufffd[2J\ufffd31mA\ufffdseed 7');
    expect(out + err).not.toMatch(controls);
    expect(out).not.toMatch(/^seed 7/m);
  });

  it('in a fault stays within its line', async () => {
    writeFileSync(at('bad.csv'), `id,count\n1,"${hostile}"\n`);
    const { code, err } = await dpfairHere(['audit', at('bad.csv'), '--epsilon', '1', '--quiet']);
    expect(code).toBe(2);
    expect(err).not.toMatch(controls);
    for (const line of err.trimEnd().split('\n')) expect(line).toMatch(/^dpfair: /);
  });

  it('in a result that is drawn again is as harmless', async () => {
    const changed = JSON.parse(readFileSync(result, 'utf8'));
    changed.run.seed = hostile;
    changed.checks = [{ id: hostile, status: 'pass', estimate: 1, lower: 1, upper: 1, limit: 2 }];
    changed.cells[0].entities.name[0] = hostile;
    writeFileSync(at('changed.json'), JSON.stringify(changed));
    const { code, out, err } = await dpfairHere(['report', at('changed.json')]);
    expect([code, err.includes('reading')]).toEqual([0, true]);
    expect(out).toContain('✓ pass  \ufffd[2J');
    expect(out + err).not.toMatch(controls);
    expect(out).not.toMatch(/^seed 7/m);
  });
});

/** Everything that a terminal may act on, but for the line break. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;

describe('a method that only some of the usual post-processings have', () => {
  const audit = ['audit', fixture('hawaii.csv'), '--epsilon', '0.1'];
  const notesOf = async (words: readonly string[]) =>
    (await dpfairHere([...audit, ...words])).err.split('\n').filter((line) => line.startsWith('dpfair: only'));

  it.each([
    ['identity', 'series', 'simplex'],
    ['allotment', 'exact', 'baseline'],
    ['allotment', 'series', 'pos'],
  ])('%s, %s: says that only %s is audited, where no post-processing was asked for', async (decision, method, post) => {
    const words = ['--decision', decision, '--method', method];
    expect(await notesOf(words)).toEqual([
      `dpfair: only ${post} is audited: of the usual post-processings of ${decision} it has what --method ${method} asks for; --post names others`,
    ]);
    expect(await notesOf([...words, '--post', post])).toEqual([]);
    expect(await notesOf([...words, '--quiet'])).toEqual([]);
  });

  it('says nothing where all of them have it', async () => {
    expect(await notesOf(['--decision', 'identity', '--method', 'exact'])).toEqual([]);
  });
});
