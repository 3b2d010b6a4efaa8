import { type AuditResult, resultSchema } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { chanceOfOther, eventCounts } from '../../src/events/event-counts.js';
import { eventSentence, eventTable } from '../../src/events/event-table.js';
import { renderHtml } from '../../src/index.js';
import { districts } from '../fixtures/districts.js';
import { eventOf, withEvents } from '../fixtures/with-events.js';

const none = districts(12);
const truth = [1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0];
const probability = [1, 1, 0.999, 0.99, 0.98, 0.75, 0.5, 1, 0, 0, 0.25, null];
const asked = { name: 'eligible for "basic" grants', question: 'Are there <b>10</b> children?' };
const event = eventOf(probability, { ...asked, truth });

const withEvent = (result: AuditResult): AuditResult => ({
  ...result,
  cells: result.cells.map((cell) => withEvents(cell, [event])),
});
const result = withEvent(none);

describe('yes-or-no questions that come along with a decision', () => {
  it('are a valid part of a result, and nowhere on a page that has none', async () => {
    expect(() => resultSchema.parse(result)).not.toThrow();
    expect([eventTable(none), eventSentence(none)]).toEqual([null, null]);
    expect(await renderHtml(none)).not.toContain('id="events"');
  });

  it('count who may lose a yes, and who is expected to', () => {
    const { yes, lose, mayLose, gain, losers, gainers } = eventCounts(event);
    expect([yes, mayLose, losers, gainers]).toEqual([8, 3, [6, 5, 4, 3, 2], [10]]);
    // .001 + .01 + .02 + .25 + .5, and .25.
    expect(lose).toBeCloseTo(0.781, 12);
    expect(gain).toBe(0.25);
  });

  it('an unknown probability is nobody that changes', () => {
    expect(chanceOfOther(event, 11)).toBeNull();
    expect(chanceOfOther(event, 10)).toBe(0.25);
    expect(chanceOfOther(event, 5)).toBe(0.25);
  });

  it('have a row for each cell and a sentence for the one that the page opens with', () => {
    const table = eventTable(result);
    expect(table?.rows.length).toBe(result.cells.length);
    expect(table?.rows[0]?.slice(2, 7)).toEqual(['eligible for "basic" grants', '8', '0.781', '3', '0.250']);
    expect(eventSentence(result)).toMatch(
      /with .*: eligible for "basic" grants, 3 of 8 have a chance of more than 1 % to lose it, 0\.781 are expected to\.$/,
    );
  });

  it('name those whose answer is least sure, and nothing of the data is markup', async () => {
    const page = await renderHtml(result);
    expect(page).toContain('id="event-1-losers"');
    expect(page).toContain('id="event-1-gainers"');
    expect(page).not.toContain('<b>10</b>');
    const sure = { ...event, probability: truth };
    const still = {
      ...result,
      cells: result.cells.map((cell) => ({ ...cell, entities: { ...cell.entities, events: [sure] } })),
    };
    expect(await renderHtml(still)).toContain('No answer can change by more than one in a million.');
    expect(eventTable(still)?.rows[0]?.slice(3, 8)).toEqual(['8', '0', '0', '0', '–']);
  });
});
