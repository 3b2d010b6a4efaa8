import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/checkpoint/fingerprint.js';
import { messages } from '../../src/messages.js';

const plainData = fc.anything({ withMap: true, withSet: true, withTypedArray: true, withBigInt: true, withDate: true });

describe('fingerprint', () => {
  it('is 64 hexadecimal digits', () => {
    expect(fingerprint({ a: [1] })).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is the same for a copy', () => {
    fc.assert(fc.property(plainData, (data) => fingerprint(structuredClone(data)) === fingerprint(data)));
  });

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), plainData), (record) => {
        const reversed = Object.fromEntries(Object.entries(record).reverse());
        return fingerprint(reversed) === fingerprint({ ...record });
      }),
    );
  });

  it('does not depend on how a number or text is held in memory', () => {
    const wide = 'abc\u{1F600}'.slice(0, 3);
    const half = [0.5, 1.5].map((value) => value * 2);
    expect(fingerprint([wide, half[0]])).toBe(fingerprint(['abc', 1]));
  });

  it('tells different data apart', () => {
    const different: unknown[] = [
      ...[undefined, null, false, true, 0, -0, 1, 1n, Number.NaN, Number.POSITIVE_INFINITY, '', '0', '1', 'NaN'],
      ...[
        '\ud800',
        '\udfff',
        'ab',
        ['a', 'b'],
        ['ab', ''],
        ['', 'ab'],
        ['a', '\u7300x'],
        ['as', 'x'],
        [],
        [[]],
        [[], []],
        [undefined],
        {},
      ],
      ...[{ a: 1 }, { a: undefined }, { a: { b: 1 } }, { a: {}, b: 1 }, { b: 1 }, ['a', 1], [['a', 1]]],
      ...[new Map(), new Map([['a', 1]]), new Map([[1, 'a']]), new Set(), new Set(['a', 1]), new Set([1, 'a'])],
      ...[new Float64Array(1), new Float64Array([-0]), new Float32Array(2), new Float32Array(1), new Uint8Array(8)],
      ...[new ArrayBuffer(8), new Int8Array(8), new DataView(new ArrayBuffer(8)), new Date(0), new Date(1)],
      ...[[1, [2, 3]], [1, 2, 3], [[1, 2], 3], 0.1 + 0.2, 0.3, Number.MIN_VALUE],
    ];
    const prints = different.map(fingerprint);
    const clashes = prints.flatMap((print, at) => (prints.indexOf(print) === at ? [] : [different[at]]));
    expect(clashes).toEqual([]);
  });

  it('sees only the viewed part of a buffer', () => {
    expect(fingerprint(Float64Array.of(1, 2, 3).subarray(1, 2))).toBe(fingerprint(Float64Array.of(2)));
  });

  it('takes one object in two places, but no cycle', () => {
    const shared = { a: 1 };
    expect(fingerprint([shared, shared])).toBe(fingerprint([{ a: 1 }, { a: 1 }]));
    const cycle: { inner: { back?: unknown } } = { inner: {} };
    cycle.inner.back = cycle;
    expect(() => fingerprint(cycle)).toThrow(messages.notComparable('input.inner.back', 'a cycle').message);
  });

  it.each([
    [() => 0, 'function'],
    [Symbol('s'), 'symbol'],
    [/x/, 'RegExp'],
    [new Error('e'), 'Error'],
    [new (class Matrix {})(), 'Matrix'],
  ])('refuses %o, which is no plain data', (value, kind) => {
    expect(() => fingerprint({ list: [value] })).toThrow(messages.notComparable('input.list.0', kind).message);
  });
});
