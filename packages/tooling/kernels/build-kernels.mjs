import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileKernel, compilerOptions } from './compile-kernel.mjs';

/** Browsers compile a module at once, without waiting, up to this size. */
const MOST_BYTES = 4096;

/**
 * Compiles `packages/<package>/kernels/<name>.ts` to `packages/<package>/dist/kernels/<name>.js`, a module that holds the WebAssembly bytes in
 * base64, with the types of its functions beside it. What was built from the same source by the same compiler is left as it is.
 *
 * @param {string} root
 * @returns {Promise<string[]>} paths of what was built anew
 * @throws Error where a kernel does not compile or is too large
 */
export async function buildKernels(root) {
  const packages = join(root, 'packages');
  const built = [];
  for (const name of readdirSync(packages).sort()) {
    const folder = join(packages, name, 'kernels');
    if (name === 'tooling' || !existsSync(folder)) continue;
    const into = join(packages, name, 'dist/kernels');
    for (const file of readdirSync(folder).filter((file) => file.endsWith('.ts'))) {
      const output = join(into, file.replace(/\.ts$/, '.js'));
      const mark = `// built from ${markOf(root, readFileSync(join(folder, file), 'utf8'))}\n`;
      if (existsSync(output) && readFileSync(output, 'utf8').startsWith(mark)) continue;
      const { bytes, functions } = await compileKernel(folder, file);
      if (bytes.length > MOST_BYTES)
        throw new Error(`${join(folder, file)}: ${bytes.length} bytes (allowed: ${MOST_BYTES})`);
      mkdirSync(into, { recursive: true });
      writeFileSync(output.replace(/\.js$/, '.d.ts'), declarations(functions));
      writeFileSync(output, `${mark}export const base64 =\n  '${Buffer.from(bytes).toString('base64')}';\n`);
      built.push(output);
    }
  }
  return built;
}

/** Names a source, the version of the compiler and its options. @param {string} root @param {string} source */
function markOf(root, source) {
  const lock = join(root, 'node_modules/assemblyscript/package.json');
  const version = existsSync(lock) ? JSON.parse(readFileSync(lock, 'utf8')).version : '';
  return createHash('sha256')
    .update([version, ...compilerOptions, source].join('\n'))
    .digest('hex');
}

/** @param {string[]} functions */
function declarations(functions) {
  const lines = functions.map((signature) => `  ${signature};\n`).join('');
  return `export declare const base64: string;\nexport interface Functions {\n${lines}}\n`;
}
