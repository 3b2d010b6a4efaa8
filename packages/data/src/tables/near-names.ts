/** How many names a message suggests. */
const SUGGESTED = 3;

/**
 * The names a mistyped one may have meant, nearest first, at most three: those within a third of its length in single-letter
 * edits (Levenshtein, case ignored; two edits for short ones, and fewer than it has letters), and those that contain it.
 *
 * @example
 * nearNames('wieght', ['id', 'weight', 'count']); // ['weight']
 */
export function nearNames(wanted: string, names: readonly string[]): string[] {
  const key = wanted.toLowerCase();
  const reach = Math.min(Math.max(2, Math.floor(key.length / 3)), key.length - 1);
  return [...new Set(names)]
    .map((name) => ({ name, distance: distanceTo(name.toLowerCase(), key, reach) }))
    .filter(({ distance }) => distance <= reach)
    .sort((left, right) => left.distance - right.distance)
    .slice(0, SUGGESTED)
    .map(({ name }) => name);
}

function distanceTo(name: string, key: string, reach: number): number {
  if (key.length > 2 && name.includes(key)) return 1;
  // Edits cannot be fewer than the difference in length: no need to count them.
  return Math.abs(name.length - key.length) > reach ? reach + 1 : editDistance(name, key);
}

/** Fewest insertions, deletions and replacements of one character that turn `left` into `right` (Levenshtein 1966). */
export function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const replaced = (previous[column - 1] as number) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] as number) + 1, (current[column - 1] as number) + 1));
    }
    previous = current;
  }
  return previous[right.length] as number;
}
