import { describe, expect, it } from 'vitest';
import {
  choice,
  choices,
  flag,
  names,
  number,
  numbers,
  pairs,
  splitAtEquals,
  switches,
  text,
  texts,
  valuePairs,
  weightPairs,
} from '../../../src/options/reading/values.js';

describe('numbers', () => {
  it.each([
    ['0.1', [0.1]],
    ['0.1,0.01, 1e-3', [0.1, 0.01, 0.001]],
    [
      [0.1, '2'],
      [0.1, 2],
    ],
    ['.5', [0.5]],
  ])('reads %j', (raw, value) => {
    expect(numbers({ above: 0 })(raw)).toEqual({ value });
  });

  it('takes whole numbers of a YAML file, which come as big integers', () => {
    expect(numbers({ above: 0 })([5n, 0.5])).toEqual({ value: [5, 0.5] });
  });

  it.each(['', '0', '-1', '0.1,', '0.1,0.1', '1e400', 'NaN', 'Infinity', '0x10', '1_000', 'a', true, null])(
    'refuses %j where a number above 0 is wanted',
    (raw) => {
      expect(numbers({ above: 0 })(raw)).toEqual({
        allowed: 'a number above 0, or several different ones separated by commas',
      });
    },
  );
});

describe('number', () => {
  it('refuses an option that is given twice', () => {
    expect(number()(['1', '2'])).toEqual({ allowed: 'a number, given once' });
  });

  it('keeps to its bounds, the upper one excluded', () => {
    const share = number({ above: 0, below: 1 });
    expect(share('0.999')).toEqual({ value: 0.999 });
    expect(share('1')).toEqual({ allowed: 'a number above 0 and below 1, given once' });
    expect(share('0')).toHaveProperty('allowed');
  });

  it('refuses fractions, and whole numbers too large to be exact, where a whole number is wanted', () => {
    const trials = number({ atLeast: 4, whole: true });
    expect(trials('2e4')).toEqual({ value: 20_000 });
    for (const raw of ['4.5', '3', '9007199254740993']) {
      expect(trials(raw)).toEqual({ allowed: 'a whole number of at least 4, given once' });
    }
  });
});

describe('names', () => {
  it('a choice is one name of the list, in its own case', () => {
    expect(choice(['auto', 'exact'])('exact')).toEqual({ value: 'exact' });
    expect(choice(['auto', 'exact'])('Exact')).toEqual({ allowed: 'one of auto, exact' });
  });

  it('choices keep their order and refuse a repetition', () => {
    expect(choices(['a', 'b'])('b,a')).toEqual({ value: ['b', 'a'] });
    expect(choices(['a', 'b'])(['b', 'a'])).toEqual({ value: ['b', 'a'] });
    expect(choices(['a', 'b'])('a,a')).toHaveProperty('allowed');
    expect(choices(['a', 'b'])('a,c')).toEqual({ allowed: 'one or more of a, b, separated by commas, each once' });
    expect(choices(['a', 'b'])([])).toHaveProperty('allowed');
    expect(choices(['a', 'b'], { atLeast: 0 })([])).toEqual({ value: [] });
    expect(choices(['a', 'b'], { atLeast: 0 })('')).toHaveProperty('allowed');
  });
});

describe('text', () => {
  it('keeps commas and the digits of a large number', () => {
    expect(text('a,b')).toEqual({ value: 'a,b' });
    expect(text(18446744073709551615n)).toEqual({ value: '18446744073709551615' });
    expect(texts(['a,b', 'c'])).toEqual({ value: ['a,b', 'c'] });
  });

  it('refuses nothing, and a mapping', () => {
    for (const raw of ['', ' ', { a: 1 }, true]) expect(text(raw)).toHaveProperty('allowed');
    expect(texts(['a', ''])).toHaveProperty('allowed');
  });

  it('a flag is true or false, not a word', () => {
    expect(flag(true)).toEqual({ value: true });
    expect(flag('yes')).toEqual({ allowed: 'true or false' });
  });
});

describe('pairs', () => {
  it('are split at the first equals sign', () => {
    expect(pairs(['count=poor', 'name=a=b'])).toEqual({ value: { count: 'poor', name: 'a=b' } });
    expect(splitAtEquals(' State Postal Code = postal ')).toEqual(['State Postal Code', 'postal']);
  });

  it('are a mapping in a spec file', () => {
    expect(pairs({ count: 'poor', id: 7n })).toEqual({ value: { count: 'poor', id: '7' } });
  });

  it.each([['count'], ['=poor'], ['count='], [['count=a', 'count=b']], [{ count: '' }], [{ count: ['a'] }]])(
    'refuse %j',
    (raw) => {
      expect(pairs(raw)).toEqual({ allowed: 'role=column, each role once' });
    },
  );

  it('refuse what is no pair in words of their option', () => {
    expect(valuePairs('flat')).toEqual({ allowed: 'COLUMN=VALUE, each column once' });
    expect(weightPairs('kaas')).toEqual({ allowed: 'ALGORITHM=NUMBER, each algorithm once' });
    expect(valuePairs('housing=flat')).toEqual(pairs('housing=flat'));
  });

  it('may name a role like a property of every object', () => {
    expect(pairs(['__proto__=x', 'constructor=y'])).toHaveProperty('value');
    expect(Object.getPrototypeOf((pairs('__proto__=x') as { value: object }).value)).toBe(Object.prototype);
  });
});

describe('names and switches', () => {
  it('names are separated by commas, or listed in a spec, each once', () => {
    expect(names('a, b')).toEqual({ value: ['a', 'b'] });
    expect(names(['a', 'b'])).toEqual({ value: ['a', 'b'] });
    expect(names([])).toEqual({ value: [] });
    for (const raw of ['', 'a,,b', 'a,a', true, ['a', ''], ['a', 'a']]) expect(names(raw)).toHaveProperty('allowed');
  });

  it('a name with a comma stands in double quotes, and in the list of a spec it stands as it is', () => {
    expect(names('sex, "income, net",b')).toEqual({ value: ['sex', 'income, net', 'b'] });
    expect(names(['sex', 'income, net'])).toEqual({ value: ['sex', 'income, net'] });
  });

  it('switches are on or off; true or false in a spec file', () => {
    expect(switches(['a=on', 'b=off'])).toEqual({ value: { a: true, b: false } });
    expect(switches({ a: true, b: 'off' })).toEqual({ value: { a: true, b: false } });
    for (const raw of [['a=yes'], ['a'], { a: 1 }, ['a=on', 'a=off']]) expect(switches(raw)).toHaveProperty('allowed');
  });
});
