import { expect, it } from 'vitest';
import { decodeWindows1252 } from '../../src/bytes/windows-1252.js';

// Typed from the table of the WHATWG Encoding Standard (index-windows-1252), bytes 0x80 to 0x9F.
const standard = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

it('windows-1252 has the characters of the WHATWG table at 0x80 to 0x9F and Latin-1 elsewhere', () => {
  const all = decodeWindows1252(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  expect(all.slice(0x80, 0xa0)).toBe(standard);
  for (const byte of [...Array(0x80).keys(), ...Array.from({ length: 0x60 }, (_, at) => at + 0xa0)]) {
    expect(all.charCodeAt(byte)).toBe(byte);
  }
});

it('windows-1252 keeps one character a byte across the pieces it is decoded in', () => {
  const bytes = Uint8Array.from({ length: 20_001 }, (_, at) => (at % 2 === 0 ? 0x80 : 0x41));
  expect(decodeWindows1252(bytes)).toBe(`${'€A'.repeat(10_000)}€`);
});
