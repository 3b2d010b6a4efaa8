import { shareAboveWhole } from '../../messages.js';
import { comparisonsOf, type Predicate } from '../predicate.js';
import { writeComparison } from '../write-comparison.js';

/**
 * Refuses a comparison of a part with more than its whole, such as `lep >= 6 * citizens`: a percentage where a fraction is meant. No true
 * counts decide it.
 *
 * @param wholes by the name of a part the wholes it lies in.
 * @throws DpfairError `usage`.
 */
export function requireShares(
  rule: string,
  predicate: Predicate,
  wholes: Readonly<Record<string, readonly string[]>>,
): void {
  for (const comparison of comparisonsOf(predicate)) {
    const { coefficients, constant } = comparison;
    const names = Object.keys(coefficients);
    const part = names.find((name) => names.some((other) => wholesOf(wholes, name).includes(other)));
    const whole = names.find((name) => name !== part);
    if (names.length !== 2 || part === undefined || whole === undefined) continue;
    const [ofPart, ofWhole] = [coefficients[part], coefficients[whole]] as [number, number];
    const share = -ofWhole / ofPart;
    if (share > 1 && constant / ofPart <= 0)
      throw shareAboveWhole(rule, writeComparison(comparison), part, whole, share);
  }
}

const wholesOf = (wholes: Readonly<Record<string, readonly string[]>>, name: string): readonly string[] =>
  Object.hasOwn(wholes, name) ? (wholes[name] as readonly string[]) : [];
