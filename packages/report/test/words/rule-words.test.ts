import { expect, it } from 'vitest';
import { firstCount, ruleText } from '../../src/words/rule-words.js';
import { countNoun } from '../../src/words/unit-words.js';
import { answers } from '../fixtures/answers.js';
import { fixtureRule } from '../fixtures/build-cell.js';
import { districts } from '../fixtures/districts.js';

it.each([
  ['(lep > 0.05 * citizens or lep > 10000) and illiterate > 3', 'lep'],
  ['not 1e5 < total_population', 'total_population'],
  ['0.05*a1 < b', 'a1'],
  ['1 < 2', null],
])('the rule "%s" names first %s', (rule, name) => {
  expect(firstCount(rule)).toBe(name);
});

it('the counts of a rule are called as the rule calls the first', () => {
  expect(ruleText(answers())).toBe(fixtureRule);
  expect(countNoun(answers())).toBe('lep');
  expect(countNoun({ ...answers(), cells: [] })).toBe('units');
  expect(ruleText(districts(5))).toBeNull();
});
