import { renderHtml } from '@dpfair/report';
import type { Cell, EventOfCell } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { cellGrid } from '../../src/measure/index.js';
import { eventMessages } from '../../src/messages/events/event-messages.js';
import { eventQuestions, eventTable } from '../../src/tables/event-table.js';
import { buildCell, laplace } from '../fixtures/build-cell.js';
import { buildResult } from '../fixtures/build-result.js';
import { malformed } from '../fixtures/plain-text.js';
import { eventOf, withEvents } from '../fixtures/with-events.js';

const plain = buildCell({
  mechanism: laplace(0.1),
  post: 'clip',
  decision: 'threshold',
  method: 'exact',
  id: ['a', 'b', 'c'],
  name: ['Ash', 'Birch', '<b>Cedar</b>'],
  count: [1, 2, 3],
  truth: [1, 0, 0],
  bias: [-0.25, 0.5, 0.125],
  budgetDollars: null,
});
const event = (changes: Partial<EventOfCell>) => eventOf([0.75, 0.5, 0.625], { truth: [1, 1, 0], ...changes });
const rowOf = (cell: Cell) => cellGrid(buildResult([cell])).rows[0] as ReturnType<typeof cellGrid>['rows'][number];

describe('questions that come along', () => {
  it('are summed by true answer, with the entity whose answer is most likely to be wrong', () => {
    const simulated = event({ name: 'illiteracy', method: 'montecarlo', trials: 4000, probability: [1, 0.875, 0] });
    expect(eventTable(rowOf(withEvents(plain, [event({}), simulated]))).rows).toEqual([
      ['clipping at zero', 'five-percent', '2', '0.750', '0.625', '<b>Cedar</b> 62.5\u202f%', 'exact'],
      ['clipping at zero', 'illiteracy', '2', '0.125', '0', 'Birch 12.5\u202f%', eventMessages.simulated('4,000')],
    ]);
  });

  it('without probabilities have none, and no entity', () => {
    const unknown = event({ probability: [null, null, null] });
    expect(eventTable(rowOf(withEvents(plain, [unknown]))).rows[0]?.slice(3, 6)).toEqual([
      '\u2013',
      '\u2013',
      '\u2013',
    ]);
  });

  it('are asked once, whatever the post-processing', () => {
    const row = cellGrid(
      buildResult([withEvents(plain, [event({})]), { ...withEvents(plain, [event({})]), post: 'none' }]),
    ).rows[0];
    expect(eventQuestions(row as Parameters<typeof eventQuestions>[0])).toEqual([
      'five-percent: Is it above 5 percent?',
    ]);
  });

  it('are a section of the page where there are any, with names that stay text', async () => {
    const page = await renderHtml(buildResult([withEvents(plain, [event({})])]));
    expect(page).toContain(`<h2 id="events">${eventMessages.heading()}</h2>`);
    expect(page).toContain('Is it above 5 percent?');
    expect(page).not.toContain('<b>Cedar');
    expect(malformed(page)).toBeNull();
    expect(await renderHtml(buildResult([plain]))).not.toContain('id="events"');
  });
});
