const UNSAFE = /[\p{Cc}\p{Bidi_Control}\p{Surrogate}\u{feff}\u{fffe}\u{ffff}]/gu;

/**
 * Makes text from a data file fit for display: control characters, bidirectional overrides and lone surrogates become
 * U+FFFD, so that a name can neither break the file nor reorder the words around it. It is not an HTML escape.
 */
export function cleanText(text: string): string {
  return text.replace(UNSAFE, '\ufffd');
}

/**
 * Cuts a long name: what stands in brackets first ('Del Norte County, California - American Indian (…)'), then in the middle
 * ('Los Angeles…School District'). A quotation mark that loses its partner goes too.
 *
 * @param longest characters kept, the ellipsis included; at least 3
 */
export function cutName(name: string, longest = 24): string {
  const whole = cleanText(name);
  if ([...whole].length <= longest) return whole;
  const bare = whole.replace(/\([^()]*\)/g, '(\u2026)');
  const characters = [...bare];
  if (characters.length <= longest) return bare;
  const tail = tailOf(bare, longest) ?? Math.floor((longest - 1) / 2);
  const head = longest - 1 - tail;
  const [start, end] = [characters.slice(0, head), characters.slice(characters.length - tail)];
  return `${withoutOpenQuote(start, start.lastIndexOf('"')).trimEnd()}\u2026${withoutOpenQuote(end, end.indexOf('"')).trimStart()}`;
}

/** Characters from the first comma on of `Place, State - Language`, where they leave room for the beginning of the place. */
function tailOf(name: string, longest: number): number | null {
  const [tail] = /, [^,]* - .*$/u.exec(name) ?? [];
  const length = tail === undefined ? 0 : [...tail].length;
  return length > 0 && length <= longest - SHORTEST - 1 ? length : null;
}

/** Fewest characters of a place that still name it. */
const SHORTEST = 6;

/** A part of a name without the quotation mark at `place` where its partner was cut off. */
function withoutOpenQuote(part: readonly string[], place: number): string {
  const open = part.filter((character) => character === '"').length % 2 === 1;
  return part.filter((_, index) => !open || index !== place).join('');
}
