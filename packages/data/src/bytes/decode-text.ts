import { DpfairError } from '@dpfair/result';
import { messages } from '../messages.js';
import { decodeWindows1252 } from './windows-1252.js';

/** How the bytes of a file were read as characters. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

// In every runtime we support, but in none of the ES libraries the compiler is given.
declare const TextDecoder: new (label: string, options: { fatal: boolean }) => { decode(bytes: Uint8Array): string };

/** Largest file that is read in one piece: a string in V8 holds 2^29 - 24 characters. */
const MOST_BYTES = 500_000_000;

/** Text of a file, and how it was decoded. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/**
 * Bytes to text: UTF-8 with or without a byte order mark, UTF-16 with one, else windows-1252 (the Latin-1 of agencies).
 * The byte order mark is not part of the text.
 *
 * @param bytes the whole file
 * @param file its name, for messages
 * @param encoding the encoding to insist on; found from the bytes when left out
 * @throws DpfairError `input` for a file that is empty, too large, binary (holds a NUL), or not in the encoding insisted on
 * @example
 * decodeText(new Uint8Array([0x44, 0x6f, 0xf1, 0x61]), 'names.csv'); // { text: 'Doña', encoding: 'windows-1252' }
 */
export function decodeText(bytes: Uint8Array, file: string, encoding?: TextEncoding): DecodedText {
  if (bytes.length === 0) throw new DpfairError('input', messages.emptyFile(file));
  if (bytes.length > MOST_BYTES) throw new DpfairError('input', messages.fileTooLarge(file, bytes.length, MOST_BYTES));
  const decoded = encoding === undefined ? detect(bytes) : insist(bytes, file, encoding);
  const nul = decoded.text.indexOf('\0');
  if (nul >= 0) throw new DpfairError('input', messages.binaryFile(file, lineAt(decoded.text, nul)));
  return decoded;
}

function detect(bytes: Uint8Array): DecodedText {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  const text = decode(bytes, marked);
  return text === null ? { text: decodeWindows1252(bytes), encoding: 'windows-1252' } : { text, encoding: marked };
}

function insist(bytes: Uint8Array, file: string, encoding: TextEncoding): DecodedText {
  const text = encoding === 'windows-1252' ? decodeWindows1252(bytes) : decode(bytes, encoding);
  if (text === null) throw new DpfairError('input', messages.notInEncoding(file, encoding));
  return { text, encoding };
}

function decode(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split(/\r\n?|\n/).length;
}
