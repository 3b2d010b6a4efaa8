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

  it('may hold only the grants that are asked for, and makes those', () => {
    const statute = changed('grants', { basic: title1Fy2021.grants.basic });
    const { budgetDollars, events } = decisionByName('title1', { statute });
    expect(budgetDollars).toBe(title1Fy2021.grants.basic.appropriationDollars);
    expect(events?.map(({ name }) => name)).toEqual(['eligible for basic grants']);
    expect(decisionByName('title1', { statute, grants: ['basic'] }).budgetDollars).toBe(budgetDollars);
    expect(() => decisionByName('title1', { statute, grants: ['basic', 'efig'] })).toThrow(
      'rule file, key grants.efig is missing (allowed: its rule in the file, or --grant with some of basic)',
    );
  });

  it.each([
    ['grants.efig', 7, 'rule file, key grants.efig: 7 (allowed: a mapping of cite'],
    ['grants', {}, 'rule file, key grants: {} (allowed: at least one of basic, concentration, targeted, efig)'],
    [
      'holdHarmless.0.keepsPercent',
      0.85,
      'keepsPercent: 0.85 (allowed: a percentage above 1 and up to 100, or 0; for a part of 0.85, write 85)',
    ],
    ['holdHarmless.0.keepsPercent', 101, 'keepsPercent: 101 (allowed: a percentage above 1 and up to 100, or 0)'],
    [
      'holdHarmless.1.fromPercent',
      0.15,
      'fromPercent: 0.15 (allowed: a percentage above 1 and up to 100, or 0; for a part of 0.15, write 15)',
    ],
    [
      'grants.basic.expenditure.percentOfState',
      0.4,
      'percentOfState: 0.4 (allowed: a percentage above 1 and up to 100; for a part of 0.4, write 40)',
    ],
    [
      'grants.basic.expenditure.mostPercent',
      1,
      'mostPercent: 1 (allowed: a percentage above 1; for a part of 1, write 100)',
    ],
    [
      'grants.basic.expenditure.leastPercent',
      49,
      'grants.basic.expenditure.leastPercent: 49 (allowed: at most mostPercent, 48)',
    ],
    [
      'grants.basic.stateMinimum.averagePercent',
      1.0,
      'averagePercent: 1 (allowed: a percentage above 1, or 0; for a part of 1, write 100)',
    ],
    ['grants.basic.heldWhenIneligible', 4, 'heldWhenIneligible: 4 (allowed: true, false)'],
    [
      'grants.targeted.weights.0.district.byPercent.1.above',
      0.1558,
      'byPercent.1.above: 0.1558 (allowed: a percentage above 1 and up to 100, or 0; for a part of 0.1558, write 15.58)',
    ],
    ['grants.basic.appropriationDollars', '1e9', 'grants.basic.appropriationDollars: 1e9 (allowed: a number above 0)'],
    ['grants.basic.appropriationDollars', 0, 'grants.basic.appropriationDollars: 0 (allowed: a number above 0)'],
    ['grants.basic.colour', 'red', 'rule file, unknown key: grants.basic.colour (allowed: cite, '],
    ['grants.basic.eligible', 'count >< 3', 'rule file, key grants.basic.eligible: rule "count >< 3", column 8'],
    ['grants.basic.eligible', 'children > 3', 'grants.basic.eligible: children > 3'],
    ['grants.basic.eligible', 'poor > 3', 'grants.basic.eligible: poor (allowed: the counts count, children)'],
    [
      'grants.basic.eligible',
      'count > 0.1',
      'grants.basic.eligible: rule "count > 0.1" compares count with a share where a count is meant: 0.1',
    ],
    [
      'grants.efig.eligible',
      'count >= 10 and count > 2 * children',
      'compares count with more than all of children (count > 2 * children): 2 (allowed: a share from 0 to 1; 2 percent is 0.02)',
    ],
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
    [
      'puertoRico.leastPercentOfLowest',
      120,
      'leastPercentOfLowest: 120 (allowed: a percentage above 1 and up to 100, or 0)',
    ],
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
