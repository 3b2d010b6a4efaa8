import { describe, expect, it } from 'vitest';
import { section203Of2016, section203OfPapers } from '../../../src/index.js';
import { readLanguageStatute } from '../../../src/statutes/section203/index.js';
import { caught } from '../../caught.js';

const copy = () => structuredClone(section203Of2016) as unknown as Record<string, unknown>;
const clause = { levels: ['subdivision'], rule: 'lep > 3', source: 'made up' };

describe('rule files of language assistance', () => {
  it.each([section203Of2016, section203OfPapers])('$name is one', (statute) => {
    expect(readLanguageStatute(structuredClone(statute) as never)).toEqual(statute);
  });

  it('need no illiteracy clause', () => {
    const { illiteracy: _none, ...rest } = copy();
    expect(readLanguageStatute(rest).illiteracy).toBeNull();
  });

  it.each([
    [{ decision: 'title1' }, 'rule file, key decision: title1 (allowed: language)'],
    [{ version: 2016 }, 'rule file, key version: 2016 (allowed: text'],
    [{ source: '' }, 'rule file, key source'],
    [{ rate: 0.0131 }, 'rule file, unknown key: rate (allowed: decision, name,'],
    [{ clauses: undefined }, 'rule file, key clauses is missing'],
    [{ clauses: {} }, 'rule file, key clauses.NAME is missing'],
    [{ clauses: [clause] }, 'rule file, key clauses: [{'],
    [{ clauses: { Five: clause } }, 'rule file, key clauses: Five (allowed: small letters'],
    [{ clauses: { illiteracy: clause } }, 'rule file, key clauses: illiteracy'],
    [{ clauses: { five: 5 } }, 'rule file, key clauses.five: 5 (allowed: a mapping)'],
    [
      { clauses: { five: { ...clause, levels: ['county'] } } },
      'key clauses.five.levels: ["county"] (allowed: one or more of state, subdivision, area)',
    ],
    [{ clauses: { five: { ...clause, levels: [] } } }, 'key clauses.five.levels'],
    [{ clauses: { five: { ...clause, rule: 'lep >' } } }, 'key clauses.five.rule: rule "lep >", column 6'],
    [
      { clauses: { five: { ...clause, rule: 'lep > population' } } },
      'key clauses.five.rule: population (allowed: the counts citizens, lep, illiterate)',
    ],
    [
      { clauses: { five: { ...clause, rule: 'lep >= 0.06' } } },
      'key clauses.five.rule: rule "lep >= 0.06" compares lep with a share where a count is meant: 0.06',
    ],
    [
      { clauses: { five: { ...clause, rule: 'lep >= 6 * citizens' } } },
      'key clauses.five.rule: rule "lep >= 6 * citizens" compares lep with more than all of citizens (lep >= 6 * citizens): 6 (allowed: a share from 0 to 1; 6 percent is 0.06)',
    ],
    [
      { clauses: { five: { ...clause, rule: 'lep > 10 and not citizens > 0.5 * lep' } } },
      'compares lep with more than all of citizens (citizens > 0.5 * lep): 2',
    ],
    [
      { illiteracy: { rule: 'illiterate > 1.31 * lep', source: 'made up' } },
      'key illiteracy.rule: rule "illiterate > 1.31 * lep" compares illiterate with more than all of lep',
    ],
    [
      { illiteracy: { rule: 'illiterate / citizens > 2', source: 'made up' } },
      'compares illiterate with more than all of citizens',
    ],
    [{ clauses: { five: { ...clause, strict: true } } }, 'unknown key: clauses.five.strict'],
    [{ clauses: { five: { ...clause, carries: 'yes' } } }, 'key clauses.five.carries: yes (allowed: true or false)'],
    [
      { clauses: { five: { ...clause, carries: true } } },
      'key clauses.five.carries: ["subdivision"] (allowed: levels: [area] beside it)',
    ],
    [
      { clauses: { five: { ...clause, levels: ['state'], stateRule: 'lep > 1' } } },
      'key clauses.five.stateRule: ["state"] (allowed: levels: [subdivision] beside it)',
    ],
    [
      { clauses: { one: { ...clause, stateRule: 'lep > 1' }, two: { ...clause, stateRule: 'lep > 1' } } },
      'key clauses.two.stateRule: lep > 1 (allowed: one clause of the state, and one is one)',
    ],
    [{ illiteracy: { rule: 'illiterate > 0.0131 * lep' } }, 'key illiteracy.source is missing'],
  ])('refuses %j and names the key', (change, message) => {
    const error = caught(() => readLanguageStatute({ ...copy(), ...change }));
    expect(error.code).toBe('config');
    expect(error.message).toContain(message);
  });

  it.each(['lep >= citizens', 'lep > 2 * citizens - 1000', 'citizens > 2 * lep', 'lep + illiterate > 1.5 * citizens'])(
    '%s can be meant',
    (rule) => {
      const content = { ...copy(), clauses: { five: { ...clause, rule } } };
      expect(readLanguageStatute(content).clauses.five?.rule).toBe(rule);
    },
  );

  it('lists every fault at once', () => {
    const error = caught(() => readLanguageStatute({ decision: 'language', clauses: { five: { levels: ['area'] } } }));
    expect(error.faults.map(({ what }) => what)).toEqual([
      'rule file, key name is missing',
      'rule file, key title is missing',
      'rule file, key version is missing',
      'rule file, key source is missing',
      'rule file, key clauses.five.rule is missing',
      'rule file, key clauses.five.source is missing',
    ]);
  });
});
