import type { SearchSampling, SmoothingNoise, SmoothingResult, SmoothingRun } from '@dpfair/result';
import { cleanText, formatPlain, formatWhole } from '../../format/index.js';
import { details } from '../../html/details.js';
import { dataText, type Html, html } from '../../html/html.js';
import { testedMessages as common } from '../../messages/page-messages.js';
import { smoothingTestedWords as say } from '../../messages/smoothing/tested-messages.js';
import { smoothingVerdictWords } from '../../messages/smoothing/verdict-messages.js';
import {
  list,
  notesItem,
  skippedItem,
  type TestedItem,
  testedItemsSection,
  warningsItem,
} from '../../sections/tested-items.js';
import { sentence } from '../../words/index.js';
import { drawsOf, excessOf, hasLabels, headRun, metricOf, oddsOf } from '../smoothed.js';
import { changeWords } from '../words/change-words.js';
import { metricWords } from '../words/metric-words.js';
import { lookedAt } from '../words/search-words.js';

/** Groups whose sizes are listed; of more, how many there are. */
const MOST_GROUPS = 12;
/** Columns that count for nothing that are listed in the open. */
const MOST_HELD = 6;

/** Data, model, metric, noise and guarantee, what was searched, and what the numbers do not cover. */
export function smoothingTestedSection(result: SmoothingResult): Html {
  const { input, warnings, run, data, model, searches } = result;
  const head = headRun(result);
  const { label } = data;
  const items: TestedItem[] = [
    [common.data(), html`${dataText(input.path)} (${common.dataFile(input.format, formatWhole(input.rows))})`],
    ...notesItem(input.notes ?? []),
    [
      say.rows(),
      html`${say.rowsText(formatWhole(head?.population.rows ?? data.rows), formatWhole(data.rows), formatWhole(data.missing))}`,
    ],
    [say.unread(), skippedItem(input.skipped)],
    [say.label(), label === null ? html`${say.noLabel()}` : dataText(say.labelText(label, model.classes.join(', ')))],
    [say.groups(), groupsItem(result)],
    [say.model(), dataText(say.modelText(sentence(model.summary), say.sources[model.source](), model.path))],
    [say.inputs(), details(say.inputsText(formatWhole(model.columns.length)), dataText(model.columns.join(', ')))],
    ...metricItems(result),
    ...(head === null ? [] : smoothedItems(head)),
    ...(result.sampled === undefined ? [] : searchedItems(result.sampled, head !== null)),
    ...(searches.length === 0
      ? []
      : [
          [say.searches(), list([...new Set(searches.map(lookedAt))].map((text) => dataText(sentence(text))))] as const,
        ]),
    ...(result.answers === undefined
      ? []
      : [[say.answers(), html`${sentence(say.answerKinds[result.answers]())}`] as const]),
    ...warningsItem(warnings),
    [say.limits(), list(limits(result, head).map((text) => html`${text}`))],
  ];
  return testedItemsSection(items, run.interrupted ? (head === null ? say.searchStopped() : say.stopped()) : null);
}

function groupsItem({ data, runs: [first] }: SmoothingResult): Html {
  if (data.group === null) return html`${say.noGroups()}`;
  const sizes = new Map(first?.groups.map(({ group, rows }) => [group, rows]));
  const texts = data.groups.slice(0, MOST_GROUPS).map((group) => {
    const rows = sizes.get(group);
    return rows === undefined ? group : say.size(group, formatWhole(rows));
  });
  const more = data.groups.length > MOST_GROUPS ? [say.moreGroups(formatWhole(data.groups.length - MOST_GROUPS))] : [];
  return dataText(say.groupsText(data.group, [...texts, ...more].join(', ')));
}

function metricItems(result: SmoothingResult): readonly TestedItem[] {
  const metric = metricOf(result);
  if (metric === null) return [];
  const change = changeWords(metric);
  const smooths = result.runs.length > 0 || result.searches.some(({ of }) => of === 'smoothed');
  const held = metric.held.map(({ column, value }) => dataText(say.heldText(cleanText(column), formatPlain(value))));
  const scales = result.runs.map((run) => formatPlain(run.metric.constant));
  return [
    [say.metric(), html`${sentence(metricWords(metric))}`],
    ...(change === null ? [] : [[say.changes(), dataText(sentence(change))] as const]),
    ...(scales.length < 2 ? [] : [[say.scales(), html`${scales.join(', ')}`] as const]),
    ...(held.length === 0 || !smooths ? [] : [[say.held(), heldItem(held)] as const]),
  ];
}

function heldItem(held: readonly Html[]): Html {
  return held.length > MOST_HELD ? details(say.heldCount(formatWhole(held.length)), list(held)) : list(held);
}

function smoothedItems(run: SmoothingRun): readonly TestedItem[] {
  const { noise, guarantee } = run;
  const { excess, delta, scope, bound, samples } = guarantee;
  const within = smoothingVerdictWords.scopes[scope]();
  const pilot = samples.pilot === 0 ? null : formatWhole(samples.pilot);
  const text = say.guaranteeText(excessOf(excess), oddsOf(delta), within, say.bounds[bound](), drawsOf(run), pilot);
  return [noiseItem(noise), [say.guarantee(), html`${sentence(text)}`]];
}

/** Noise and draws of a search; the noise is that of the smoothed rows where there are any. */
function searchedItems(
  { noise, excess, delta, pairs, bound, samples }: SearchSampling,
  isKnown: boolean,
): readonly TestedItem[] {
  const odds = [excessOf(excess), oddsOf(delta)] as const;
  const text =
    excess >= 1 || delta >= 1
      ? say.searchedFreely(formatWhole(samples))
      : say.searchedText(...odds, formatWhole(pairs), say.bounds[bound](), formatWhole(samples));
  return [...(isKnown ? [] : [noiseItem(noise)]), [say.searchedDraws(), html`${sentence(text)}`]];
}

const noiseItem = ({ kind, sharing }: SmoothingNoise): TestedItem => [
  say.noise(),
  html`${say.noiseText(say.kinds[kind](), say.sharings[sharing]())}`,
];

function limits({ searches }: SmoothingResult, head: SmoothingRun | null): readonly string[] {
  return [
    say.reportLimit(),
    say.metricLimit(),
    ...(head === null ? [] : [say.classLimit(), say.groupLimit()]),
    ...(head !== null && hasLabels(head) ? [say.labelLimit()] : []),
    ...(searches.length === 0 ? [] : [say.searchLimit()]),
  ];
}
