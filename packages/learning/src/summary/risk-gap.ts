import type { RiskGap } from '@dpfair/result';
import { overRepetitions } from './over-repetitions.js';

/**
 * The widest difference of excessive risk between two groups. Which groups these are is read from the means over all repetitions; the
 * interval is Student's for their difference, widened for that choice by Bonferroni's rule over all pairs.
 *
 * @param risks one list of groups a repetition; a group without rows has NaN
 */
export function riskGap(
  groupNames: readonly string[],
  risks: readonly (readonly number[])[],
  confidence: number,
): RiskGap {
  const present = groupNames.flatMap((name, a) =>
    risks.length > 0 && risks.every((groups) => Number.isFinite(groups[a])) ? [{ name, a }] : [],
  );
  const none = { estimate: null, lower: null, upper: null, most: null, least: null };
  if (risks.length === 0) return { ...none, reason: 'every training diverged' };
  if (present.length < 2) return { ...none, reason: 'fewer than two groups have rows' };
  const means = present.map(({ a }) => risks.reduce((sum, groups) => sum + (groups[a] as number), 0) / risks.length);
  const most = present[means.indexOf(Math.max(...means))] as { name: string; a: number };
  const least = present[means.indexOf(Math.min(...means))] as { name: string; a: number };
  const pairs = (present.length * (present.length - 1)) / 2;
  const { estimate, lower, upper } = overRepetitions(
    risks.map((groups) => (groups[most.a] as number) - (groups[least.a] as number)),
    1 - (1 - confidence) / pairs,
  );
  return {
    estimate,
    lower: lower === null ? null : Math.max(0, lower),
    upper,
    most: most.name,
    least: least.name,
    reason: null,
  };
}
