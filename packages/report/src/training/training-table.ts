import type { GroupOutcome, Measured, TrainingResult, TrainingRun } from '@dpfair/result';
import type { TextTable } from '../figure.js';
import { cleanText, formatInterval, formatNumber, formatPercent, formatWhole } from '../format/index.js';
import { trainingWords as say } from '../messages/training/training-messages.js';
import { outcomesOf } from './training-rows.js';

/** Private trainings as a table of text, for the terminal: a row for all rows and one for each group, run by run. */
export function trainingTable({ runs }: TrainingResult): TextTable {
  return {
    columns: say.columns(),
    rows: runs.flatMap((run) => outcomesOf(run).map((outcome) => rowOf(run, outcome))),
  };
}

function rowOf(run: TrainingRun, outcome: GroupOutcome): readonly string[] {
  const { rows, small, accuracy, loss, excessiveRisk, gap, clipping, noise, path, remainder } = outcome;
  const group = outcome === run.population ? say.all() : cleanText(outcome.group);
  return [
    cleanText(run.id),
    small ? say.small(group, formatWhole(rows.training)) : group,
    formatWhole(rows.training),
    formatPercent(accuracy.nonPrivate.estimate),
    formatPercent(accuracy.private.estimate),
    formatNumber(loss.nonPrivate.estimate),
    formatNumber(loss.private.estimate),
    ...[excessiveRisk, gap, clipping, noise, path, remainder].map(withInterval),
  ];
}

const withInterval = ({ estimate, lower, upper }: Measured) => formatInterval(estimate, lower, upper, formatNumber);
