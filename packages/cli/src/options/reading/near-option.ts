import { nearNames } from '@dpfair/data';

/** Up to so many letters, names within two edits of one another have little in common: `png` and `on`, `data` and `delta`. */
const SHORT = 4;

/**
 * The option that a mistyped one was probably meant to be; undefined when none is near. A short name must be a part of the
 * option, or differ from it in one letter or in the order of its letters.
 *
 * @param typed what was typed, without dashes
 * @param known names of options
 * @example nearOption('epsilonn', ['epsilon', 'on']) // 'epsilon'
 */
export function nearOption(typed: string, known: readonly string[]): string | undefined {
  const key = typed.toLowerCase();
  return nearNames(key, known).find(
    (name) => key.length > SHORT || name.includes(key) || areOneLetterApart(name, key) || sorted(name) === sorted(key),
  );
}

/** Whether one letter was left out, put in or replaced. */
function areOneLetterApart(left: string, right: string): boolean {
  const shorter = Math.min(left.length, right.length);
  let start = 0;
  while (start < shorter && left[start] === right[start]) start++;
  let end = 0;
  while (end < shorter - start && left.at(-1 - end) === right.at(-1 - end)) end++;
  return Math.max(left.length, right.length) - start - end <= 1;
}

function sorted(name: string): string {
  return [...name].sort().join('');
}
