import { DpfairError } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { decodePart, encodePart, HEADER_BYTES } from '../../src/checkpoint/part-file.js';
import { messages } from '../../src/messages.js';

const run = 'ab'.repeat(32);
const part = { sums: Float64Array.of(0.1, -0, Number.NaN, 5e-324), rows: 3n, names: ['a'], by: new Map([[1, 'x']]) };

describe('a part file', () => {
  it('gives back the part bit for bit', () => {
    const copy = decodePart(encodePart(run, 7, part), run, 7, 'f') as typeof part;
    expect(copy).toEqual(part);
    expect(Object.is(copy.sums[1], -0)).toBe(true);
    expect(copy.sums).toBeInstanceOf(Float64Array);
  });

  it('is refused when any one of its bytes is changed', () => {
    const bytes = encodePart(run, 7, part);
    for (let at = 0; at < bytes.length; at += 1) {
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] as number) ^ 1;
      expect(() => decodePart(damaged, run, 7, 'f'), `byte ${at}`).toThrow(DpfairError);
    }
  });

  it('is refused when it is cut short anywhere or runs on', () => {
    const bytes = encodePart(run, 7, part);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(() => decodePart(bytes.subarray(0, length), run, 7, 'f'), `${length} bytes`).toThrow(DpfairError);
    }
    expect(() => decodePart(Buffer.concat([bytes, Buffer.alloc(1)]), run, 7, 'f')).toThrow('the checksum differs');
    expect(() => decodePart(bytes.subarray(0, HEADER_BYTES - 1), run, 7, 'f')).toThrow(
      messages.corruptCheckpoint('f', 'the file is cut short').message,
    );
  });

  it('is refused for another run or another shard', () => {
    const bytes = encodePart(run, 7, part);
    expect(() => decodePart(bytes, 'cd'.repeat(32), 7, 'f')).toThrow(messages.foreignCheckpoint('f').message);
    expect(() => decodePart(bytes, run, 8, 'f')).toThrow('the part of another shard');
  });
});
