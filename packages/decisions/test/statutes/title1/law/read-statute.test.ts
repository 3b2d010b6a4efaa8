import { describe, expect, it } from 'vitest';
import { decisionByName } from '../../../../src/index.js';
import { readTitle1Statute } from '../../../../src/statutes/title1/law/read-statute.js';
import { grantNames } from '../../../../src/statutes/title1/law/statute.js';
import { title1Fy2021 } from '../../../../src/statutes/title1/law/title1-fy2021.js';

type Plain = Record<string, unknown>;

/** The built-in file as a user would write it, with one key changed; undefined removes it. */
function changed(path: string, value: unknown): Plain {
  const file = JSON.parse(JSON.stringify(title1Fy2021)) as Plain;
  const keys = path.split('.');
  const last = keys.pop() as string;
  const parent = keys.reduce((at, key) => at[key] as Plain, file);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return file;
}

describe('a rule file of a user', () => {
  it('is refused with every fault at once', () => {
    const file = changed('version', 7);
    file.name = '';
    expect(() => readTitle1Statute(file)).toThrow(/key name: .*\n.*key version: 7/);
  });

  it('may be the built-in one, written out', () => {
    expect(readTitle1Statute(changed('version', '1'))).toEqual(JSON.parse(JSON.stringify(title1Fy2021)));
  });

  it('decides the budget', () => {
    const statute = changed('grants.basic.appropriationDollars', 5_000_000);
    expect(decisionByName('title1', { statute, grants: ['basic'] }).budgetDollars).toBe(5_000_000);
  });

  it.each([
    ['grants.efig', undefined, 'rule file, key grants.efig is missing (allowed: a mapping of cite'],
    ['grants.basic.appropriationDollars', '1e9', 'grants.basic.appropriationDollars: 1e9 (allowed: a number above 0)'],
    ['grants.basic.appropriationDollars', 0, 'grants.basic.appropriationDollars: 0 (allowed: a number above 0)'],
    ['grants.basic.colour', 'red', 'rule file, unknown key: grants.basic.colour (allowed: cite, '],
    ['grants.basic.eligible', 'count >< 3', 'rule "count >< 3", column 8'],
    ['grants.basic.eligible', 'children > 3', 'grants.basic.eligible: children > 3'],
    [
      'grants.targeted.weights.0.district.byPercent.1.above',
      0,
      'byPercent.1.above: 0 (allowed: more than the one before)',
    ],
    ['grants.targeted.weights.0.county.byNumber.0.above', 3, 'byNumber.0.above: 3 (allowed: 0: the first bracket'],
    [
      'grants.efig.states.effortMost',
      undefined,
      'grants.efig.states.effortMost is missing (allowed: a number above 0)',
    ],
    ['holdHarmless.1.fromPercent', 40, 'holdHarmless.1.fromPercent: 40 (allowed: less than the one before)'],
    [
      'holdHarmless.2.fromPercent',
      5,
      'rule file, key holdHarmless: 5 (allowed: bands from the highest down to 0 percent)',
    ],
    ['holdHarmless', 95, 'holdHarmless: 95 (allowed: a list)'],
    ['puertoRico.leastPercentOfLowest', 120, 'leastPercentOfLowest: 120 (allowed: a number from 0 to 100)'],
    ['decision', 'language', 'rule file, key decision: language (allowed: title1)'],
    ['sources.0', 7, 'sources.0: 7 (allowed: a text)'],
  ])('with %s = %j is refused by key and value', (path, value, message) => {
    expect(() => readTitle1Statute(changed(path, value))).toThrow(message);
  });
});

it('the appropriations of fiscal year 2021 add up to the $16,536,802,000 of the Act', () => {
  expect(grantNames.reduce((sum, name) => sum + title1Fy2021.grants[name].appropriationDollars, 0)).toBe(
    16_536_802_000,
  );
});

it('every key that is said to be unconfirmed exists', () => {
  for (const key of title1Fy2021.unconfirmed ?? []) {
    const found = key.split('.').reduce<unknown>((at, part) => (at as Plain)[part], title1Fy2021);
    expect(found, key).toBeDefined();
  }
  expect(title1Fy2021.unconfirmed?.length).toBeGreaterThan(0);
});
