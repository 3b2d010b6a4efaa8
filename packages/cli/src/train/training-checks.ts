import { type Check, DpfairError, type Measured, type TrainingRun } from '@dpfair/result';
import { statusOf } from '../audit/run-checks.js';
import { runName, trainFaults } from '../messages/train.js';
import type { TrainingCondition } from '../spec/train/training-condition.js';

/** Refuses conditions on groups that there are not. @throws DpfairError `usage` */
export function requireGroups(conditions: readonly TrainingCondition[], groups: readonly string[]): void {
  const faults = conditions.flatMap(({ group, text }) =>
    group === null || groups.includes(group) ? [] : [trainFaults.conditionGroup(text, groups)],
  );
  if (faults.length > 0) throw new DpfairError('usage', faults);
}

/** Tests every condition on every run, conditions first; one on the risk of each group is a check a group. */
export function trainingChecks(conditions: readonly TrainingCondition[], runs: readonly TrainingRun[]): Check[] {
  return conditions.flatMap((condition) => runs.flatMap((run) => checksOf(condition, run)));
}

function checksOf({ measure, group, text, limit }: TrainingCondition, run: TrainingRun): readonly Check[] {
  const check = (id: string, { estimate, lower, upper }: Measured): Check => ({
    id: `${text} ${id}`,
    status: statusOf(estimate, lower, upper, limit),
    estimate,
    lower,
    upper,
    limit,
  });
  if (measure === 'gap') return [check(runName(run), run.gap)];
  return run.groups
    .filter((one) => group === null || one.group === group)
    .map((one) => check(`${runName(run)}: ${one.group}`, one.excessiveRisk));
}
