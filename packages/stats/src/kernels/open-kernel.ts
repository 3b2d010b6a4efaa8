import { type GrowingMemory, type KernelMemory, kernelMemory } from './kernel-memory.js';

/** A kernel at work. */
export interface OpenKernel<Functions> {
  /** Take places of arrays in `memory` as bytes: `array.byteOffset`. They check nothing. */
  readonly functions: Functions;
  /** Where the arrays are that the functions read and write. */
  readonly memory: KernelMemory;
}

// What is used of WebAssembly, which is there in Node, in its worker threads and in browsers.
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: Readonly<Record<string, unknown>> };
};
declare const atob: (base64: string) => string;

const compiled = new Map<string, object>();

/**
 * Opens a WebAssembly kernel with a memory of its own, which is given back with the last reference to it. The module is compiled once a
 * thread, at once; a kernel with a little memory opens in some ten microseconds.
 *
 * @param base64 the bytes of the module: `base64` of what `npm run build` makes of a file in `kernels/`
 * @param bytes how much is to be taken from its memory, each array rounded up by `kernelBytes`
 * @throws RangeError where there is no WebAssembly with SIMD, or not so much memory
 * @example
 * const onlyMemory = 'AGFzbQEAAAAFAwEAAQcKAQZtZW1vcnkCAA==';
 * const { memory } = openKernel(onlyMemory, kernelBytes(8 * 100));
 * memory.float64(100).length // 100
 */
export function openKernel<Functions>(base64: string, bytes: number): OpenKernel<Functions> {
  let module = compiled.get(base64);
  if (module === undefined) {
    module = compile(base64);
    compiled.set(base64, module);
  }
  const { memory, ...functions } = new WebAssembly.Instance(module).exports;
  return { functions: functions as Functions, memory: kernelMemory(memory as GrowingMemory, bytes) };
}

function compile(base64: string): object {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  try {
    return new WebAssembly.Module(bytes);
  } catch (error) {
    throw new RangeError('kernel: WebAssembly with SIMD is not available (Node 16 and browsers of 2023 have it)', {
      cause: error,
    });
  }
}
