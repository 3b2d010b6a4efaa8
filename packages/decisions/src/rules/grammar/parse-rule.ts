import { ruleFault } from '../../messages.js';
import type { Comparison, LinearForm, Predicate } from '../predicate.js';
import { constantForm, countForm, isConstant, isUsable } from './linear-form.js';
import { addQuotients, overConstant, type Quotient, sameSign, timesConstant, undivided } from './quotient.js';
import { type Token, tokensOf } from './tokens.js';

/** What a part of a rule is: a sum of counts, a quotient of two such sums, or a question. */
type Part =
  | { readonly is: 'sum'; readonly value: Quotient }
  | { readonly is: 'ratio'; readonly above: Quotient; readonly below: Quotient }
  | { readonly is: 'question'; readonly predicate: Predicate };

/** Longest rule that is read. */
const LONGEST_RULE = 2_000;

/** Deepest nesting of parentheses, `not` and signs: deeper than people write, and no stack that overflows. */
const DEEPEST_NESTING = 100;

/**
 * Reads a rule over named counts, such as `lep > 0.05 * citizens or lep > 10000`.
 *
 * From loose to tight: `or`, `xor`, `and`, `not`; `>` `>=` `<` `<=` (once); `+` `-`; `*` `/` (by numbers); parentheses, at most 100
 * of them, of `not` and of signs inside one another. A ratio of counts may stand on one side of a comparison with a number:
 * `lep / citizens > 0.05` means `lep > 0.05 * citizens`, which is the same where the denominator is positive; at 0 / 0 `>` and `<` are
 * false, `>=` and `<=` true. A denominator is a sum of counts and numbers, which true counts never make negative: others are refused.
 *
 * @throws DpfairError `usage` that names the column of the rule at which it cannot be read.
 * @example parseRule('lep >= 10').kind // 'comparison'
 */
