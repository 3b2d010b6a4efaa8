import type { Comparison, Predicate } from './predicate.js';
import { wholeComparison } from './whole-coefficients.js';

/**
 * What is left of a question when some of its numbers are known: a question about the others, or its answer.
 *
 * @param known numbers by name, finite.
 * @example settle(parseRule('poor > 0.02 * children'), { children: 500 }) // asks poor - 10 > 0
 */
export function settle(predicate: Predicate, known: Readonly<Record<string, number>>): Predicate | boolean {
  switch (predicate.kind) {
    case 'comparison':
      return settleComparison(predicate, known);
    case 'not': {
      const inner = settle(predicate.of, known);
      return typeof inner === 'boolean' ? !inner : { kind: 'not', of: inner };
    }
    default: {
      const left = settle(predicate.left, known);
      const right = settle(predicate.right, known);
      if (typeof left === 'boolean') return joinKnown(predicate.kind, left, right);
      if (typeof right === 'boolean') return joinKnown(predicate.kind, right, left);
      return { kind: predicate.kind, left, right };
    }
  }
}

function joinKnown(kind: 'and' | 'or' | 'xor', known: boolean, other: Predicate | boolean): Predicate | boolean {
  if (kind === 'and') return known ? other : false;
  if (kind === 'or') return known ? true : other;
  if (!known) return other;
  return typeof other === 'boolean' ? !other : { kind: 'not', of: other };
}

function settleComparison(comparison: Comparison, known: Readonly<Record<string, number>>): Comparison | boolean {
  const { comparison: whole, factor } = wholeComparison(comparison);
  let sum = whole.constant;
  for (const [name, coefficient] of Object.entries(whole.coefficients)) {
    if (Object.hasOwn(known, name)) sum += coefficient * (known[name] as number);
  }
  const left = Object.entries(comparison.coefficients).filter(([name]) => !Object.hasOwn(known, name));
  if (left.length === 0) return comparison.strict ? sum > 0 : sum >= 0;
  return { ...comparison, coefficients: Object.fromEntries(left), constant: sum / factor };
}
