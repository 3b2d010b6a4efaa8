import { DpfairError, type Fault } from '@dpfair/result';
import { statuteFaults } from '../../messages/language-messages.js';
import { parseRule } from '../grammar/parse-rule.js';
import { namesOf } from '../predicate.js';
import { requireCounts } from './require-counts.js';
import { requireShares } from './require-shares.js';

/** The counts that the rules of a statute ask for. */
export interface StatuteCounts {
  readonly names: readonly string[];
  /** By the name of a part the wholes it lies in. */
  readonly wholes: Readonly<Record<string, readonly string[]>>;
}

/**
 * What is wrong with a rule in a rule file: it cannot be read, asks for another count, or compares a count with a share or a percentage.
 *
 * @param key where it stands in the file.
 */
export function statuteRuleFaults(rule: string, key: string, { names, wholes }: StatuteCounts): readonly Fault[] {
  try {
    const predicate = parseRule(rule);
    const unknown = namesOf(predicate).filter((name) => !names.includes(name));
    if (unknown.length > 0)
      return [statuteFaults.notAllowed(key, unknown.join(', '), `the counts ${names.join(', ')}`)];
    requireCounts(rule, predicate, names);
    requireShares(rule, predicate, wholes);
    return [];
  } catch (error) {
    if (!(error instanceof DpfairError)) throw error;
    return [statuteFaults.unreadableRule(key, error.message)];
  }
}
