import type { StabilityCell, StabilityResult } from '@dpfair/result';
import { formatWhole } from '../format/index.js';
import { stabilityProgressWords as say } from '../messages/stability/progress-messages.js';
import { sentence } from '../words/index.js';
import { labelOf } from './variants.js';

/** Whether nothing of a cell has ended: then its numbers are not undefined, they are not there yet. */
export const isWaiting = ({ fits }: StabilityCell): boolean => fits.length === 0;

/** Whether some cell has fewer repetitions than were asked for, as the run was stopped. */
export const isCutShort = ({ cells, setting }: StabilityResult): boolean =>
  cells.some(({ fits }) => fits.length < setting.repetitions);

/** Repetitions that the numbers are over: '6', or of a run that was stopped '2 to 3 of 6'. */
export function repetitionsText(result: StabilityResult): string {
  const asked = formatWhole(result.setting.repetitions);
  if (!isCutShort(result)) return asked;
  const ended = result.cells.map(({ fits }) => fits.length).filter((count) => count > 0);
  if (ended.length === 0) return say.ofAsked(formatWhole(0), asked);
  const [fewest, most] = [Math.min(...ended), Math.max(...ended)];
  const range = fewest === most ? formatWhole(most) : say.range(formatWhole(fewest), formatWhole(most));
  return say.ofAsked(range, asked);
}

/** How far a run that was stopped has come, and which algorithms have cells that wait: one sentence. */
export function stoppedSentence(result: StabilityResult): string {
  const waiting = result.cells.filter(isWaiting);
  const ended = say.stopped(repetitionsText(result));
  if (waiting.length === 0) return sentence(ended);
  const names = [...new Set(waiting.map((cell) => labelOf(result, cell)))].join(', ');
  const count = say.waiting(formatWhole(waiting.length), formatWhole(result.cells.length), names);
  return sentence(`${ended}; ${count}`);
}

/** Repetitions of a cell that have ended. */
export const endedText = (cell: StabilityCell, { setting }: StabilityResult): string =>
  isWaiting(cell) ? say.notRun() : say.ofAsked(formatWhole(cell.fits.length), formatWhole(setting.repetitions));
