import { renderHtml } from '@dpfair/report';
import type { Cell } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { answerGroupMessages, answerSummaryMessages, answerWhoMessages } from '../src/messages/answer-messages.js';
import { answerDefinitions, definitions } from '../src/messages/method-messages.js';
import { answers } from './fixtures/answers.js';
import { buildCell } from './fixtures/build-cell.js';
import { hostileNames } from './fixtures/hostile.js';
import { malformed, runningText } from './fixtures/plain-text.js';

/** Drawn once. */
let drawn: Promise<string> | null = null;
const answersPage = (): Promise<string> => {
  drawn ??= renderHtml(answers());
  return drawn;
};

const withoutData = (page: string) => page.replace(/href="data:[^"]*"/g, '');

describe('the page of a yes-or-no rule', () => {
  it('never speaks of money or of shares of a whole, also with a budget', async () => {
    const text = runningText(withoutData(await renderHtml(answers(60, { budgetDollars: 1e9 }))));
    expect(text).not.toMatch(/\$|dollar|cost of privacy|% of the (?:total|whole|budget)|gains most|loses most/i);
    expect(text).toContain('percentage points');
  });

  it('has its groups, net, in a section of their own, also with one post-processing and one budget', async () => {
    const one = answers();
    const page = withoutData(await renderHtml({ ...one, cells: one.cells.slice(0, 1) }));
    const section = page.slice(page.indexOf('<section aria-labelledby="groups">'));
    for (const group of ['State 1', 'State 2', 'State 3', 'State 4'])
      expect(section).toContain(`<th scope="row">${group}`);
    expect(section).toContain(answerGroupMessages.note());
    expect(section).toContain(answerGroupMessages.net());
  });

  it('shows the rule as it was typed, escaped', async () => {
    const page = withoutData(await answersPage());
    expect(page).toContain('<code>lep &gt; 0.05 * citizens</code>');
    expect(page).not.toContain('in proportion to weight times count');
    const hostile = answers().cells.map((cell) => ({
      ...cell,
      pipeline: cell.pipeline.map((stage) => ({ ...stage, parameters: { rule: hostileNames[0] } })),
    }));
    const other = await renderHtml({ ...answers(), cells: hostile });
    expect(malformed(other)).toBeNull();
    expect(other).not.toContain('<script');
  });

  it('defines its words and says that groups are net', async () => {
    const page = await answersPage();
    for (const { title } of Object.values(answerDefinitions)) expect(page).toContain(`<h3>${title}</h3>`);
    expect(page).not.toContain(`<h3>${definitions.bias.title}</h3>`);
    expect(page).toContain(answerGroupMessages.note());
  });

  it('marks no best of a row whose numbers read alike', async () => {
    const result = answers();
    const fewer = result.cells.map((cell, index) => (index % 2 === 0 ? cell : shrunk(cell, 1e-6)));
    expect(await renderHtml({ ...result, cells: fewer })).not.toContain('\u2605 ');
    const half = result.cells.map((cell, index) => (index % 2 === 0 ? cell : shrunk(cell, 0.5)));
    expect((await renderHtml({ ...result, cells: half })).match(/\u2605 /g)).toHaveLength(2 * 3);
  });

  it('does not call impossible what a simulation has not shown', async () => {
    const result = answers(30);
    const calm = result.cells.map((cell) => {
      const { count, id, name, truth } = cell.entities;
      const parts = {
        decision: 'threshold',
        method: 'montecarlo' as const,
        id,
        name,
        count,
        truth,
        budgetDollars: null,
      };
      return buildCell({
        ...parts,
        mechanism: cell.mechanism,
        post: cell.post,
        bias: id.map(() => 0),
        group: id.map(() => 'All'),
      });
    });
    const text = runningText(withoutData(await renderHtml({ ...result, cells: calm })));
    expect(text).toContain(answerSummaryMessages.noLoser(true));
    expect(text).toContain(answerWhoMessages.nobody());
    expect(text).toContain(answerGroupMessages.losing(true));
    expect(text).not.toContain('none loses');
  });

  it('offers probabilities to download', async () => {
    const page = await answersPage();
    const address = /download="probabilities\.csv" href="data:text\/csv;charset=utf-8,([^"]*)"/.exec(page)?.[1] ?? '';
    expect(decodeURIComponent(address)).toContain('"yes: epsilon 0.01, clip"');
  });
});

/** The same cell with all biases smaller by a part. */
function shrunk(cell: Cell, part: number): Cell {
  const less = (value: number | null) => (value === null ? null : value * (1 - part));
  const { alpha, entities } = cell;
  return {
    ...cell,
    alpha: { ...alpha, estimate: less(alpha.estimate), lower: less(alpha.lower), upper: less(alpha.upper) },
    entities: { ...entities, bias: entities.bias.map(less) },
  };
}
