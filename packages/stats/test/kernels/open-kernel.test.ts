import { describe, expect, it } from 'vitest';
import { kernelBytes, openKernel } from '../../src/index.js';

/** `export function sum(at: usize, n: i32): f64`, two at a time, by AssemblyScript 0.28. */
const base64 =
  'AGFzbQEAAAABBwFgAn9/AXwDAgEABQMBAAAHEAIDc3VtAAAGbWVtb3J5AgAKOgE4AgF/AXsDQCABIAJKBEAgAyAAIAJBA3Rq/QAEAP3wASEDIAJBAmohAgwBCwsgA/0hACAD/SEBoAs=';
interface Functions {
  sum(at: number, n: number): number;
}

describe('a kernel', () => {
  it('reads the arrays that were taken from its memory', () => {
    const { functions, memory } = openKernel<Functions>(base64, kernelBytes(24) + kernelBytes(80_000));
    memory.float64(3).set([1, 2, 3]);
    const values = memory.float64(10_000);
    for (let k = 0; k < values.length; k++) values[k] = k + 1;
    expect(functions.sum(values.byteOffset, 10_000)).toBe(50_005_000);
    expect(functions.sum(values.byteOffset, 0)).toBe(0);
    expect(() => memory.float64(1)).toThrow('kernel memory: 8 bytes (allowed: 0)');
  });

  it('sees what is written into its arrays, and nothing of another kernel', () => {
    const opened = [1, 2].map(() => openKernel<Functions>(base64, kernelBytes(16)));
    const arrays = opened.map(({ memory }) => memory.float64(2));
    arrays[0]?.set([1, 2]);
    expect(opened.map(({ functions }, k) => functions.sum(arrays[k]?.byteOffset ?? 0, 2))).toEqual([3, 0]);
  });

  it('has arrays of every kind, zero, apart, and at places where vectors do not cross lines of the cache', () => {
    const { memory } = openKernel<Functions>(base64, 4 * kernelBytes(20));
    const arrays = [memory.int32(5), memory.uint32(5), memory.float32(5), memory.float64(2)];
    expect(arrays.map((array) => array.byteOffset)).toEqual([0, 64, 128, 192]);
    expect(arrays.flatMap((array) => [...array])).toEqual(Array(17).fill(0));
  });

  it('that is no WebAssembly, or of a kind that is not known, is refused in words', () => {
    expect(() => openKernel(btoa('\0asm\x02\0\0\0'), 0)).toThrow(/WebAssembly with SIMD is not available/);
  });
});
