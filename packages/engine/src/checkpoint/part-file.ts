import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { messages } from '../messages.js';

// Layout: magic, fingerprint of the run (32), index of the shard (4, big endian), SHA-256 of the payload (32), then
// the payload, serialized by V8. The fields before the checksum are compared with what they must be.
const MAGIC = Buffer.from('dpfair-part-1\n', 'latin1');
const INDEX_AT = MAGIC.length + 32;
const SUM_AT = INDEX_AT + 4;

/** Bytes of a part file before its payload. */
export const HEADER_BYTES = SUM_AT + 32;

/** The bytes of a part file. `run` is the fingerprint of the run, 64 hexadecimal digits. */
export function encodePart(run: string, index: number, part: unknown): Buffer {
  const head = Buffer.alloc(SUM_AT);
  MAGIC.copy(head);
  head.write(run, MAGIC.length, 'hex');
  head.writeUInt32BE(index, INDEX_AT);
  const payload = serialize(part);
  return Buffer.concat([head, checksum(payload), payload]);
}

/** Throws DpfairError `input` unless the bytes begin the part file of this run and shard; `file` is for the message. */
export function checkHeader(bytes: Buffer, run: string, index: number, file: string): void {
  if (bytes.length < HEADER_BYTES) throw messages.corruptCheckpoint(file, 'the file is cut short');
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) throw messages.corruptCheckpoint(file, 'not a checkpoint file');
  if (bytes.toString('hex', MAGIC.length, INDEX_AT) !== run) throw messages.foreignCheckpoint(file);
  if (bytes.readUInt32BE(INDEX_AT) !== index) throw messages.corruptCheckpoint(file, 'the part of another shard');
}

/** The part in a part file. Throws DpfairError `input` unless every byte is as it was written for this run and shard. */
export function decodePart(bytes: Buffer, run: string, index: number, file: string): unknown {
  checkHeader(bytes, run, index, file);
  const payload = bytes.subarray(HEADER_BYTES);
  if (!bytes.subarray(SUM_AT, HEADER_BYTES).equals(checksum(payload))) {
    throw messages.corruptCheckpoint(file, 'the checksum differs');
  }
  try {
    return deserialize(payload);
  } catch (cause) {
    throw messages.corruptCheckpoint(file, 'written by a newer Node', cause);
  }
}

function checksum(payload: Buffer): Buffer {
  return createHash('sha256').update(payload).digest();
}
