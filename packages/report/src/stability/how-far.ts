import type { StabilityCell, StabilityResult } from '@dpfair/result';
import { formatWhole } from '../format/index.js';
import { stabilityProgressWords as say } from '../messages/stability/progress-messages.js';
import { labelOf } from './variants.js';

/** Whether nothing of a cell has ended: then its numbers are not undefined, they are not there yet. */
export const isWaiting = ({ fits }: StabilityCell): boolean => fits.length === 0;

/** Whether some cell has fewer repetitions than were asked for, as the run was stopped. */
export const isCutShort = ({ cells, setting }: StabilityResult): boolean =>
  cells.some(({ fits }) => fits.length < setting.repetitions);

/** Repetitions that the numbers are over: '6', or of a run that was stopped '2 to 3 of 6'; cells that have not run aside. */
export function repetitionsText({ cells, setting }: StabilityResult): string {
  const asked = formatWhole(setting.repetitions);
  const ended = cells.filter((cell) => !isWaiting(cell)).map(({ fits }) => fits.length);
  if (ended.length === 0) return cells.length === 0 ? asked : say.ofAsked(formatWhole(0), asked);
  const [fewest, most] = [Math.min(...ended), Math.max(...ended)];
  if (fewest >= setting.repetitions) return asked;
  const range = fewest === most ? formatWhole(most) : say.range(formatWhole(fewest), formatWhole(most));
  return say.ofAsked(range, asked);
}

/** How far a run that was stopped has come, and which algorithms have cells that wait: one sentence. */
export function stoppedSentence(result: StabilityResult): string {
  const repetitions = repetitionsText(result);
  const waiting = result.cells.filter(isWaiting);
  if (!isCutShort(result)) return say.stoppedInReplacing(repetitions);
  if (waiting.length === 0) return say.stopped(repetitions);
  const names = [...new Set(waiting.map((cell) => labelOf(result, cell)))].join(', ');
  const [count, all] = [formatWhole(waiting.length), formatWhole(result.cells.length)];
  if (waiting.length === result.cells.length) return say.stoppedBefore();
  return say.stoppedWaiting(count, all, names, repetitions);
}

/** Repetitions of a cell that have ended. */
export const endedText = (cell: StabilityCell, { setting }: StabilityResult): string =>
  isWaiting(cell) ? say.notRun() : say.ofAsked(formatWhole(cell.fits.length), formatWhole(setting.repetitions));
