import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the compiler is told: no run-time library, no imports, optimized for speed. Relaxed SIMD stays off, because its results differ between machines. */
export const compilerOptions = [
  '--runtime',
  'stub',
  '-O3',
  '--converge',
  '--noAssert',
  '--enable',
  'simd',
  '--use',
  'abort=',
];

/**
 * Compiles one AssemblyScript file. The compiler is loaded only here, because that takes half a second.
 *
 * @param {string} folder
 * @param {string} file in the folder
 * @returns {Promise<{ bytes: Uint8Array, functions: string[] }>} with the TypeScript signature of every exported function
 */
export async function compileKernel(folder, file) {
  const { default: compiler } = await import('assemblyscript/asc');
  /** @type {Uint8Array | undefined} */
  let bytes;
  let bindings = '';
  const { error, stderr } = await compiler.main(
    [file, '--outFile', 'kernel.wasm', '--bindings', 'raw', ...compilerOptions],
    {
      readFile: (name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : null),
      writeFile: (name, contents) => {
        if (typeof contents !== 'string') bytes = contents;
        else if (name.endsWith('.d.ts')) bindings = contents;
      },
      listFiles: () => [],
    },
  );
  if (error !== null || bytes === undefined) throw new Error(`${join(folder, file)}: ${error?.message}\n${stderr}`);
  return { bytes, functions: [...bindings.matchAll(/export function (.*);/g)].map(([, signature]) => signature ?? '') };
}
