import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { resultFromJson, resultToJson } from '@dpfair/result';
import { afterAll, expect, it } from 'vitest';
import { dpfair, fixture, node, readResult, temporaryFolder } from './run-dpfair.js';

const folder = temporaryFolder();
afterAll(folder.remove);
const at = (name: string) => join(folder.path, name);

/** A simulation that would take very long. */
const long = [
  ...['audit', fixture('districts.csv'), '--map', 'count=poor', '--epsilon', '0.01', '--post', 'baseline,pos'],
  ...['--seed', '1', '--method', 'montecarlo', '--trials', '100000000'],
];

it('the first Ctrl-C stops a long simulation, and every output is written, whole and marked', async () => {
  let asked = false;
  const { code, err, out } = await dpfair([...long, '--json', at('r.json'), '--csv', at('r.csv')], {
    watch: (child, said) => {
      if (asked || !said.includes('simulating')) return;
      asked = true;
      setTimeout(() => child.kill('SIGINT'), 2000);
    },
  });
  const result = readResult(at('r.json'));
  expect(code).toBe(130);
  expect(err).toContain('dpfair: interrupted: writing what is done');
  expect(out).toContain('interrupted');
  expect(result.run.interrupted).toBe(true);
  expect(result.warnings.map((warning) => warning.code)).toContain('interrupted');
  expect(resultFromJson(resultToJson(result), 'r.json')).toEqual(result);
  expect(readdirSync(folder.path).sort()).toEqual(['r.csv', 'r.json']);
});

it('the second Ctrl-C ends the process at once and writes nothing', async () => {
  let asked = 0;
  const { signal } = await dpfair([...long, '--json', at('never.json')], {
    watch: (child, said) => {
      const due = said.includes('dpfair: interrupted') ? 2 : said.includes('simulating') ? 1 : 0;
      if (asked >= due) return;
      asked = due;
      if (due === 2) child.kill('SIGINT');
      else setTimeout(() => child.kill('SIGINT'), 1000);
    },
  });
  expect(signal).toBe('SIGINT');
  expect(existsSync(at('never.json'))).toBe(false);
});

// In a process of its own, because the workers load what was built.
const partial = `
  import { auditFile, checkpointFolder } from ${JSON.stringify(new URL('../../dist/index.js', import.meta.url))};
  const controller = new AbortController();
  const result = await auditFile(
    { data: process.argv[2], map: { count: 'poor' }, epsilon: [0.01], method: 'montecarlo', trials: 64000, seed: '1' },
    { threads: 2, checkpoint: checkpointFolder(process.argv[3]), signal: controller.signal, onProgress: (done, total) => done / total > 0.3 && controller.abort() },
  );
  const { alpha, trials, entities } = result.cells[0];
  console.log(JSON.stringify({ interrupted: result.run.interrupted, alpha, trials, biases: entities.bias.length }));
`;

it('an interrupted simulation keeps the trials that were done, with their interval', async () => {
  writeFileSync(at('partial.mjs'), partial);
  const { out, err, code } = await node(at('partial.mjs'), fixture('districts.csv'), at('kept'));
  expect([code, err]).toEqual([0, '']);
  const { interrupted, alpha, trials, biases } = JSON.parse(out);
  expect([interrupted, biases]).toEqual([true, 1000]);
  expect(trials).toBeGreaterThan(0.2 * 64_000);
  expect(trials).toBeLessThan(64_000);
  const exact = await dpfair([...long.slice(0, 6), '--post', 'baseline', '--method', 'exact', '--json', '-']);
  const truth = JSON.parse(exact.out).cells[0].alpha.estimate;
  expect(alpha.lower).toBeLessThan(truth);
  expect(alpha.upper).toBeGreaterThan(truth);
});

it('an interrupted simulation is taken up again from its checkpoint, and ends as if nothing had happened', async () => {
  const kept = readdirSync(at('kept'), { recursive: true }).filter((name) => String(name).endsWith('.bin'));
  expect(kept.length).toBeGreaterThan(8);
  const words = [
    'audit',
    fixture('districts.csv'),
    '--map',
    'count=poor',
    '--epsilon',
    '0.01',
    '--seed',
    '1',
    '--quiet',
  ];
  const simulated = [...words, '--method', 'montecarlo', '--trials', '64000', '--json', '-'];
  const resumed = await dpfair([...simulated, '--checkpoint', at('kept')]);
  const inOneGo = await dpfair(simulated);
  expect([resumed.code, resumed.err]).toEqual([0, '']);
  expect(JSON.parse(resumed.out).cells).toEqual(JSON.parse(inOneGo.out).cells);
  expect(existsSync(at('kept'))).toBe(false);
});

it('a checkpoint without a seed is refused, because a fresh seed makes another run', async () => {
  const { code, err } = await dpfair(['audit', fixture('hawaii.csv'), '--epsilon', '1', '--checkpoint', at('new')]);
  expect(code).toBe(2);
  expect(err).toContain('--checkpoint without --seed');
  expect(existsSync(at('new'))).toBe(false);
});
