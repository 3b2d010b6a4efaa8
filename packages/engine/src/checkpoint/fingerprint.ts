import { createHash, type Hash } from 'node:crypto';
import { messages } from '../messages.js';

/**
 * A SHA-256 of plain data, 64 hexadecimal digits: equal data have equal fingerprints whatever the order of the keys in
 * their records, and 0 and -0, a list and a set, or arrays of different number types are not equal. Node's own
 * serialization would not do: it can write equal strings and numbers in two ways.
 *
 * Takes what structured cloning takes, but no cycles, errors or regular expressions: throws DpfairError `usage` for
 * these, functions, symbols and class instances. Time is linear in the size of the data.
 *
 * @example
 * fingerprint({ epsilon: 0.1, trials: 1000 }) === fingerprint({ trials: 1000, epsilon: 0.1 }); // true
 */
export function fingerprint(data: unknown): string {
  const hash = createHash('sha256');
  feed(hash, data, 'input', new Set());
  return hash.digest('hex');
}

function feed(hash: Hash, value: unknown, path: string, above: Set<object>): void {
  switch (typeof value) {
    case 'undefined':
      return void hash.update('u;');
    case 'boolean':
      return void hash.update(value ? 't;' : 'f;');
    case 'bigint':
      return void hash.update(`i${value};`);
    case 'number':
      return void hash.update(`n${Object.is(value, -0) ? '-0' : value};`);
    case 'string':
      return void hash.update(`s${value.length};`).update(Buffer.from(value, 'utf16le'));
    case 'object':
      if (value === null) return void hash.update('0;');
      if (above.has(value)) throw messages.notComparable(path, 'a cycle');
      above.add(value);
      feedObject(hash, value, path, above);
      above.delete(value);
      return;
    default:
      throw messages.notComparable(path, typeof value);
  }
}

function feedObject(hash: Hash, value: object, path: string, above: Set<object>): void {
  const feedAll = (tag: string, children: readonly (readonly [string, unknown])[]) => {
    hash.update(`${tag}${children.length};`);
    for (const [key, child] of children) feed(hash, child, `${path}.${key}`, above);
  };
  if (ArrayBuffer.isView(value)) {
    hash.update(`${value.constructor.name}${value.byteLength};`);
    hash.update(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  } else if (value instanceof ArrayBuffer || value instanceof SharedArrayBuffer) {
    hash.update(`b${value.byteLength};`).update(new Uint8Array(value));
  } else if (Array.isArray(value)) {
    feedAll(
      'a',
      value.map((child, index) => [String(index), child] as const),
    );
  } else if (value instanceof Map) {
    feedAll(
      'm',
      [...value].flatMap(([key, child], index) => [[`key${index}`, key] as const, [`${index}`, child] as const]),
    );
  } else if (value instanceof Set) {
    feedAll(
      'e',
      [...value].map((child, index) => [String(index), child] as const),
    );
  } else if (value instanceof Date) {
    hash.update(`d${value.getTime()};`);
  } else if (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null) {
    const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
    feedAll(
      'o',
      entries.flatMap(([key, child]) => [['', key] as const, [key, child] as const]),
    );
  } else {
    throw messages.notComparable(path, value.constructor?.name ?? 'an unknown class');
  }
}
