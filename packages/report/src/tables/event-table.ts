import type { Cell, EventOfCell } from '@dpfair/result';
import { chanceOfOther, eventCounts } from '../events/event-counts.js';
import type { TextTable } from '../figure.js';
import { cleanText, cutName, formatNumber, formatProbability, formatWhole, MISSING } from '../format/index.js';
import type { CellRow } from '../measure/index.js';
import { eventMessages as say } from '../messages/events/event-messages.js';
import { postWords } from '../words/index.js';

/** The yes-or-no questions that come along with the cells of one mechanism and budget: how many answers change, and whose. */
export function eventTable(row: CellRow): TextTable {
  const columns = [say.post(), say.event(), say.yes(), say.lose(), say.gain(), say.likeliest(), say.method()];
  const rows = row.cells.flatMap((cell) =>
    (cell.entities.events ?? []).map((event) => {
      const { yes, lose, gain } = eventCounts(event);
      const known = !event.probability.includes(null);
      return [
        postWords(cell.post).label,
        cleanText(event.name),
        formatWhole(yes),
        formatNumber(known ? lose : null),
        formatNumber(known ? gain : null),
        likeliest(cell, event),
        event.method === 'montecarlo' ? say.simulated(formatWhole(event.trials ?? 0)) : event.method,
      ];
    }),
  );
  return { columns, rows };
}

/** What each question asks, once. */
export function eventQuestions(row: CellRow): readonly string[] {
  const asked = row.cells.flatMap((cell) => cell.entities.events ?? []);
  return [...new Set(asked.map(({ name, question }) => say.question(cleanText(name), cleanText(question))))];
}

/** The entity whose answer is most likely to be wrong, with how likely. */
function likeliest({ entities }: Cell, event: EventOfCell): string {
  const { losers, gainers } = eventCounts(event);
  const chance = (index: number) => chanceOfOther(event, index) ?? 0;
  const [worst] = [...losers.slice(0, 1), ...gainers.slice(0, 1)].sort((one, other) => chance(other) - chance(one));
  if (worst === undefined) return MISSING;
  const name = cleanText(entities.name[worst] || entities.id[worst] || '');
  return `${cutName(name, 44)} ${formatProbability(chance(worst))}`;
}
