import { fileURLToPath } from 'node:url';
import { buildKernels } from './kernels/build-kernels.mjs';

// Compiles the WebAssembly kernels that changed; part of `npm run build` and of set-up, before `tsc -b`, which reads their types.
try {
  await buildKernels(fileURLToPath(new URL('../..', import.meta.url)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
