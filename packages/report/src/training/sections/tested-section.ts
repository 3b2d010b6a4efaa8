import type { LearningData, TrainingResult } from '@dpfair/result';
import { formatWhole } from '../../format/index.js';
import { details } from '../../html/details.js';
import { dataText, type Html, html } from '../../html/html.js';
import { testedMessages as common } from '../../messages/page-messages.js';
import { trainingTestedWords as say } from '../../messages/training/tested-messages.js';
import {
  list,
  notesItem,
  skippedItem,
  type TestedItem,
  testedItemsSection,
  warningsItem,
} from '../../sections/tested-items.js';
import { sentence } from '../../words/index.js';
import { lossUnit } from '../words/loss-words.js';
import { modelWords } from '../words/model-words.js';
import { loggedTestedSection } from './logged-tested-section.js';
import { groupSizes, privacyItem, trainingItem } from './training-items.js';

/** Data, model, training and privacy of a private training, and what the numbers do not cover. */
export function trainingTestedSection(result: TrainingResult): Html {
  const { data } = result;
  return data === null ? loggedTestedSection(result) : testedSection({ ...result, data });
}

interface KnownResult extends TrainingResult {
  readonly data: LearningData;
}

function testedSection(result: KnownResult): Html {
  const { input, warnings, run, runs, data } = result;
  const unit = lossUnit(result);
  const items: TestedItem[] = [
    [common.data(), html`${dataText(input.path)} (${common.dataFile(input.format, formatWhole(input.rows))})`],
    ...notesItem(input.notes ?? []),
    [say.rows(), rowsItem(result)],
    ...testFileItem(result),
    [say.unread(), skippedItem(input.skipped)],
    [say.label(), labelItem(result)],
    [say.groups(), groupsItem(result)],
    [say.inputs(), details(say.inputsText(formatWhole(data.features.length)), dataText(data.features.join(', ')))],
    ...(result.model === null ? [] : [[say.model(), html`${sentence(modelWords(result.model))}`] as const]),
    ...(unit === null ? [] : [[say.loss(), html`${sentence(unit)}`] as const]),
    ...(runs.length === 0 ? [] : [[say.training(), trainingItem(result)] as const]),
    [say.beside(), html`${runs.some(({ method }) => method === 'montecarlo') ? say.besideText() : say.besideExact()}`],
    [say.privacy(), privacyItem(result)],
    ...warningsItem(warnings),
    [say.limits(), list(limits(result).map((text) => html`${text}`))],
  ];
  return testedItemsSection(items, run.interrupted ? common.interrupted() : null);
}

function rowsItem({ data: { rows } }: KnownResult): Html {
  return html`${say.rowsText(formatWhole(rows.training), formatWhole(rows.test), formatWhole(rows.missing))}`;
}

function testFileItem({ testFile, data }: KnownResult): readonly TestedItem[] {
  if (testFile === null) return [];
  return [[say.testFile(), dataText(say.testFileText(testFile.path, formatWhole(data.rows.test)))]];
}

function labelItem({ data: { label, classes } }: KnownResult): Html {
  return dataText(classes.length === 0 ? say.labelNumber(label) : say.labelClasses(label, classes.join(', ')));
}

function groupsItem({ data: { group, groupIsFeature }, runs: [first] }: KnownResult): Html {
  return dataText(`${say.groupsOf(group, groupIsFeature)}: ${groupSizes(first?.groups ?? [])}`);
}

function limits({ runs }: TrainingResult): readonly string[] {
  const repeated = runs.some(({ method }) => method === 'montecarlo');
  const sampled = runs.some(({ algorithm }) => algorithm.samplingRate !== null);
  return [
    say.reportLimit(),
    say.choicesLimit(),
    ...(sampled ? [say.normaliserLimit()] : []),
    say.dataLimit(),
    repeated ? say.randomLimit() : say.exactLimit(),
  ];
}