export function parseRule(rule: string): Predicate {
  if (rule.length > LONGEST_RULE)
    throw ruleFault(rule.slice(0, 40), LONGEST_RULE, 'more', `${LONGEST_RULE} characters`);
  const tokens = tokensOf(rule);
  let at = 0;
  let depth = 0;

  const peek = () => tokens[at] as Token;
  const take = (...texts: readonly string[]): Token | null => {
    const token = peek();
    if (token.kind === 'end' || !texts.includes(token.text)) return null;
    at += 1;
    return token;
  };
  const refuse = (token: Token, allowed: string) => ruleFault(rule, token.column, token.text, allowed);

  /** What stands inside a parenthesis, `not` or a sign at this token. */
  const inside = (token: Token, read: () => Part): Part => {
    if (depth >= DEEPEST_NESTING)
      throw refuse(token, `up to ${DEEPEST_NESTING} parentheses, not and - inside one another`);
    depth += 1;
    const part = read();
    depth -= 1;
    return part;
  };

  const question = (part: Part, token: Token): Predicate => {
    if (part.is !== 'question') throw refuse(token, 'a comparison such as lep > 10');
    return part.predicate;
  };
  const sum = (part: Part, token: Token): Quotient => {
    if (part.is === 'question') throw refuse(token, 'a sum of counts, not a question');
    if (part.is === 'ratio') throw refuse(token, 'a ratio of counts on one side of a comparison with a number');
    return part.value;
  };

  /** One level of words that join questions. */
  const joined = (kind: 'or' | 'xor' | 'and', tighter: () => Part) => (): Part => {
    const start = peek();
    let left = tighter();
    for (let word = take(kind); word !== null; word = take(kind)) {
      const after = peek();
      left = {
        is: 'question',
        predicate: { kind, left: question(left, start), right: question(tighter(), after) },
      };
    }
    return left;
  };

  const negation = (): Part => {
    const word = take('not');
    if (word === null) return comparison();
    const start = peek();
    return { is: 'question', predicate: { kind: 'not', of: question(inside(word, negation), start) } };
  };

  const comparison = (): Part => {
    const start = peek();
    const left = addition();
    const sign = take('>', '>=', '<', '<=');
    if (sign === null) return left;
    const after = peek();
    const right = addition();
    const again = peek();
    if (['>', '>=', '<', '<='].includes(again.text)) throw refuse(again, 'one comparison; join two with and');
    const [larger, smaller] = sign.text.startsWith('>') ? ([left, right] as const) : ([right, left] as const);
    const [largerAt, smallerAt] = sign.text.startsWith('>') ? ([start, after] as const) : ([after, start] as const);
    const difference = differenceOf(larger, smaller, largerAt, smallerAt);
    if (isConstant(difference)) throw refuse(start, 'a comparison with at least one count');
    if (!isUsable(difference)) throw refuse(start, 'numbers of ordinary size: a factor or a constant is out of range');
    return { is: 'question', predicate: comparisonOf(difference, sign.text) };
  };

  /** A form with the sign of larger - smaller, with a ratio multiplied out. */
  const differenceOf = (larger: Part, smaller: Part, largerAt: Token, smallerAt: Token): LinearForm => {
    if (larger.is === 'ratio' && smaller.is === 'sum' && isConstant(smaller.value.form)) {
      return sameSign(addQuotients(larger.above, timesConstant(larger.below, smaller.value), -1));
    }
    if (smaller.is === 'ratio' && larger.is === 'sum' && isConstant(larger.value.form)) {
      return sameSign(addQuotients(timesConstant(smaller.below, larger.value), smaller.above, -1));
    }
    return sameSign(addQuotients(sum(larger, largerAt), sum(smaller, smallerAt), -1));
  };

  const addition = (): Part => {
    const start = peek();
    let left = product();
    for (let sign = take('+', '-'); sign !== null; sign = take('+', '-')) {
      const after = peek();
      const value = addQuotients(sum(left, start), sum(product(), after), sign.text === '+' ? 1 : -1);
      left = { is: 'sum', value };
    }
    return left;
  };

  const product = (): Part => {
    const start = peek();
    let left = factor();
    for (let sign = take('*', '/'); sign !== null; sign = take('*', '/')) {
      const after = peek();
      const right = sum(factor(), after);
      left = sign.text === '*' ? multiply(sum(left, start), right, after) : divide(sum(left, start), right, after);
    }
    return left;
  };

  const multiply = (left: Quotient, right: Quotient, token: Token): Part => {
    if (isConstant(right.form)) return { is: 'sum', value: timesConstant(left, right) };
    if (isConstant(left.form)) return { is: 'sum', value: timesConstant(right, left) };
    throw refuse(token, 'a number: counts cannot be multiplied');
  };

  const divide = (left: Quotient, right: Quotient, token: Token): Part => {
    const { coefficients, constant } = right.form;
    if (!isConstant(right.form)) {
      if ([...Object.values(coefficients), constant].some((part) => part < 0))
        throw refuse(token, 'a denominator of counts and numbers that are added');
      return { is: 'ratio', above: left, below: right };
    }
    if (constant === 0) throw refuse(token, 'a number other than 0');
    return { is: 'sum', value: overConstant(left, right) };
  };

  const factor = (): Part => {
    const token = peek();
    at += 1;
    if (token.kind === 'number') return { is: 'sum', value: undivided(constantForm(requireFinite(token))) };
    if (token.kind === 'name') return { is: 'sum', value: undivided(countForm(token.text)) };
    if (token.text === '-') {
      const start = peek();
      return { is: 'sum', value: timesConstant(sum(inside(token, factor), start), undivided(constantForm(-1))) };
    }
    if (token.text !== '(') throw refuse(token, 'a count, a number or an opening parenthesis');
    const part = inside(token, disjunction);
    if (take(')') === null) throw refuse(peek(), 'a closing parenthesis');
    return part;
  };

  const requireFinite = (token: Token): number => {
    const value = Number(token.text);
    if (!Number.isFinite(value)) throw refuse(token, 'a finite number');
    return value;
  };

  const disjunction = joined('or', joined('xor', joined('and', negation)));
  const whole = question(disjunction(), tokens[0] as Token);
  if (peek().kind !== 'end') throw refuse(peek(), 'the end of the rule, or and, or, xor');
  return whole;
}

function comparisonOf(difference: LinearForm, sign: string): Comparison {
  return { kind: 'comparison', ...difference, strict: !sign.endsWith('=') };
}
