import type { TrainingResult } from '@dpfair/result';
import { formatWhole } from '../../format/index.js';
import { dataText, type Html, html } from '../../html/html.js';
import { trainingTestedWords as say } from '../../messages/training/tested-messages.js';
import { list, type TestedItem, testedItemsSection, warningsItem } from '../../sections/tested-items.js';
import { outcomesOf } from '../runs.js';
import { groupSizes, privacyItem, trainingItem } from './training-items.js';

/** What the logs of a training say, and, plainly, what they do not. */
export function loggedTestedSection(result: TrainingResult): Html {
  const { logs = [], runs, warnings } = result;
  const items: TestedItem[] = [
    [say.logs(), list(logs.map(({ path, rows }) => dataText(say.logText(path, formatWhole(rows)))))],
    ...stepsItem(result),
    [say.groups(), dataText(groupSizes(runs[0]?.groups ?? []))],
    [say.training(), trainingItem(result)],
    [say.unknown(), list(unknowns(result).map((text) => html`${text}`))],
    [say.privacy(), privacyItem(result)],
    ...warningsItem(warnings),
    [say.limits(), list(limits(logs.length > 1).map((text) => html`${text}`))],
  ];
  return testedItemsSection(items, null);
}

/** The last element of a path is the end, which is not logged. */
function stepsItem({ runs: [run] }: TrainingResult): readonly TestedItem[] {
  const step = run?.path?.step ?? [];
  if (step.length === 0) return [];
  return [[say.steps(), html`${say.stepsText(formatWhole(step.length - 1), formatWhole(step.at(-1) ?? null))}`]];
}

function unknowns({ runs }: TrainingResult): readonly string[] {
  const start = runs[0]?.path?.step[0] ?? 0;
  const withoutTwin = runs.some((run) => outcomesOf(run).some(({ excessiveRisk }) => excessiveRisk.estimate === null));
  return [
    ...(withoutTwin ? [say.unknownTwin()] : []),
    say.unknownSplit(),
    ...(start === 0 ? [] : [say.unknownStart(formatWhole(start))]),
    say.unknownEnd(),
    say.unknownData(),
    say.unknownTraining(),
    say.unknownTest(),
  ];
}

function limits(repeated: boolean): readonly string[] {
  return [
    say.trustLimit(),
    say.reportLimit(),
    say.choicesLimit(),
    say.dataLimit(),
    ...(repeated ? [say.randomLimit()] : []),
  ];
}
