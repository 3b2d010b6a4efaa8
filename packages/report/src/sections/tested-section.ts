import type { AuditResult } from '@dpfair/result';
import { formatDollars, formatWhole } from '../format/index.js';
import { details } from '../html/details.js';
import { dataText, type Html, html } from '../html/html.js';
import { cellGrid, measured } from '../measure/index.js';
import { limitMessages as limit, testedMessages as say } from '../messages/page-messages.js';
import { unitView } from '../units/index.js';
import { countNoun, decisionWords, methodWords, postWords, privacyWords, sentence } from '../words/index.js';
import { normaliserLimits } from './method/normaliser-limits.js';
import {
  list,
  MOST_OPEN,
  MOST_SKIPPED,
  notesItem,
  skippedItem,
  type TestedItem,
  testedItemsSection,
  warningsItem,
} from './tested-items.js';

/** Data, noise, decision, post-processing, method and warnings, and what the numbers do not cover. */
export function testedSection(result: AuditResult): Html {
  const items: TestedItem[] = [
    [say.data(), dataItem(result)],
    ...notesItem(result.input.notes ?? []),
    [say.columns(), columnsItem(result)],
    [say.skipped(), skippedItem(result.input.skipped)],
    ...mismatchesItem(result),
    ...(result.input.where.length > 0 ? [[say.filters(), list(result.input.where.map(dataText))] as const] : []),
    ...(result.input.joined.length > 0 ? [[say.joined(), joinedItem(result)] as const] : []),
    [say.noise(), noiseItem(result)],
    [say.decision(), decisionItem(result)],
    ...(result.budgetDollars === null || !unitView(result).hasBudget
      ? []
      : [[say.budget(), html`${formatDollars(result.budgetDollars)}`] as const]),
    [say.posts(), postsItem(result)],
    [say.methods(), methodsItem(result)],
    ...warningsItem(result.warnings),
    [say.limits(), list(limits(result).map((text) => html`${text}`))],
  ];
  return testedItemsSection(items, result.run.interrupted ? interruption(result) : null);
}

/** A run that was stopped shows the trials it made, or had made none that count, or left cells out that need none. */
function interruption(result: AuditResult): string {
  const simulated = result.cells.filter(({ method }) => method === 'montecarlo');
  if (simulated.length === 0) return say.interruptedExact();
  return simulated.some(measured) ? say.interrupted() : say.interruptedBefore();
}

function dataItem(result: AuditResult): Html {
  const { path, format, rows, total } = result.input;
  const sum = total === null ? '' : say.total(formatWhole(total), countNoun(result));
  return html`${dataText(path)} (${say.dataFile(format, formatWhole(rows))}${sum})`;
}

function columnsItem(result: AuditResult): Html {
  return list(Object.entries(result.input.columns).map(([role, column]) => dataText(say.column(role, column))));
}

/** Published answers that differ from the rule, where the file holds published answers. */
function mismatchesItem({ input }: AuditResult): TestedItem[] {
  const { mismatches } = input;
  if (mismatches === undefined) return [];
  if (mismatches.length === 0) return [[say.mismatches(), html`${say.mismatchesNone()}`]];
  const lines = mismatches
    .slice(0, MOST_SKIPPED)
    .map(
      ({ line, id, flag, published, computed }) =>
        html`<li>${dataText(say.mismatch(formatWhole(line), id, flag, String(published), String(computed)))}</li>`,
    );
  const more = mismatches.length - MOST_SKIPPED;
  const rest = more > 0 ? html`<li>${say.skippedMore(formatWhole(more))}</li>` : null;
  const summary = say.mismatchesSome(formatWhole(mismatches.length));
  return [[say.mismatches(), details(summary, html`<ul>${lines}${rest}</ul>`, mismatches.length <= MOST_OPEN)]];
}

function joinedItem(result: AuditResult): Html {
  return list(
    result.input.joined.map(({ path, rows, on, unmatched }) =>
      dataText(say.joinedFile(path, formatWhole(rows), on, unmatched)),
    ),
  );
}

/** The decision in words, and the rule as it was typed. */
function decisionItem(result: AuditResult): Html {
  const rule = unitView(result).rule(result);
  return html`${decisionWords(result)}${rule === null ? null : html`: <code>${rule}</code>`}`;
}

function noiseItem(result: AuditResult): Html {
  return list(
    [...new Set(result.cells.map((cell) => sentence(privacyWords(cell.mechanism))))].map((text) => html`${text}`),
  );
}

function postsItem(result: AuditResult): Html {
  return list(
    cellGrid(result).posts.map((post) => {
      const { label, meaning } = postWords(post);
      // Seats are given to nobody of fewer than none.
      const isSeats = result.unit === 'seats' && post === 'none';
      return html`${say.post(label, isSeats ? say.noisyPopulations() : meaning)}`;
    }),
  );
}

function methodsItem(result: AuditResult): Html {
  const grid = cellGrid(result);
  const texts = grid.posts.map((post) => {
    const cells = grid.rows.flatMap((row) => row.cells.filter((cell) => cell.post === post));
    return `${postWords(post).label}: ${[...new Set(cells.map(methodWords))].join('; ')}`;
  });
  return list(texts.map((text) => html`${text}`));
}

function limits(result: AuditResult): string[] {
  const normaliser = normaliserLimits(result);
  const { decision, independence } = unitView(result).limits(result);
  return [decision, limit.expectation(), limit.truth(), independence, limit.instance(), ...normaliser];
}
