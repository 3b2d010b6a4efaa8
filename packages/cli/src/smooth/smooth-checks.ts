import { type Check, DpfairError, type Measured, type SmoothingRun } from '@dpfair/result';
import { statusBelow, statusOf } from '../audit/run-checks.js';
import { trainFaults } from '../messages/train.js';
import type { SmoothCondition, SmoothMeasure } from '../spec/smooth/smooth-condition.js';

/** Refuses conditions on groups that there are not. @throws DpfairError `usage` */
export function requireConditionGroups(
  conditions: readonly SmoothCondition<string>[],
  groups: readonly string[],
): void {
  const faults = conditions.flatMap(({ group, text }) =>
    group === null || groups.includes(group) ? [] : [trainFaults.conditionGroup(text, groups)],
  );
  if (faults.length > 0) throw new DpfairError('usage', faults);
}

/** Tests every condition on every scale, conditions first: on all rows, or on the group that it names. */
export function smoothChecks(
  conditions: readonly SmoothCondition<SmoothMeasure>[],
  runs: readonly SmoothingRun[],
): Check[] {
  return conditions.flatMap((condition) => runs.map((run) => checkOf(condition, run)));
}

function checkOf({ measure, group, text, side, limit }: SmoothCondition<SmoothMeasure>, run: SmoothingRun): Check {
  const about = group === null ? run.population : run.groups.find((one) => one.group === group);
  const nothing: Measured = { estimate: null, lower: null, upper: null };
  const exact = about?.abstained ?? null;
  const found =
    measure === 'abstained' ? { estimate: exact, lower: exact, upper: exact } : (about?.[measure].smoothed ?? nothing);
  const status = (side === '>' ? statusOf : statusBelow)(found.estimate, found.lower, found.upper, limit);
  return { id: `${text} scale ${run.metric.constant}`, status, ...found, limit };
}
