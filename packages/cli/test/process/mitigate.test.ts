import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MitigationResult, resultFromJson } from '@dpfair/result';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dpfair, dpfairHere, fixture, temporaryFolder } from './run-dpfair.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());
const at = (name: string) => join(folder.path, name);

const data = at('districts.csv');
writeFileSync(data, 'id,name,count,weight\n1,A,100,1\n2,B,400,1.5\n3,C,1500,0.8\n4,D,8000,1.2\n');
const areas = at('areas.csv');
writeFileSync(areas, 'id,lep,citizens\n1,160,3305\n2,4,80\n3,90,1500\n4,20,900\n5,300,4000\n6,60,1300\n');
const words = ['mitigate', data, '--epsilon', '0.05', '--trials', '640', '--seed', '5', '--quiet'];
const rule = ['--decision', 'threshold', '--rule', 'lep > 0.05 * citizens'];

describe('dpfair mitigate', () => {
  let result: MitigationResult;
  beforeAll(async () => {
    const files = ['--json', at('m.json'), '--html', at('m.html'), '--csv', at('m.csv')];
    const folders = ['--svg', at('figures'), '--vega', at('figures')];
    const { code, err } = await dpfair([...words, '--normaliser', '11500', ...files, ...folders]);
    expect([code, err]).toEqual([0, '']);
    result = resultFromJson(readFileSync(at('m.json'), 'utf8'), 'm.json') as MitigationResult;
  });

  it('writes a result of its own kind, with a mitigation for every cell', () => {
    expect(result.kind).toBe('mitigation');
    expect(result.mitigations.map(({ id }) => id)).toEqual(result.cells.map(({ post }) => post));
    expect(result.cells[0]?.alpha.estimate).toBeCloseTo(2.545356384e-5, 13);
    expect(result.notApplicable.map(({ id }) => id)).toEqual(['output-perturbation']);
  });

  it('draws the page, the picture and the table of entities', () => {
    expect(readFileSync(at('m.html'), 'utf8')).toContain('What would remove it');
    for (const name of ['frontier.svg', 'frontier.vl.json']) expect(existsSync(join(at('figures'), name))).toBe(true);
    const lines = readFileSync(at('m.csv'), 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(1 + 4 * result.cells.length);
  });

  it('repeats itself from its own result, with the same numbers, and draws it again', async () => {
    const again = await dpfairHere(['mitigate', '--spec', at('m.json'), '--json', '-', '--quiet']);
    const { cells, mitigations, run } = JSON.parse(again.out) as MitigationResult;
    expect(cells).toEqual(result.cells);
    expect(mitigations).toEqual(result.mitigations);
    expect(run.id).toBe(result.run.id);
    const drawn = await dpfairHere(['report', at('m.json'), '--quiet']);
    expect([drawn.code, drawn.out]).toEqual([0, (await dpfairHere([...words, '--normaliser', '11500'])).out]);
  });

  it('the command that a result names repeats it', async () => {
    const [, ...again] = result.run.command.split(' ');
    const { out } = await dpfairHere([...again, '--json', '-', '--quiet']);
    expect((JSON.parse(out) as MitigationResult).cells).toEqual(result.cells);
  });

  it('takes the spec of an audit, and an audit does not take one of mitigations', async () => {
    await dpfairHere(['audit', data, '--epsilon', '0.05', '--seed', '5', '--json', at('a.json'), '--quiet']);
    expect((await dpfairHere(['mitigate', '--spec', at('a.json'), '--trials', '640', '--quiet'])).code).toBe(0);
    const refused = await dpfairHere(['audit', '--spec', at('m.json'), '--quiet']);
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/a result of dpfair mitigate/);
  });

  it('fails where a mitigation does: checks hold for every cell', async () => {
    const failing = await dpfairHere([...words, '--mitigation', 'more-epsilon', '--fail-on', 'alpha>2e-5']);
    expect(failing.code).toBe(1);
    expect(failing.out).toMatch(/FAIL.*alpha>2e-5 laplace epsilon 0.05 baseline/);
    const passing = await dpfairHere([...words, '--mitigation', 'more-epsilon', '--fail-on', 'alpha>1e-2']);
    expect(passing.code).toBe(0);
  });

  it('trains classifiers on the file that is named, and says which', async () => {
    const train = at('train.csv');
    writeFileSync(train, readFileSync(areas, 'utf8'));
    const { code, out } = await dpfairHere([
      ...['mitigate', areas, ...rule, '--epsilon', '0.5', '--subgroups', '1', '--train', train, '--seed', '5'],
      ...['--json', '-', '--quiet'],
    ]);
    expect(code).toBe(0);
    const { training, mitigations, cells } = JSON.parse(out) as MitigationResult;
    expect(training).toMatchObject({ path: train, rows: 6 });
    expect(mitigations.find(({ id }) => id === 'svm')?.assumes.join()).toMatch(/trained on the file of --train/);
    expect(cells.every(({ method }) => method === 'exact')).toBe(true);
  });

  it.each([
    [['--mitigation', 'magic'], /mitigation that does not go with decision allotment: magic/],
    [['--mitigation', 'margin'], /does not go with decision allotment: margin/],
    [['--normaliser', '0'], /--normaliser: 0/],
    [['--normaliser-at-least', '20000'], /normaliser-at-least: 20000 \(allowed: at most the total, 11500\)/],
    [['--failure', '1'], /--failure: 1/],
    [['--hold-harmless', '1.5'], /--hold-harmless: 1.5 \(allowed: a number above 0 and at most 1/],
    [['--epsilon-factor', '1'], /--epsilon-factor: 1/],
    [['--subgroups', '0'], /--subgroups: 0/],
    [['--train', areas], /--train with decision allotment \(allowed: a decision of yes or no/],
    [['--margin', '2'], /--margin with decision allotment/],
    [['--subgroups', '2', '--subgroups-by', 'count'], /--subgroups with decision allotment.*\n.*--subgroups-by with/],
    [
      ['--mitigation', 'make-whole', '--failure', '0.1'],
      /--failure with nothing that it changes \(allowed: no-penalty in --mit/,
    ],
    [['--mitigation', 'make-whole', '--epsilon-factor', '4'], /--epsilon-factor with nothing that it changes/],
    [['--precision', '0.1'], /--precision without a target/],
    [
      ['--target', 'cost<5'],
      /--target that every cell meets: cost<5 \(allowed: a rate or share is at most 1; for 2 % write 0.02/,
    ],
    [['--target', 'alpha<3'], /--target that every cell meets: alpha<3 \(allowed: alpha of shares/],
    [['--target', 'alpha<1e-6,cost<0.1'], /--target: alpha<1e-6,cost<0.1 \(allowed: one measure and its limit/],
    [['--target', 'alpha<1e-6', '--target', 'cost<0.1'], /target.*once/],
    [['--fail-on', 'cost>5'], /--fail-on that no cell can fail: cost>5 \(allowed: a rate or share is at most 1/],
  ])('%s is refused with exit code 2, and nothing is written', async (more, message) => {
    const { code, err, out } = await dpfairHere([...words, ...more, '--json', at('never.json')]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(existsSync(at('never.json'))).toBe(false);
  });

  it.each([
    ['--target', 'false-negative<2'],
    ['--fail-on', 'false-positive>2'],
  ])('a rate in percent is refused: %s %s', async (option, text) => {
    const { code, err } = await dpfairHere(['mitigate', areas, ...rule, '--epsilon', '1', option, text, '--quiet']);
    expect(code).toBe(2);
    expect(err).toMatch(/a rate or share is at most 1; for 2 % write 0\.02/);
  });

  it.each(['--normaliser', '--failure', '--hold-harmless'])('%s is refused of a yes-or-no decision', async (option) => {
    const { code, err } = await dpfairHere(['mitigate', areas, ...rule, '--epsilon', '1', option, '0.5', '--quiet']);
    expect(code).toBe(2);
    expect(err).toContain(`${option} with decision threshold (allowed: a decision of shares`);
  });

  it('a file to train on that is not there is named', async () => {
    const none = at('missing.csv');
    const { code, err } = await dpfairHere(['mitigate', areas, ...rule, '--epsilon', '1', '--train', none, '--quiet']);
    expect(code).toBe(2);
    expect(err).toMatch(/missing.csv/);
  });

  it('a negative amount of before is refused with its line', async () => {
    writeFileSync(at('before.csv'), 'id,count,previous\n1,100,5\n2,300,-1\n');
    const { code, err } = await dpfairHere(['mitigate', at('before.csv'), '--epsilon', '1', '--quiet']);
    expect(code).toBe(2);
    expect(err).toMatch(/before\.csv:3:previous: .*-1 \(allowed: a finite number >= 0\)/);
  });

  it('where all are entitled nothing is said of the others, and no classifier is recommended', async () => {
    writeFileSync(at('covered.csv'), 'id,lep,citizens\n1,160,1305\n2,400,800\n3,900,1500\n');
    const { out } = await dpfairHere(['mitigate', at('covered.csv'), ...rule, '--epsilon', '0.02', '--quiet']);
    expect(out).toMatch(
      /Moving the threshold by a margin takes the wrong refusals from 2\.5\s% to 0\.61\s% of the entitled\./,
    );
    expect(out).toContain('A logistic classifier for each subgroup gives every entity here the same answer');
    expect(out).not.toMatch(/classifier for each subgroup takes/);
    expect(out).toMatch(/^ +epsilon 0\.02 +logistic/m);
  });

  it('a search for a budget is one stage, and nothing is said of no budgets', async () => {
    const { code, err } = await dpfairHere([
      'mitigate',
      data,
      '--target',
      'alpha<1e-3',
      '--trials',
      '64',
      '--search',
      '0.01,1',
      '--precision',
      '0.1',
      '--seed',
      '5',
    ]);
    expect([0, 1, 3]).toContain(code);
    expect(err.match(/^auditing .*/gm)).toEqual([
      'auditing 4 entities: looking for the smallest epsilon with alpha<1e-3',
    ]);
    // That of the comparison.
    expect(err.match(/^simulating/gm)).toHaveLength(1);
  });

  it('a target and a size of the noise contradict each other', async () => {
    const sized = ['--mechanism', 'gaussian', '--sigma', '5', '--target', 'alpha<1e-3', '--quiet'];
    const { code, err } = await dpfairHere(['mitigate', data, ...sized]);
    expect(code).toBe(2);
    expect(err).toContain('options that contradict each other: --target, --sigma');
  });

  it('a bad row of the training file is left out where bad rows are, and that is said', async () => {
    const train = at('with-a-bad-row.csv');
    writeFileSync(train, `${readFileSync(areas, 'utf8')}7,many,100\n`);
    const { code, out } = await dpfairHere([
      ...['mitigate', areas, ...rule, '--epsilon', '0.5', '--train', train, '--skip-bad-rows', '--seed', '5'],
      ...['--mitigation', 'svm', '--subgroups', '1', '--json', '-', '--quiet'],
    ]);
    expect(code).toBe(0);
    const { training, warnings, input } = JSON.parse(out) as MitigationResult;
    expect(training).toMatchObject({ rows: 6, skipped: [{ line: 8 }] });
    expect(input.skipped).toEqual([]);
    expect(warnings.map(({ code }) => code)).toEqual(['rows-skipped']);
    expect(warnings[0]?.message).toMatch(/^in the file of --train: 1 of 7 rows of .*with-a-bad-row\.csv/);
  });

  it('a foreign count for the subgroups is refused', async () => {
    const { code, err } = await dpfairHere([
      'mitigate',
      areas,
      ...rule,
      '--epsilon',
      '1',
      '--subgroups-by',
      'poor',
      '--quiet',
    ]);
    expect(code).toBe(2);
    expect(err).toMatch(/subgroups-by: poor \(allowed: one of lep, citizens\)/);
  });

  it('a file that holds nothing is refused as by an audit', async () => {
    const { code, err } = await dpfairHere(['mitigate', fixture('bad/empty.csv'), '--epsilon', '1', '--quiet']);
    expect(code).toBe(2);
    expect(err).toMatch(/empty\.csv/);
  });
});
