import { nearNames } from './tables/near-names.js';

/** Most names a message lists. */
const LISTED_NAMES = 12;

/** Longest value, and longest name of a column, that a message repeats in full. */
const LONGEST_VALUE = 60;
const LONGEST_NAME = 120;

/** A value as a message repeats it: on one line, and cut when long. */
export function shown(text: string, longest = LONGEST_VALUE): string {
  const line = text.replace(/\p{Cc}/gu, ' ');
  return line.length > longest ? `${line.slice(0, longest)}...` : line;
}

/** Names as a message lists them: the first twelve, and how many more. */
export function listed(names: readonly string[]): string {
  const rest = names.length - LISTED_NAMES;
  return `${names.slice(0, LISTED_NAMES).map(shownName).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** What may have been meant by a name that is not known, as the end of a message; empty where nothing is near. */
export function suggestion(name: string, known: readonly string[]): string {
  const near = nearNames(name, known);
  return near.length === 0 ? '' : `; did you mean ${near.map(shownName).join(' or ')}?`;
}

function shownName(name: string): string {
  return shown(name, LONGEST_NAME);
}
