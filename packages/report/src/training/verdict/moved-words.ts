import { cleanText, formatInterval, formatNumber, MISSING } from '../../format/index.js';
import { remedyMessages as table } from '../../messages/training/remedy-messages.js';
import { trainingVerdictWords as say } from '../../messages/training/verdict-messages.js';
import type { MovedGroup, WhoMoves } from '../who-moves.js';

/** Because of whom a remedy narrows the difference, to follow a sentence that says that it does. No full stop. */
export function becauseOf(moves: WhoMoves): string {
  const { most, least, alsoLose, levelsDown } = moves;
  const [first, last] = [cleanText(most.group), cleanText(least.group)];
  const others = alsoLose.length === 0 ? '' : say.alsoLose(alsoLose.map(cleanText));
  if (levelsDown) {
    const worse = most.side === 'above' ? say.losesToo(first, sizeOf(most)) : say.gainsNothing(first);
    return `${say.levelsDown(last, sizeOf(least), worse)}${others}`;
  }
  if (most.side !== 'below') return `${say.movesUnsure(first, last)}${others}`;
  const price = least.side === 'above' ? say.losesToo(last, sizeOf(least)) : null;
  return `${say.gains(first, sizeOf(most), price)}${others}`;
}

/** The same in the words of a cell. */
export function movedCell(moves: WhoMoves | null): string {
  if (moves === null || moves.most.side === 'unknown') return MISSING;
  const { most, least, alsoLose, levelsDown } = moves;
  const one = ({ group, side }: MovedGroup) => {
    if (side === 'below') return [table.gains(cleanText(group))];
    return side === 'above' ? [table.loses(cleanText(group))] : [];
  };
  const texts = [...one(most), ...one(least), ...alsoLose.map((group) => table.loses(cleanText(group)))];
  const text = texts.length === 0 ? table.notSure() : texts.join(', ');
  return levelsDown ? table.levelsDown(text) : text;
}

/** By how much more, or less, with its interval: never below 0 in the estimate. */
function sizeOf({ change: { estimate, lower, upper }, side }: MovedGroup): string {
  const turned = (value: number | null) => (value === null ? null : -value);
  return side === 'below'
    ? formatInterval(turned(estimate), turned(upper), turned(lower), formatNumber)
    : formatInterval(estimate, lower, upper, formatNumber);
}
