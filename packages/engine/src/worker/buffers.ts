/**
 * Collects the buffers that plain data rests on, through arrays, records, maps and sets. With `whole` only those that a
 * view fills completely: such a buffer can be handed over instead of copied without taking anything else along.
 * Shared memory is left out, it is never handed over.
 */
export function buffersOf(data: unknown, { whole = false } = {}): Set<ArrayBuffer> {
  const buffers = new Set<ArrayBuffer>();
  const seen = new Set<object>();
  const ahead: unknown[] = [data];
  while (ahead.length > 0) {
    const value = ahead.pop();
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (value instanceof ArrayBuffer) buffers.add(value);
    else if (ArrayBuffer.isView(value)) {
      if (value.buffer instanceof ArrayBuffer && (!whole || value.byteLength === value.buffer.byteLength)) {
        buffers.add(value.buffer);
      }
    } else for (const child of childrenOf(value)) ahead.push(child);
  }
  return buffers;
}

function childrenOf(value: object): Iterable<unknown> {
  if (value instanceof Map) return [...value.keys(), ...value.values()];
  if (value instanceof Set) return value;
  return Object.values(value);
}
