import { expect, it } from 'vitest';
import { ruleText } from '../../src/words/rule-words.js';
import { countNoun } from '../../src/words/unit-words.js';
import { answers } from '../fixtures/answers.js';
import { fixtureRule } from '../fixtures/build-cell.js';
import { districts } from '../fixtures/districts.js';

it('the counts of a rule are called by the role that the result counts by', () => {
  expect(ruleText(answers())).toBe(fixtureRule);
  expect(countNoun(answers())).toBe('lep');
  const { countRole: _, ...older } = answers();
  expect(countNoun(older)).toBe('units');
  expect(ruleText(districts(5))).toBeNull();
});
