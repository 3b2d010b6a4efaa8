/** Arrays in the memory of a kernel, all zero, one after the other. @throws RangeError when more is taken than was asked for */
export interface KernelMemory {
  float64(length: number): Float64Array;
  float32(length: number): Float32Array;
  int32(length: number): Int32Array;
  uint32(length: number): Uint32Array;
}

/** The part of `WebAssembly.Memory` that is used. */
export interface GrowingMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

const PAGE = 65_536;
/** Arrays begin at multiples of it, so that no vector of 16 bytes lies in two lines of the cache. */
const ALIGNMENT = 64;

/** What an array of so many bytes takes in the memory of a kernel. */
export function kernelBytes(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}

/** Makes room for `bytes`, once and for all: a memory that grows later would take its arrays away. */
export function kernelMemory(memory: GrowingMemory, bytes: number): KernelMemory {
  // What a module holds itself, such as tables, is in the pages that it begins with. The buffer is not looked at before the memory has
  // grown: the first buffer that is taken away slows down every typed array of the thread.
  let place = memory.grow(Math.ceil(bytes / PAGE)) * PAGE;
  const end = place + bytes;
  const { buffer } = memory;
  const take = (asked: number): number => {
    const begin = place;
    if (!(begin + asked <= end)) throw new RangeError(`kernel memory: ${asked} bytes (allowed: ${end - begin})`);
    place += kernelBytes(asked);
    return begin;
  };
  return {
    float64: (length) => new Float64Array(buffer, take(8 * length), length),
    float32: (length) => new Float32Array(buffer, take(4 * length), length),
    int32: (length) => new Int32Array(buffer, take(4 * length), length),
    uint32: (length) => new Uint32Array(buffer, take(4 * length), length),
  };
}
