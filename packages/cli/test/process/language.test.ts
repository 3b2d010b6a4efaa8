import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AuditResult } from '@dpfair/result';
import { afterAll, describe, expect, it } from 'vitest';
import { dpfair, dpfairHere, temporaryFolder } from './run-dpfair.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

// Published figures: three counties of 28 CFR 55.6(a)(1) examples, and one that is covered through its state.
const data = join(folder.path, 'pairs.csv');
writeFileSync(
  data,
  [
    'id,level,state,language,citizens,lep,illiterate,published',
    'Union,County,35,Hispanic,3305,165,20,FLAG5=1 FLAG_COV=1',
    'Aleutians East,County,02,Hispanic,1710,95,4,FLAG5=1 FLAG_COV=1',
    'California,State,06,Hispanic,23881290,1329585,205520,FLAG5=1 FLAG_COV=1',
    'Somewhere,County,06,Hispanic,2000,100,0,FLAG5=0 FLAG_COV=1',
    '',
  ].join('\n'),
);
const words = ['audit', data, '--decision', 'language', '--epsilon', '0.1', '--seed', '5', '--json', '-', '--quiet'];

describe('dpfair audit --decision language', () => {
  it('answers by the clauses, says what differs from the published flags, and repeats itself', async () => {
    const { code, out } = await dpfair(words);
    expect(code).toBe(0);
    const result = JSON.parse(out) as AuditResult;
    expect(result).toMatchObject({ decision: 'language', unit: 'probability', countRole: 'lep' });
    const [cell] = result.cells;
    expect(result.cells.map(({ post, method }) => [post, method])).toEqual([['clip', 'exact']]);
    expect(cell?.entities.truth).toEqual([0, 1, 1, 1]);
    expect(cell?.entities.people).toEqual([165, 95, null, 100]);
    expect(result.input.mismatches).toEqual([
      { line: 2, id: 'Union', flag: 'FLAG5', published: 1, computed: 0 },
      { line: 2, id: 'Union', flag: 'FLAG_COV', published: 1, computed: 0 },
    ]);
    expect(result.warnings.map((warning) => warning.code)).toEqual([
      'clause-without-data',
      'people-in-several-rows',
      'covered-pairs-only',
      'published-flags-differ',
    ]);
    expect(cell?.entities.events?.map(({ name, truth }) => [name, ...truth])).toEqual([
      ['five-percent', 0, 1, 1, 0],
      ['ten-thousand', 0, 0, 0, 0],
      ['state', 0, 0, 0, 1],
      ['reservation', 0, 0, 0, 0],
      ['illiteracy', 1, 1, 1, 0],
    ]);
    const file = join(folder.path, 'result.json');
    writeFileSync(file, out);
    const second = JSON.parse(
      (await dpfairHere(['audit', '--spec', file, '--json', '-', '--quiet'])).out,
    ) as AuditResult;
    expect(second.cells).toEqual(result.cells);
  });

  it('simulates the same decision with its clauses switched, and its events', async () => {
    const off = ['--clause', 'state=off', '--clause', 'illiteracy=off'];
    const exact = JSON.parse((await dpfairHere([...words, ...off])).out) as AuditResult;
    const simulation = ['--method', 'montecarlo', '--trials', '40000'];
    const simulated = JSON.parse((await dpfairHere([...words, ...off, ...simulation])).out) as AuditResult;
    const [one, other] = [exact.cells[0]?.entities, simulated.cells[0]?.entities];
    expect(other?.events?.map(({ name }) => name)).toEqual(['five-percent', 'ten-thousand', 'reservation']);
    one?.probability?.forEach((probability, i) => {
      expect(Math.abs((probability as number) - (other?.probability?.[i] as number))).toBeLessThan(0.02);
    });
  });

  it('refuses a clause and a rule file that do not exist with exit code 2', async () => {
    const clause = await dpfairHere([...words, '--clause', 'six-percent=on']);
    expect([clause.code, clause.out]).toEqual([2, '']);
    expect(clause.err).toContain('clause that section203-2016 does not have: six-percent');
    const file = await dpfairHere([...words, '--statute', join(folder.path, 'none.yaml')]);
    expect([file.code, file.out]).toEqual([2, '']);
    expect(file.err).toContain('none.yaml');
  });

  it('names file and line of a level, of a pair given twice, and of counts that cannot be', async () => {
    const audit = async (...rows: readonly string[]) => {
      const file = join(folder.path, 'odd.csv');
      writeFileSync(file, ['id,level,state,language,citizens,lep,illiterate', ...rows, ''].join('\n'));
      return { file, ...(await dpfairHere(['audit', file, ...words.slice(2)])) };
    };
    const unknown = await audit('A,County,06,Aleut,10,2,1', 'B,cuonty,06,Aleut,10,2,1');
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain(`${unknown.file}:3: level of an area: cuonty (allowed: state, county,`);
    const twice = await audit('A,State,06,Aleut,10,2,1', 'B,County,06,Aleut,10,2,1', 'C,State,06,Aleut,12,2,1');
    expect(twice.code).toBe(2);
    expect(twice.err).toContain(`${twice.file}:2: one of two rows of one state and language: 06, Aleut`);
    expect(twice.err).toContain(`${twice.file}:4: one of two rows of one state and language: 06, Aleut`);
    const odd = await audit('A,County,06,Aleut,10,2,1', 'B,County,06,Yuman,10,12,1', 'C,County,07,Yuman,10,13,14');
    expect(odd.code).toBe(0);
    const { warnings } = JSON.parse(odd.out) as AuditResult;
    expect(warnings.filter(({ code }) => code === 'impossible-counts').map(({ message }) => message)).toEqual([
      'lep is above citizens in 2 rows, by more than rounding can do, which no count of people can be ' +
        '(line 3, B: lep 12, citizens 10; line 4, C: lep 13, citizens 10)',
      'illiterate is above lep in 1 row, by more than rounding can do, which no count of people can be ' +
        '(line 4, C: illiterate 14, lep 13)',
    ]);
  });

  it('a rule that cannot be meant is refused with the rule file and its key', async () => {
    const file = join(folder.path, 'percent.json');
    const clause = { levels: ['subdivision'], rule: 'lep >= 6 * citizens', source: 'made up' };
    const content = { decision: 'language', name: 'percent', title: 'T', version: '1', source: 'made up' };
    writeFileSync(file, JSON.stringify({ ...content, clauses: { six: clause } }));
    const { code, err } = await dpfairHere([...words, '--statute', file]);
    expect(code).toBe(2);
    expect(err).toContain(
      `${file}: rule file, key clauses.six.rule: rule "lep >= 6 * citizens" compares lep with more`,
    );
  });
});
