import { describe, expect, it } from 'vitest';
import { tokensOf } from '../../../src/rules/grammar/tokens.js';

const texts = (rule: string) => tokensOf(rule).map(({ kind, text, column }) => [kind, text, column]);

describe('tokens of a rule', () => {
  it('say what they are and where they start, from 1', () => {
    expect(texts('a1_b >=.5*(X-2)')).toEqual([
      ['name', 'a1_b', 1],
      ['sign', '>=', 6],
      ['number', '.5', 8],
      ['sign', '*', 10],
      ['sign', '(', 11],
      ['name', 'X', 12],
      ['sign', '-', 13],
      ['number', '2', 14],
      ['sign', ')', 15],
      ['end', 'the end', 16],
    ]);
  });

  it('numbers have digits, a point and an exponent, each as it is usual', () => {
    for (const number of ['5', '5.', '5.25', '.25', '1e3', '1E+3', '2.5e-10', '.5E2', '0012']) {
      expect(texts(number)[0]).toEqual(['number', number, 1]);
    }
    expect(texts('1e')).toEqual([
      ['number', '1', 1],
      ['name', 'e', 2],
      ['end', 'the end', 3],
    ]);
  });

  it('words are and, or, xor, not in any case; what only begins like one is a name', () => {
    for (const word of ['and', 'OR', 'Xor', 'nOt']) expect(texts(word)[0]).toEqual(['word', word.toLowerCase(), 1]);
    for (const name of ['andy', 'orange', '_not', 'xor1', 'AND_']) expect(texts(name)[0]).toEqual(['name', name, 1]);
  });

  it('blanks of every kind separate, and count as columns', () => {
    expect(texts('  a\t<\n b  ')).toEqual([
      ['name', 'a', 3],
      ['sign', '<', 5],
      ['name', 'b', 8],
      ['end', 'the end', 11],
    ]);
    expect(texts('')).toEqual([['end', 'the end', 1]]);
    expect(texts(' ')).toEqual([['end', 'the end', 2]]);
  });

  it('every sign is one token, the longer ones first', () => {
    expect(texts('>=<=<>+-*/()').map(([, text]) => text)).toEqual([
      '>=',
      '<=',
      '<',
      '>',
      '+',
      '-',
      '*',
      '/',
      '(',
      ')',
      'the end',
    ]);
  });

  it('a character that no rule has is named with its column and what there is', () => {
    expect(() => tokensOf('x > $5')).toThrow(
      'rule "x > $5", column 5: $ (allowed: names, numbers, and or xor not, < > <= >= + - * / ( ))',
    );
    expect(() => tokensOf('é')).toThrow(/column 1: é/);
  });
});
