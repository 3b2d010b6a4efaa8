import { DpfairError } from '@dpfair/result';
import { statuteFaults } from '../../../messages/language-messages.js';
import { parseRule } from '../../../rules/grammar/parse-rule.js';
import type { Predicate } from '../../../rules/predicate.js';
import { wholeCoefficients } from '../../../rules/whole-coefficients.js';

/** The least count with which a district of so many children is eligible. */
export type LeastCount = (children: number) => number;

/**
 * Turns a rule of eligibility into the least count that satisfies it: and is the larger of two, or the smaller. A strict comparison asks
 * for the next number up. So a trial compares each count once. Decimals are made whole first, as in the rule that is asked of eligibility.
 *
 * @param rule over `count` and `children`, such as `count >= 10 and 100 * count > 2 * children`.
 * @param key where it stands in the statute, for the message.
 * @throws DpfairError `config` when the rule uses another name, or does not rise with the count.
 */
export function leastEligibleCount(rule: string, key: string): LeastCount {
  return leastOf(wholeCoefficients(parseRule(rule)), rule, key);
}

function leastOf(predicate: Predicate, rule: string, key: string): LeastCount {
  switch (predicate.kind) {
    case 'comparison': {
      const { count = 0, children = 0, ...others } = predicate.coefficients;
      const { constant, strict } = predicate;
      if (Object.keys(others).length > 0) throw fault(key, rule, 'a rule over count and children');
      if (!(count > 0)) throw fault(key, rule, 'comparisons that become true as the count rises');
      return strict
        ? (total) => nextUp((-constant - children * total) / count)
        : (total) => (-constant - children * total) / count;
    }
    case 'and':
    case 'or': {
      const left = leastOf(predicate.left, rule, key);
      const right = leastOf(predicate.right, rule, key);
      return predicate.kind === 'and'
        ? (total) => Math.max(left(total), right(total))
        : (total) => Math.min(left(total), right(total));
    }
    default:
      throw fault(key, rule, 'comparisons joined by and, or');
  }
}

const fault = (key: string, rule: string, allowed: string): DpfairError =>
  new DpfairError('config', statuteFaults.notAllowed(key, rule, allowed));

const bits = new DataView(new ArrayBuffer(8));

/** The next double above a finite number. */
export function nextUp(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  bits.setFloat64(0, value);
  bits.setBigInt64(0, bits.getBigInt64(0) + (value > 0 ? 1n : -1n));
  return bits.getFloat64(0);
}
