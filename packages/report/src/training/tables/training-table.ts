import type { GroupOutcome, TrainingResult, TrainingRun } from '@dpfair/result';
import type { TextTable } from '../../figure.js';
import { cleanText, formatNumber } from '../../format/index.js';
import { trainingTableWords as say } from '../../messages/training/table-messages.js';
import { outcomesOf, plainRuns, someClip } from '../runs.js';
import { runLabels } from '../words/run-words.js';
import { costColumns, type OutcomeColumn, shortLogColumns } from './outcome-columns.js';

/**
 * Private trainings as a table of text, for the terminal: a row for all rows and one for each group, run by run. The excessive risk and what
 * is tested have their intervals; those of the other numbers are on the page.
 */
export function trainingTable({ runs, data }: TrainingResult): TextTable {
  const plain = plainRuns(runs);
  const shown = plain.length > 0 ? plain : runs;
  const columns = data === null ? shortLogColumns : shortColumns(data.classes.length > 0, someClip(shown));
  const labels = runLabels(shown);
  return {
    columns: [say.run(), say.group(), ...columns.map(({ head }) => head)],
    rows: shown.flatMap((run, k) =>
      outcomesOf(run).map((outcome) => [
        labels[k] as string,
        groupName(run, outcome),
        ...columns.map(({ of }) => of(outcome)),
      ]),
    ),
  };
}

/** The first columns of the page, parts without intervals, and accuracy or test error. */
function shortColumns(withClasses: boolean, withParts: boolean): readonly OutcomeColumn[] {
  const columns = costColumns(withClasses, false);
  const pick = (...heads: readonly string[]) => columns.filter(({ head }) => heads.includes(head));
  return [
    ...pick(say.rows(), say.risk()),
    ...(withParts
      ? [
          { head: say.clippingPart(), of: ({ clippingPart }: GroupOutcome) => formatNumber(clippingPart.estimate) },
          { head: say.noisePart(), of: ({ noisePart }: GroupOutcome) => formatNumber(noisePart.estimate) },
        ]
      : []),
    ...pick(say.accuracyWithout(), say.accuracyWith(), say.errorWithout(), say.errorWith()),
  ];
}

/** The name of a group, with a dagger where it has few rows; all rows have a name of ours. */
export function groupName(run: TrainingRun, outcome: GroupOutcome): string {
  const name = outcome === run.population ? say.all() : cleanText(outcome.group);
  return outcome.small ? `${name} \u2020` : name;
}
