import type { ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MitigationResult, resultFromJson, resultToJson } from '@dpfair/result';
import { afterAll, expect, it } from 'vitest';
import { dpfair, dpfairHere, fixture, node, readResult, temporaryFolder } from './run-dpfair.js';

const folder = temporaryFolder();
afterAll(folder.remove);
const at = (name: string) => join(folder.path, name);

/** A simulation that would take very long. */
const long = [
  ...['audit', fixture('districts.csv'), '--map', 'count=poor', '--epsilon', '0.01', '--post', 'baseline,pos'],
  ...['--seed', '1', '--method', 'montecarlo', '--trials', '100000000', '--threads', '1'],
];

/** Acts on the process the first time that stderr says something. */
function once(what: RegExp, act: (child: ChildProcess) => void): (child: ChildProcess, said: string) => void {
  let due = true;
  return (child, said) => {
    if (due && what.test(said)) {
      due = false;
      act(child);
    }
  };
}

const onceSimulating = (act: (child: ChildProcess) => void) => once(/simulating/, act);

it.each([
  ['Ctrl-C', 'SIGINT', 'dpfair: interrupted: writing what is done (press Ctrl-C again to quit at once)'],
  ['SIGTERM', 'SIGTERM', 'dpfair: interrupted by SIGTERM: writing what is done (a second signal quits at once)'],
] as const)('the first %s stops a long simulation, and every output is written, whole and marked', async (...row) => {
  const [, signal, said] = row;
  const { code, err, out } = await dpfair([...long, '--json', at('r.json'), '--csv', at('r.csv')], {
    watch: onceSimulating((child) => setTimeout(() => child.kill(signal), 100)),
  });
  const result = readResult(at('r.json'));
  expect(code).toBe(130);
  expect(err).toContain(`\n${said}\n`);
  expect(out).toContain('interrupted');
  expect(result.run.interrupted).toBe(true);
  expect(result.warnings.map((warning) => warning.code)).toContain('interrupted');
  expect(resultFromJson(resultToJson(result), 'r.json')).toEqual(result);
  expect(readdirSync(folder.path).sort()).toEqual(['r.csv', 'r.json']);
});

it.each([
  ['without a checkpoint, says how to keep it', [], /what was simulated is lost; --checkpoint DIR --seed 1 keeps/],
  [
    'with one, says how to go on',
    ['--checkpoint', at('early')],
    /the same command goes on with what is kept in .*early$/m,
  ],
] as const)('an interruption too early for any number, %s', async (_name, words, advice) => {
  const { code, err } = await dpfair([...long, '--json', at('early.json'), ...words], {
    watch: onceSimulating((child) => setTimeout(() => child.kill('SIGINT'), 100)),
  });
  expect(code).toBe(130);
  expect(err).toMatch(/^dpfair: interrupted too early: no simulated number can be given yet/m);
  expect(err).toMatch(advice);
  expect(readResult(at('early.json')).cells.map(({ alpha }) => alpha.estimate)).toEqual([null, null]);
});

it('an interruption that leaves numbers does not say that it was too early', async () => {
  const exact = ['--epsilon', '0.01', '--seed', '1', '--json', at('some.json'), '--threads', '1'];
  const words = ['audit', fixture('districts.csv'), '--map', 'count=poor', '--method', 'montecarlo', ...exact];
  const { code, err } = await dpfair([...words, '--trials', '128000'], {
    // A tenth is more than six shards.
    watch: once(/simulating.*: [1-8]0 %/, (child) => child.kill('SIGINT')),
  });
  expect(code).toBe(130);
  expect(err).not.toContain('too early');
  expect(readResult(at('some.json')).cells[0]?.alpha.estimate).toBeGreaterThan(0);
});

it.each(['SIGINT', 'SIGTERM'] as const)(
  'a second signal, %s, ends the process at once and writes nothing',
  async (last) => {
    let asked = 0;
    const { signal } = await dpfair([...long, '--json', at('never.json')], {
      watch: (child, said) => {
        const due = said.includes('dpfair: interrupted') ? 2 : said.includes('simulating') ? 1 : 0;
        if (asked >= due) return;
        asked = due;
        if (due === 2) child.kill(last);
        else setTimeout(() => child.kill('SIGINT'), 100);
      },
    });
    expect(signal).toBe(last);
    expect(existsSync(at('never.json'))).toBe(false);
  },
);

