import { DpfairError } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { readSpecFile } from '../../../src/spec/files/read-spec-file.js';

function faultsOf(text: string): readonly string[] {
  try {
    readSpecFile(text, 'spec.yaml');
  } catch (error) {
    if (error instanceof DpfairError && error.code === 'config') return error.message.split('\n');
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a spec file', () => {
  it('in YAML reads like the options of the command line', () => {
    const text = `
data: districts.csv
map: { count: poor, group: state }
epsilon: [0.1, 0.01]
post: baseline,pos
mechanism: laplace
where: [state=HI, state!=AK]
skip-bad-rows: true
budget: 16e9
trials: 1000
seed: 18446744073709551615
fail-on: alpha>1e-5
threads: 2
`;
    expect(readSpecFile(text, 'spec.yaml').spec).toEqual({
      data: 'districts.csv',
      map: { count: 'poor', group: 'state' },
      epsilon: [0.1, 0.01],
      post: ['baseline', 'pos'],
      mechanism: ['laplace'],
      where: ['state=HI', 'state!=AK'],
      skipBadRows: true,
      budget: 16e9,
      trials: 1000,
      seed: '18446744073709551615',
      failOn: ['alpha>1e-5'],
      threads: 2,
    });
  });

  it('in JSON reads the same, and keys may be in camel case', () => {
    const { spec } = readSpecFile('{"data": "a.csv", "totalEpsilon": [1], "fail-on": null, "delta": null}', 's.json');
    expect(spec).toEqual({ data: 'a.csv', totalEpsilon: [1] });
  });

  it('that is a result gives the spec it was made from', () => {
    const result = { schema: 'dpfair-result/1', run: { spec: { data: 'a.csv', seed: '7', sigma: null } }, cells: [] };
    expect(readSpecFile(JSON.stringify(result), 'r.json').spec).toEqual({ data: 'a.csv', seed: '7' });
  });

  it('that is a result of another command is refused by the name of that command', () => {
    const spec = { data: 'a.csv', metricScale: [1], samples: 100, noise: 'gaussian', model: 'm.onnx' };
    const resultOf = (command: string) => JSON.stringify({ schema: 'dpfair-result/1', run: { spec, command } });
    expect(faultsOf(resultOf('npx dpfair smooth a.csv --samples 100'))).toEqual([
      'spec.yaml: a spec with options that this command does not have: a result of dpfair smooth (allowed: a result of this command, or a spec of it)',
    ]);
    expect(faultsOf(resultOf('npx dpfair smooth audit a.csv'))[0]).toContain('a result of dpfair smooth audit');
    const newer = {
      schema: 'dpfair-result/1',
      run: { spec: { data: 'a.csv', colour: 1 }, command: 'npx dpfair audit' },
    };
    expect(faultsOf(JSON.stringify(newer))[0]).toContain('unknown option in a spec: colour');
  });

  it('that is a result of another schema version is refused by that version', () => {
    const result = { schema: 'dpfair-result/7', run: { spec: { data: 'a.csv' } } };
    expect(faultsOf(JSON.stringify(result))[0]).toContain('unknown schema version: dpfair-result/7');
  });

  it('with an unknown key is refused, with line, column and the key that was probably meant', () => {
    expect(faultsOf('data: a.csv\n\nepsilonn: 1\n')).toEqual([
      'spec.yaml:3:1: unknown option in a spec: epsilonn (allowed: did you mean epsilon?)',
    ]);
  });

  it('with outputs is refused: they belong on the command line', () => {
    expect(faultsOf('html: report.html')[0]).toContain('spec.yaml:1:1: unknown option in a spec: html');
  });

  it('lists every refused value with its place', () => {
    expect(faultsOf('epsilon: [0.1, -1]\ntrials: many\n')).toEqual([
      'spec.yaml:1:1: epsilon: 0.1 -1 (allowed: a number above 0, or several different ones separated by commas)',
      'spec.yaml:2:1: trials: many (allowed: a whole number of at least 4, given once)',
    ]);
  });

  it('with one option under both of its names is refused', () => {
    expect(faultsOf('fail-on: alpha>1\nfailOn: alpha>2\n')).toEqual([
      'spec.yaml:2:1: option given twice: failOn (allowed: once)',
    ]);
  });

  it.each([
    ['a: [1', 'spec.yaml:1:'],
    ['epsilon: 1\nepsilon: 2\n', 'spec.yaml:2:1: not YAML or JSON'],
    ['- 1\n', 'spec.yaml: not a spec'],
    ['data: *nowhere\n', 'spec.yaml: not YAML or JSON: Unresolved alias'],
    ['', 'spec.yaml: not a spec'],
    ['just text', 'spec.yaml: not a spec'],
  ])('that is %j is refused', (text, beginning) => {
    expect(faultsOf(text)[0]).toContain(beginning);
  });
});
