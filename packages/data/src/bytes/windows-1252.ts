/** Code points of the bytes 0x80 to 0x9F in windows-1252; the other bytes are their own code point (WHATWG Encoding). */
const upperControls = [
  0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d, 0x017d,
  0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,
  0x017e, 0x0178,
];

/** Characters converted by one call: a call takes only so many arguments. */
const CHUNK = 8192;

/**
 * Decodes Latin-1 as agencies write it: windows-1252, one character a byte, never an error.
 * A table of our own, because runtimes disagree on 0x80 to 0x9F under the label "latin1".
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += CHUNK) {
    const codes = new Uint16Array(bytes.subarray(start, start + CHUNK));
    for (let at = 0; at < codes.length; at++) {
      const code = codes[at] as number;
      if (code >= 0x80 && code < 0xa0) codes[at] = upperControls[code - 0x80] as number;
    }
    // Not a spread: it would walk the codes through an iterator, three times as slow.
    parts.push(String.fromCharCode.apply(null, codes as unknown as number[]));
  }
  return parts.join('');
}
