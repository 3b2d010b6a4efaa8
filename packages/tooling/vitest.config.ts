import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = (name: string) => `${root}packages/${name}/src/index.ts`;

export default defineConfig({
  root,
  resolve: {
    alias: [
      { find: /^@dpfair\/tooling\/(.*)\.js$/, replacement: `${root}packages/tooling/$1.ts` },
      { find: /^@dpfair\/([a-z]+)$/, replacement: `${root}packages/$1/src/index.ts` },
      { find: /^dpfair$/, replacement: source('cli') },
    ],
  },
  test: {
    include: ['packages/*/test/**/*.test.ts'],
    // No test changes what another sees; loading the modules anew for each of some 200 files costs a minute on two cores.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
