const UNSAFE = /[\p{Cc}\p{Bidi_Control}\p{Surrogate}\u{feff}\u{fffe}\u{ffff}]/gu;

/**
 * Makes text from a data file fit for display: control characters, bidirectional overrides and lone surrogates become
 * U+FFFD, so that a name can neither break the file nor reorder the words around it. It is not an HTML escape.
 */
export function cleanText(text: string): string {
  return text.replace(UNSAFE, '\ufffd');
}

/**
 * Cuts a long name in the middle: 'Los Angeles…School District'. A quotation mark that loses its partner goes too.
 *
 * @param longest characters kept, the ellipsis included; at least 3
 */
export function cutName(name: string, longest = 24): string {
  const characters = [...cleanText(name)];
  if (characters.length <= longest) return characters.join('');
  const head = Math.ceil((longest - 1) / 2);
  const tail = longest - 1 - head;
  const [start, end] = [characters.slice(0, head), characters.slice(characters.length - tail)];
  return `${withoutOpenQuote(start, start.lastIndexOf('"')).trimEnd()}\u2026${withoutOpenQuote(end, end.indexOf('"')).trimStart()}`;
}

/** A part of a name without the quotation mark at `place` where its partner was cut off. */
function withoutOpenQuote(part: readonly string[], place: number): string {
  const open = part.filter((character) => character === '"').length % 2 === 1;
  return part.filter((_, index) => !open || index !== place).join('');
}
