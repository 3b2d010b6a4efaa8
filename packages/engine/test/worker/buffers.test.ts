import { describe, expect, it } from 'vitest';
import { buffersOf } from '../../src/worker/buffers.js';

describe('the buffers of plain data', () => {
  it('are found in records, lists, maps, sets, views and by themselves, each once', () => {
    const [a, b, c, d, e] = [8, 16, 24, 32, 40].map((bytes) => new ArrayBuffer(bytes)) as ArrayBuffer[];
    const circle: { self?: unknown } = {};
    circle.self = circle;
    const data = {
      list: [new Float64Array(a as ArrayBuffer), new Uint8Array(a as ArrayBuffer)],
      map: new Map<unknown, unknown>([[new DataView(b as ArrayBuffer), new Float32Array(c as ArrayBuffer)]]),
      set: new Set([{ deep: new BigInt64Array(d as ArrayBuffer) }]),
      bare: e,
      rest: [1, 'text', null, undefined, true, 1n, circle],
    };
    expect(buffersOf(data)).toEqual(new Set([a, b, c, d, e]));
    expect(buffersOf(data).size).toBe(5);
    expect(buffersOf(data, { whole: true }).size).toBe(5);
  });

  it('do not include one that is only partly in view when whole ones are asked for', () => {
    const part = new Float64Array(10).subarray(2, 4);
    expect(buffersOf([part]).size).toBe(1);
    expect(buffersOf([part], { whole: true }).size).toBe(0);
  });

  it('do not include shared memory', () => {
    const shared = new SharedArrayBuffer(8);
    expect(buffersOf([shared, new Int32Array(shared)]).size).toBe(0);
  });
});
