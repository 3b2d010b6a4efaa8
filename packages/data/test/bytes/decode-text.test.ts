import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/bytes/decode-text.js';
import { messages } from '../../src/messages.js';
import { bytesOf } from '../bytes-of.js';
import { caught } from '../caught.js';

describe('decodeText', () => {
  it('reads UTF-8 and drops its byte order mark', () => {
    expect(decodeText(bytesOf('\ufeffDoña'), 'a.csv')).toEqual({ text: 'Doña', encoding: 'utf-8' });
    expect(decodeText(bytesOf('Doña'), 'a.csv')).toEqual({ text: 'Doña', encoding: 'utf-8' });
  });

  it('falls back to windows-1252, and says so, when the bytes are not UTF-8', () => {
    expect(decodeText(Uint8Array.of(0x44, 0x6f, 0xf1, 0x61), 'a.csv')).toEqual({
      text: 'Doña',
      encoding: 'windows-1252',
    });
  });

  it.each([
    ['utf-16le', Uint8Array.of(0xff, 0xfe, 0xf1, 0x00, 0x41, 0x00)],
    ['utf-16be', Uint8Array.of(0xfe, 0xff, 0x00, 0xf1, 0x00, 0x41)],
  ] as const)('reads %s by its byte order mark', (encoding, bytes) => {
    expect(decodeText(bytes, 'a.csv')).toEqual({ text: 'ñA', encoding });
  });

  it('takes the encoding that is insisted on', () => {
    expect(decodeText(bytesOf('ñ'), 'a.csv', 'windows-1252').text).toBe('Ã±');
    const error = caught(() => decodeText(Uint8Array.of(0xf1), 'a.csv', 'utf-8'));
    expect(error.faults).toEqual([messages.notInEncoding('a.csv', 'utf-8')]);
  });

  it('names the line of the first NUL of a binary file, whatever the line ends', () => {
    const error = caught(() => decodeText(bytesOf('a\r\nb\rc\nd\0\0'), 'a.bin'));
    expect(error.faults).toEqual([messages.binaryFile('a.bin', 4)]);
  });

  it('refuses a file of no bytes', () => {
    expect(caught(() => decodeText(new Uint8Array(), 'a.csv')).faults).toEqual([messages.emptyFile('a.csv')]);
  });

  it('refuses a file too large for one string before it decodes it', () => {
    // A view that claims to be large: 500 MB are not needed to see the refusal.
    const large = Object.defineProperty(new Uint8Array(1), 'length', { value: 500_000_001 });
    const error = caught(() => decodeText(large, 'a.csv'));
    expect(error.faults).toEqual([messages.fileTooLarge('a.csv', 500_000_001, 500_000_000)]);
  });
});
