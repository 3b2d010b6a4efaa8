import { cleanText, formatInterval, formatNumber, formatWhole, MISSING } from '../../format/index.js';
import { remedyMessages as table } from '../../messages/training/remedy-messages.js';
import { trainingVerdictWords as say } from '../../messages/training/verdict-messages.js';
import type { MovedGroup, WhoMoves } from '../who-moves.js';

/** Groups of a side that are named in a cell. */
const MOST_NAMED = 3;

/** Because of whom a remedy narrows the difference, to follow a sentence that says that it does. No full stop. */
export function becauseOf(moves: WhoMoves): string {
  const { most, least, lose, levelsDown } = moves;
  const alsoLose = lose.filter((group) => group !== most.group && group !== least.group);
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
  const { gain, lose, groups, levelsDown } = moves;
  const text = gain.length + lose.length === 0 ? table.notSure() : movedText(gain, lose, groups);
  return levelsDown ? table.levelsDown(text) : text;
}

/** Names of each side; all groups by one word, where there are several. */
function movedText(gain: readonly string[], lose: readonly string[], groups: number): string {
  if (groups > 2 && gain.length === groups) return table.allGain();
  if (groups > 2 && lose.length === groups) return table.allLose();
  return [
    ...(gain.length === 0 ? [] : [table.gains(namesOf(gain), gain.length)]),
    ...(lose.length === 0 ? [] : [table.loses(namesOf(lose), lose.length)]),
  ].join('; ');
}

const namesOf = (groups: readonly string[]) => [
  ...groups.slice(0, MOST_NAMED).map(cleanText),
  ...(groups.length > MOST_NAMED ? [table.more(formatWhole(groups.length - MOST_NAMED))] : []),
];

/** By how much more, or less, with its interval: never below 0 in the estimate. */
function sizeOf({ change: { estimate, lower, upper }, side }: MovedGroup): string {
  const turned = (value: number | null) => (value === null ? null : -value);
  return side === 'below'
    ? formatInterval(turned(estimate), turned(upper), turned(lower), formatNumber)
    : formatInterval(estimate, lower, upper, formatNumber);
}
