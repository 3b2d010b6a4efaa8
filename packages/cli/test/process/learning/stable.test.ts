import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { resultFromJson, type StabilityResult } from '@dpfair/result';
import { afterAll, describe, expect, it } from 'vitest';
import { dpfair, dpfairHere, fixture, temporaryFolder } from '../run-dpfair.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());
const at = (name: string) => join(folder.path, name);

const loans = ['stable', fixture('loans.csv'), '--label', 'approved', '--group', 'region', '--seed', '5', '--quiet'];
const quick = [...loans, '--algorithm', 'zvrg', '--lambda', '0.1', '--repetitions', '4'];
const read = (name: string) => resultFromJson(readFileSync(at(name), 'utf8'), name) as StabilityResult;
const numbersOf = ({ run, ...rest }: StabilityResult) => ({ ...rest, id: run.id });

describe('dpfair stable', () => {
  it('writes a result of its own kind with its table, and repeats itself from it and from its command', async () => {
    const files = ['--json', at('s.json'), '--csv', at('s.csv')];
    const { code, out, err } = await dpfairHere([...quick, ...files]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^region +ZVRG +0\.1 /m);
    expect(existsSync(at('s.csv'))).toBe(true);
    const result = read('s.json');
    const again = await dpfairHere(['stable', '--spec', at('s.json'), '--json', '-', '--quiet']);
    expect(numbersOf(JSON.parse(again.out) as StabilityResult)).toEqual(numbersOf(result));
    const [, ...command] = result.run.command.split(' ');
    const third = await dpfairHere([...command, '--json', '-', '--quiet']);
    expect(numbersOf(JSON.parse(third.out) as StabilityResult)).toEqual(numbersOf(result));
  });

  it('exits 1 where a cell is beyond a limit, 3 where its interval straddles it, 0 where all pass', async () => {
    const { accuracy } = read('s.json').cells[0] ?? {};
    const codeOf = async (condition: string) => (await dpfairHere([...quick, '--fail-on', condition])).code;
    const codes = [await codeOf('gamma<1'), await codeOf(`accuracy<${accuracy?.estimate}`), await codeOf('stab>120')];
    expect(codes).toEqual([1, 3, 0]);
  });

  it('refuses bad input with exit 2, naming file, line and value', async () => {
    writeFileSync(
      at('bad.csv'),
      `x,sex,y\n${Array.from({ length: 30 }, (_, k) => `${(k * 7) % 11},${'fm'[k % 2]},${k % 3 ? 'a' : 'b'}`).join('\n')}\n1,f\n`,
    );
    const words = ['stable', at('bad.csv'), '--label', 'y', '--group', 'sex', '--seed', '1'];
    const ragged = await dpfairHere(words);
    expect([ragged.code, ragged.err]).toEqual([2, expect.stringMatching(/bad\.csv:32/)]);
    const negative = await dpfairHere([...words, '--lambda', '0,-0.1']);
    expect([negative.code, negative.err]).toEqual([2, expect.stringMatching(/--lambda: 0,-0\.1/)]);
    const oneGroup = await dpfairHere([...loans, '--binary', 'region=Nowhere']);
    expect([oneGroup.code, oneGroup.err]).toEqual([2, expect.stringMatching(/loans\.csv.*region.*Nowhere/)]);
  });

  it('on worker threads: interrupted, writes what is done and exits 130; taken up on more threads, has the numbers of one go', async () => {
    const row = (k: number) =>
      `${(k * 37) % 101},${(k * 53) % 97},${(k * 29) % 89},${'fm'[k % 2]},${(k * 37) % 101 > (k * 71) % 83 ? 'a' : 'b'}`;
    writeFileSync(at('long.csv'), `x,y,z,sex,label\n${Array.from({ length: 12_000 }, (_, k) => row(k)).join('\n')}\n`);
    const words = [
      'stable',
      at('long.csv'),
      '--label',
      'label',
      '--group',
      'sex',
      '--algorithm',
      'plain',
      '--lambda',
      '0,0.01',
    ];
    const long = [...words, '--repetitions', '50', '--seed', '3', '--json', at('i.json')];
    let due = true;
    const halted = await dpfair([...long, '--threads', '1', '--checkpoint', at('kept')], {
      watch: (child, said) => {
        if (!due || !/\b[12]0 %/.test(said)) return;
        due = false;
        child.kill('SIGINT');
      },
    });
    const some = read('i.json');
    expect([halted.code, some.run.interrupted]).toEqual([130, true]);
    const done = some.cells[0]?.fits.length ?? 0;
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(50);
    const resumed = await dpfair([...long, '--threads', '3', '--checkpoint', at('kept')]);
    const whole = read('i.json');
    expect([resumed.code, existsSync(at('kept'))]).toEqual([0, false]);
    expect(whole.cells[0]?.fits.slice(0, done)).toEqual(some.cells[0]?.fits);
    await dpfair([...long, '--threads', '2']);
    expect(numbersOf(read('i.json'))).toEqual(numbersOf(whole));
  });
});