// In a process of its own, because the workers load what was built.
const partial = `
  import { auditFile, checkpointFolder } from ${JSON.stringify(new URL('../../bundle/index.js', import.meta.url))};
  const controller = new AbortController();
  const result = await auditFile(
    { data: process.argv[2], map: { count: 'poor' }, epsilon: [0.01], method: 'montecarlo', trials: 6400, seed: '1' },
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
  expect(trials).toBeGreaterThan(0.2 * 6400);
  expect(trials).toBeLessThan(6400);
  const exact = await dpfairHere([...long.slice(0, 6), '--post', 'baseline', '--method', 'exact', '--json', '-']);
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
  const simulated = [...words, '--method', 'montecarlo', '--trials', '6400', '--json', '-'];
  const [resumed, inOneGo] = await Promise.all([dpfair([...simulated, '--checkpoint', at('kept')]), dpfair(simulated)]);
  expect([resumed.code, resumed.err]).toEqual([0, '']);
  expect(JSON.parse(resumed.out).cells).toEqual(JSON.parse(inOneGo.out).cells);
  expect(existsSync(at('kept'))).toBe(false);
});

it('a checkpoint without a seed is refused, because a fresh seed makes another run', async () => {
  const { code, err } = await dpfairHere(['audit', fixture('hawaii.csv'), '--epsilon', '1', '--checkpoint', at('new')]);
  expect(code).toBe(2);
  expect(err).toContain('--checkpoint without --seed');
  expect(existsSync(at('new'))).toBe(false);
});

/** A search whose every look is exact, a second of work in one go. */
const search = [
  ...['mitigate', fixture('districts.csv'), '--map', 'a=poor', '--map', 'b=children', '--decision', 'threshold'],
  ...['--rule', 'a > 0.2 * b and a > 300', '--mechanism', 'gaussian', '--delta', '1e-6', '--post', 'clip'],
  ...['--target', 'alpha<0.05', '--precision', '1e-9', '--json', at('search.json')],
];

it('Ctrl-C stops a search for a target between two exact looks, which say how far it is', async () => {
  const { code, err, out } = await dpfair(search, {
    watch: once(/^look \d+ of at most \d+$/m, (child) => child.kill('SIGINT')),
  });
  expect(code).toBe(130);
  expect(err).toContain('dpfair: interrupted: writing what is done');
  expect(out).toMatch(/^The search was stopped after \d+ of at most \d+ looks, so that nothing is certified\./m);
  const { run, certificate } = JSON.parse(readFileSync(at('search.json'), 'utf8')) as MitigationResult;
  expect(run.interrupted).toBe(true);
  expect(certificate).toMatchObject({ status: 'inconclusive', interrupted: true, chosen: null });
  expect(certificate?.looksTaken).toBeLessThan(20);
});

/** An exact cell that takes half a minute: sums over some hundred thousand whole numbers for each of a thousand rows. */
const exact = [
  ...['audit', fixture('districts.csv'), '--map', 'a=poor', '--map', 'b=children', '--decision', 'threshold'],
  ...['--rule', 'a > 0.2 * b and a > 300', '--mechanism', 'discrete-laplace', '--scale', '1,2000', '--post', 'none'],
];

it('Ctrl-C is heard within an exact cell, which is left out with the reason; the cell before it is whole', async () => {
  let askedAt = Number.POSITIVE_INFINITY;
  const { code, err, out } = await dpfair([...exact, '--json', at('exact.json')], {
    watch: once(/auditing 1000 entities/, (child) =>
      setTimeout(() => {
        askedAt = performance.now();
        child.kill('SIGINT');
      }, 1500),
    ),
  });
  expect(performance.now() - askedAt).toBeLessThan(5000);
  expect(code).toBe(130);
  expect(err).toContain('the run was stopped early: 1 of 2 cells was not computed');
  expect(out).toContain('interrupted');
  const { cells, run } = readResult(at('exact.json'));
  expect(run.interrupted).toBe(true);
  expect(cells[0]?.alpha.estimate).toBeGreaterThan(0);
  expect(cells[1]).toMatchObject({ method: 'exact', estimator: null });
  expect(cells[1]?.alpha).toMatchObject({
    estimate: null,
    reason: 'because the run was stopped before it was computed',
  });
});
