import type { Cell, EventOfCell } from '@dpfair/result';
import type { TextTable } from '../figure.js';
import { cleanText, cutName, formatNumber, formatProbability, formatWhole, MISSING } from '../format/index.js';
import type { CellRow } from '../measure/index.js';
import { eventMessages as say } from '../messages/event-messages.js';
import { postWords } from '../words/index.js';

/** The yes-or-no questions that come along with the cells of one mechanism and budget: how many answers change, and whose. */
export function eventTable(row: CellRow): TextTable {
  const columns = [say.post(), say.event(), say.yes(), say.lose(), say.gain(), say.likeliest(), say.method()];
  const rows = row.cells.flatMap((cell) =>
    (cell.entities.events ?? []).map((event) => [
      postWords(cell.post).label,
      cleanText(event.name),
      formatWhole(event.truth.filter((truth) => truth === 1).length),
      formatNumber(expectedWrong(event, 1)),
      formatNumber(expectedWrong(event, 0)),
      likeliest(cell, event),
      event.method === 'montecarlo' ? say.simulated(formatWhole(event.trials ?? 0)) : event.method,
    ]),
  );
  return { columns, rows };
}

/** What each question asks, once. */
export function eventQuestions(row: CellRow): readonly string[] {
  const asked = row.cells.flatMap((cell) => cell.entities.events ?? []);
  return [...new Set(asked.map(({ name, question }) => say.question(cleanText(name), cleanText(question))))];
}

/** Expected number of wrong answers among the entities with this true answer; null without probabilities. */
function expectedWrong({ truth, probability }: EventOfCell, answer: 0 | 1): number | null {
  let sum = 0;
  for (const [index, outcome] of truth.entries()) {
    if (outcome !== answer) continue;
    const yes = probability[index] ?? null;
    if (yes === null) return null;
    sum += Math.abs(yes - outcome);
  }
  return sum;
}

/** The entity whose answer is most likely to be wrong, with how likely. */
function likeliest({ entities }: Cell, { truth, probability }: EventOfCell): string {
  let [worst, most] = [-1, 0];
  for (const [index, outcome] of truth.entries()) {
    const wrong = Math.abs((probability[index] ?? outcome) - outcome);
    if (wrong > most) [worst, most] = [index, wrong];
  }
  if (worst === -1) return MISSING;
  return `${cutName(cleanText(entities.name[worst] || entities.id[worst] || ''), 44)} ${formatProbability(most)}`;
}
