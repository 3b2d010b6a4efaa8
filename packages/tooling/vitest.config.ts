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
    // Tests that repeat whole simulations thousands of times run by `npm run test:slow`, which sets DPFAIR_SLOW.
    include: [process.env.DPFAIR_SLOW ? 'packages/*/test/**/*.slow.test.ts' : 'packages/*/test/**/!(*.slow).test.ts'],
    // No test changes what another sees; loading the modules anew for each of some 200 files costs a minute on two cores.
    isolate: false,
    // A seventh less CPU: as many workers as cores leave nothing for threads that collect garbage, and most of it is young.
    execArgv: ['--single-threaded-gc', '--max-semi-space-size=64', '--always-sparkplug'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
