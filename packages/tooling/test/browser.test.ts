import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exactBaselineBias, simulateHere } from '@dpfair/fairness';
import { renderFigures } from '@dpfair/report';
import { resultFromJson } from '@dpfair/result';
import { laplace, parseSeed } from '@dpfair/stats';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';

const browserPath = process.env.DPFAIR_CHROMIUM ?? '';
if (browserPath === '') console.warn('SKIPPED: the library in a browser (no Chromium)');

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What a page does with the library: read a CSV, audit it exactly and by simulation, draw it. */
const entry = `
import { readTable, toCountTable } from '@dpfair/data';
import { exactBaselineBias, simulateHere } from '@dpfair/fairness';
import { renderFigures, verdict } from '@dpfair/report';
import { laplace, parseSeed } from '@dpfair/stats';
const bytes = new TextEncoder().encode('id,count\\na,0\\nb,3\\nc,10\\nd,40\\ne,200\\n');
const { table } = toCountTable(readTable(bytes, { file: 'page.csv' }), { roles: {}, counts: ['count'] });
const counts = table.counts.count;
globalThis.dpfair = {
  exact: [...exactBaselineBias({ counts, weights: null, noise: laplace(10) }).bias],
  simulated: [...simulateHere({
    input: { counts: table.counts, fixed: {} }, cells: [{ decision: 'allotment', post: 'none', noise: { kind: 'gaussian', spread: 20 } }],
    controlVariates: false, seed: parseSeed(5), firstTrial: 0, trials: 200, shards: 1,
  }).parts[0][0]],
  verdict: typeof verdict,
  figures: async (result) => (await renderFigures(result)).map(({ id, svg }) => ({ id, svg })),
};
`;

const counts = Float64Array.of(0, 3, 10, 40, 200);

interface Drawn {
  readonly id: string;
  readonly svg: string;
}

interface Found {
  readonly exact: readonly number[];
  readonly simulated: readonly number[];
  readonly verdict: string;
}

describe.skipIf(browserPath === '')('the library in a browser', () => {
  let script = '';

  beforeAll(async () => {
    const file = join(root, 'packages/cli/dist/browser-entry.mjs');
    writeFileSync(file, entry);
    const bundle = await build({
      root,
      configFile: false,
      logLevel: 'error',
      build: { write: false, minify: false, lib: { entry: file, formats: ['iife'], name: 'page', fileName: 'page' } },
    });
    rmSync(file);
    const [output] = Array.isArray(bundle) ? bundle : [bundle];
    if (output === undefined || !('output' in output)) throw new Error('nothing was bundled');
    script = output.output[0].code;
  }, 60_000);

  it('gives the simulated numbers of Node to the bit, the exact ones to 1e-14, and the same pictures', async () => {
    const browser = await chromium.launch({
      executablePath: browserPath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    });
    try {
      const page = await browser.newPage();
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      await page.setContent('<!doctype html><title>dpfair</title>');
      await page.addScriptTag({ content: script });
      const found = (await page.evaluate('globalThis.dpfair')) as Found;
      expect(faults).toEqual([]);
      expect(found.verdict).toBe('function');
      // Engines differ in the last bit of Math.exp and Math.log, which the noise path does not use.
      const noise = { kind: 'gaussian', spread: 20 } as const;
      const { parts } = simulateHere({
        input: { counts: { count: counts }, fixed: {} },
        cells: [{ decision: 'allotment', post: 'none', noise }],
        controlVariates: false,
        seed: parseSeed(5),
        firstTrial: 0,
        trials: 200,
        shards: 1,
      });
      expect(found.simulated).toEqual([...(parts[0]?.[0] ?? [])]);
      const exact = exactBaselineBias({ counts, weights: null, noise: laplace(10) }).bias;
      exact.forEach((bias, i) => {
        expect(found.exact[i]).toBeCloseTo(bias, 14);
      });
      // The map of counties too, whose outlines are part of the bundle.
      const words = ['audit', join(root, 'fixtures/hawaii.csv'), '--epsilon', '0.1', '--json', '-', '--quiet'];
      const result = execFileSync(process.execPath, [join(root, 'packages/cli/bundle/bin.js'), ...words], {
        encoding: 'utf8',
      });
      const drawn = (await page.evaluate(`globalThis.dpfair.figures(${result})`)) as readonly Drawn[];
      const here = await renderFigures(resultFromJson(result, 'hawaii.json'));
      expect(drawn).toEqual(here.map(({ id, svg }) => ({ id, svg })));
      expect(drawn.map(({ id }) => id)).toContain('map');
      expect(faults).toEqual([]);
    } finally {
      await browser.close();
    }
  }, 60_000);
});
