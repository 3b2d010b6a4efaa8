import { describe, expect, it } from 'vitest';
import { smoothingFigureWords as figure } from '../../src/messages/smoothing/figure-messages.js';
import { smoothedRowWords as rows } from '../../src/messages/smoothing/row-messages.js';
import { searchWords as search } from '../../src/messages/smoothing/search-messages.js';
import { smoothingVerdictWords as verdict } from '../../src/messages/smoothing/verdict-messages.js';

describe('words on pairs that were kept', () => {
  it.each([
    ['0', '1', null, 'The one pair kept gets answers from it that are not farther apart than the two people are'],
    ['1', '1', null, 'The one pair kept gets answers from it that are farther apart than the two people are'],
    [
      '0',
      '30',
      null,
      'None of the 30 worst pairs kept gets answers from it that are farther apart than the two people are',
    ],
    [
      '1',
      '30',
      null,
      '1 of the 30 worst pairs kept gets answers from it that are farther apart than the two people are',
    ],
    [
      '7',
      '30',
      null,
      '7 of the 30 worst pairs kept get answers from it that are farther apart than the two people are',
    ],
    ['2', '2', null, 'Both worst pairs kept get answers from it that are farther apart than the two people are'],
    ['30', '30', null, 'All 30 worst pairs kept get answers from it that are farther apart than the two people are'],
    [
      '0',
      '1',
      '0.4',
      'The one pair kept gets answers from it that are not more than 0.4 farther apart than the two people are',
    ],
    [
      '3',
      '3',
      '0.4',
      'All 3 worst pairs kept get answers from it that are more than 0.4 farther apart than the two people are',
    ],
  ])('%s of %s, excess %s', (above, all, excess, words) => {
    expect(figure.pairsTitle('it', above, all, excess)).toBe(words);
  });

  it.each([
    [true, null, /Above it pairs are unfair under the metric\.$/],
    [
      true,
      '0.4',
      /Above it pairs of the model as it is are unfair .* only above the upper line, 0\.4 higher, is a pair shown to be unfair\.$/,
    ],
    [false, '0.4', /\(ratio 1\)\. Marks of the smoothed model are estimates from draws: only above/],
  ])(
    'the line of ratio 1 (model searched: %s, excess: %s) is unfair for answers that are no estimates',
    (ofModel, excess, words) => {
      expect(figure.pairsExplanation(ofModel, excess, null)).toMatch(words);
    },
  );
});

describe('words on columns that count most', () => {
  it.each([
    [null, 'A difference of 1 in age counts 2 times as much as one in sex, which comes next'],
    ['1', 'A difference of 1 in age counts 2 times as much as one in sex or in 1 other column, which come next'],
    ['3', 'A difference of 1 in age counts 2 times as much as one in sex or in 3 other columns, which come next'],
  ])('%s as much as the second', (alike, words) => {
    expect(figure.metricTitle('age', '2', 'sex', alike)).toBe(words);
  });

  it.each([
    [['age', 'sex'], null, false, true, 'A difference of 1 counts most in age and sex, in each of them the same'],
    [
      ['age', 'sex', 'pay'],
      null,
      false,
      false,
      'A difference of 1 counts most in age, sex and pay, in each of them about the same',
    ],
    [
      ['age', 'sex', 'pay'],
      '4',
      false,
      true,
      'A difference of 1 counts most in age, sex, pay and 4 more columns, in each of them the same',
    ],
    [
      ['age', 'sex', 'pay'],
      '1',
      false,
      true,
      'A difference of 1 counts most in age, sex, pay and 1 more column, in each of them the same',
    ],
    [['age', 'sex'], null, true, true, 'A difference of 1 counts the same in every column that counts'],
  ])('%j and %s more', (names, others, isAll, isExact, words) => {
    expect(figure.metricTie(names, others, isAll, isExact)).toBe(words);
  });
});

describe('words on what was looked at and found', () => {
  it.each([
    ['1', '1', 'The one pair kept of it'],
    ['8', '8', 'The 8 worst pairs kept of it, worst first'],
    ['10', '12', 'The 10 worst of the 12 worst pairs kept of it, worst first'],
  ])('%s listed of %s kept', (count, kept, words) => expect(search.worst(count, kept, 'it')).toBe(words));

  const far = verdict.beyond(null);

  it.each([
    ['1', '1', 'the one pair that was looked at gets answers from it that are farther apart than they are themselves'],
    [
      '1',
      '9',
      'of 9 pairs that were looked at, 1 gets answers from it that are farther apart than they are themselves',
    ],
    ['4', '9', 'of 9 pairs that were looked at, 4 get answers from it that are farther apart than they are themselves'],
    ['9', '9', 'all 9 pairs that were looked at get answers from it that are farther apart than they are themselves'],
  ])('%s of %s too far apart', (count, pairs, words) => {
    expect(verdict.violations('it', count, pairs, far)).toBe(words);
  });

  it.each([
    ['0', 'no pair of it was looked at, so nothing is known of its pairs'],
    [
      '1',
      'the one pair that was looked at gets answers from it that are not farther apart than they are themselves; that is no proof that there is none',
    ],
    [
      '9',
      'of 9 pairs that were looked at, none gets answers from it that are farther apart than they are themselves; that is no proof that there is none',
    ],
  ])('none of %s too far apart', (pairs, words) => {
    expect(verdict.none('it', pairs, far)).toBe(words);
  });

  it.each([
    [search.looked.nearest('20', '60', '5'), 'nearest rows: 20 of 60 rows, each beside its 5 nearest other rows'],
    [search.looked.nearest('60', '60', '1'), 'nearest rows: all 60 rows, each beside its nearest other row'],
    [search.looked.nearest('1', '1', '0'), 'nearest rows: there is no other row'],
    [
      search.looked.changed('60', '60', '1', 'sex'),
      'sex changed: all 60 rows, each beside a copy of itself with the other value',
    ],
    [
      search.looked.changed('1', '60', '4', 'sex'),
      'sex changed: 1 of 60 rows, beside copies of itself with up to 4 other values',
    ],
    [search.looked.changed('60', '60', '0', 'sex'), 'sex changed: no other value occurs'],
    [
      search.looked.gradient('3', '60', '12'),
      'steps uphill: 3 of 60 rows, each beside copies of itself that are moved, in up to 12 steps, to where the answer changes fastest',
    ],
    [search.looked.gradient('3', '60', '0'), 'steps uphill: none was taken'],
  ])('%s', (text, words) => {
    expect(text).toBe(words);
  });

  it.each([
    ['0', '9', 'Smoothing changes the class of none of the 9 rows.'],
    ['1', '9', 'Smoothing changes the class of 1 of 9 rows (part).'],
    ['9', '9', 'Smoothing changes the class of all 9 rows.'],
    ['0', '1', 'Smoothing does not change the class of the one row.'],
    ['1', '1', 'Smoothing changes the class of the one row.'],
  ])('%s of %s rows change', (count, all, words) => {
    expect(rows.changed(count, all, 'part', false)).toBe(words);
  });
});
