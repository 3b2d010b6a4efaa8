import type { TrainingResult } from '@dpfair/result';
import { cleanText, formatWhole } from '../../format/index.js';
import { details } from '../../html/details.js';
import { dataText, type Html, html } from '../../html/html.js';
import { testedMessages as common, pageMessages as page } from '../../messages/page-messages.js';
import { trainingTestedWords as say } from '../../messages/training/tested-messages.js';
import { list, notesItem, skippedItem, warningsItem } from '../../sections/tested-items.js';
import { sentence } from '../../words/index.js';
import { algorithmWords } from '../words/algorithm-words.js';
import { modelWords } from '../words/model-words.js';
import { guaranteeWords, runLabels } from '../words/run-words.js';

/** Up to this many trainings that differ are listed in the open. */
const MOST_OPEN = 3;
/** Groups whose sizes are listed; of more, how many there are. */
const MOST_GROUPS = 12;

/** Data, model, training and privacy of a private training, and what the numbers do not cover. */
export function trainingTestedSection(result: TrainingResult): Html {
  const { input, warnings, run, runs, data } = result;
  const items: (readonly [string, Html])[] = [
    [common.data(), html`${dataText(input.path)} (${common.dataFile(input.format, formatWhole(input.rows))})`],
    ...notesItem(input.notes ?? []),
    [say.rows(), rowsItem(result)],
    ...testFileItem(result),
    [say.unread(), skippedItem(input.skipped)],
    [say.label(), labelItem(result)],
    [say.groups(), groupsItem(result)],
    [say.inputs(), details(say.inputsText(formatWhole(data.features.length)), dataText(data.features.join(', ')))],
    [say.model(), html`${sentence(modelWords(result.model))}`],
    ...(runs.length === 0 ? [] : [[say.training(), trainingItem(result)] as const]),
    [say.beside(), html`${runs.some(({ method }) => method === 'montecarlo') ? say.besideText() : say.besideExact()}`],
    [say.privacy(), privacyItem(result)],
    ...(warnings.length > 0 ? [[common.warnings(), warningsItem(warnings)] as const] : []),
    [say.limits(), list(limits(result).map((text) => html`${text}`))],
  ];
  const rows = items.map(([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>\n`);
  return html`<section aria-labelledby="tested"><h2 id="tested">${page.tested()}</h2>
${run.interrupted ? html`<p><strong>${common.interrupted()}</strong></p>` : null}<dl>
${rows}</dl></section>`;
}

function rowsItem({ data: { rows } }: TrainingResult): Html {
  return html`${say.rowsText(formatWhole(rows.training), formatWhole(rows.test), formatWhole(rows.missing))}`;
}

function testFileItem({ testFile, data }: TrainingResult): readonly (readonly [string, Html])[] {
  if (testFile === null) return [];
  return [[say.testFile(), dataText(say.testFileText(testFile.path, formatWhole(data.rows.test)))]];
}

function labelItem({ data: { label, classes } }: TrainingResult): Html {
  return dataText(classes.length === 0 ? say.labelNumber(label) : say.labelClasses(label, classes.join(', ')));
}

function groupsItem({ data: { group, groupIsFeature }, runs: [first] }: TrainingResult): Html {
  const groups = first?.groups ?? [];
  const sizes = groups.slice(0, MOST_GROUPS).map(({ group: name, rows }) => say.size(name, formatWhole(rows.training)));
  const more = groups.length > MOST_GROUPS ? [say.moreGroups(formatWhole(groups.length - MOST_GROUPS))] : [];
  return dataText(`${say.groupsOf(group, groupIsFeature)}: ${[...sizes, ...more].join(', ')}`);
}

/** What the trainings have in common in one list; where they differ, each under its name. */
function trainingItem({ runs }: TrainingResult): Html {
  const texts = runs.map(algorithmWords);
  const shared = (texts[0] ?? []).filter((text) => texts.every((list) => list.includes(text)));
  const labels = runLabels(runs);
  const own = texts.flatMap((list, k) => {
    const rest = list.filter((text) => !shared.includes(text));
    return rest.length === 0 ? [] : [html`${say.privacyOf(sentence(labels[k] as string), rest.join('; '))}`];
  });
  const common = shared.map((text) => html`${sentence(text)}`);
  if (own.length <= MOST_OPEN) return list([...common, ...own]);
  return html`${list(common)}${details(say.differ(formatWhole(own.length)), list(own))}`;
}

/** What is guaranteed, each guarantee once; what is not private is named. */
function privacyItem({ runs }: TrainingResult): Html {
  const labels = runLabels(runs);
  const texts = runs.map((run, k) => {
    const guarantee = cleanText(guaranteeWords(run));
    return sentence(run.privacy.private ? guarantee : say.privacyOf(labels[k] as string, guarantee));
  });
  return list([...new Set(texts)].map((text) => html`${text}`));
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
