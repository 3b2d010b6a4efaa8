import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { buildOf, checkpointFolder } from '../../src/audit/checkpoint-folder.js';
import { toolOf } from '../../src/tool.js';
import { dpfair, node, temporaryFolder } from '../process/run-dpfair.js';

const place = temporaryFolder();
afterAll(place.remove);
const simulation = { trials: 100, seed: '1' };

/** Opens a folder as a build does that keeps count of what it is told. */
async function openAs(folder: string, build: string) {
  let told = 0;
  const kept = checkpointFolder(join(place.path, folder), { build, onOtherBuild: () => told++ });
  const checkpoint = await kept.open<number>('sums', simulation);
  return { kept, checkpoint, told: () => told };
}

it('a build takes up its own shards, and is told of nothing', async () => {
  await (await openAs('own', 'one')).checkpoint.write(3, 7);
  const { checkpoint, told } = await openAs('own', 'one');
  expect([checkpoint.has(3), await checkpoint.read(3), told()]).toEqual([true, 7, 0]);
});

it.each([
  ['of another commit', { version: '0.1.0', commit: 'b'.repeat(40) }],
  ['of another version', { version: '0.2.0', commit: 'a'.repeat(40) }],
  ['with changes', { version: '0.1.0', commit: `${'a'.repeat(40)}-dirty` }],
  ['without a commit', { version: '0.1.0', commit: null }],
])('shards by a build %s are not mixed in, told of once and left alone', async (name, tool) => {
  const first = await openAs(name, buildOf({ version: '0.1.0', commit: 'a'.repeat(40) }));
  await first.checkpoint.write(3, 7);
  const { kept, checkpoint, told } = await openAs(name, buildOf(tool));
  await kept.open('sums', simulation);
  expect([checkpoint.has(3), told()]).toEqual([false, 1]);
  await checkpoint.write(3, 8);
  await kept.clear();
  const again = await openAs(name, buildOf({ version: '0.1.0', commit: 'a'.repeat(40) }));
  expect([await again.checkpoint.read(3), again.told()]).toEqual([7, 0]);
});

it('the build is that of the tool unless another is given', async () => {
  await (await checkpointFolder(join(place.path, 'this')).open<number>('sums', simulation)).write(3, 7);
  expect((await openAs('this', buildOf(toolOf()))).checkpoint.has(3)).toBe(true);
});

it('shards of another simulation are not told of', async () => {
  await (await openAs('other', 'one')).checkpoint.write(3, 7);
  let told = 0;
  const kept = checkpointFolder(join(place.path, 'other'), { build: 'two', onOtherBuild: () => told++ });
  await kept.open('sums', { ...simulation, seed: '2' });
  expect(told).toBe(0);
});

// In a process of its own, which loads the packages in a third of the time.
const older = `
  import { auditFile, checkpointFolder } from ${JSON.stringify(new URL('../../bundle/index.js', import.meta.url))};
  const [data, folder] = process.argv.slice(2);
  const spec = { data, post: ['baseline'], epsilon: [1], seed: '1', method: 'montecarlo', trials: 100 };
  await auditFile(spec, { checkpoint: checkpointFolder(folder, { build: 'older' }) });
`;

it('the command says that parts by another build are left alone, once, and not when it is to be quiet', async () => {
  const at = (name: string) => join(place.path, name);
  writeFileSync(at('few.csv'), 'name,count\nA,10\nB,20\nC,400\n');
  writeFileSync(at('older.mjs'), older);
  expect(await node(at('older.mjs'), at('few.csv'), at('kept'))).toMatchObject({ code: 0, err: '' });
  const found = readdirSync(at('kept'));
  expect(found).toHaveLength(1);
  const run = ['audit', at('few.csv'), '--post', 'baseline', '--epsilon', '1', '--seed', '1', '--method', 'montecarlo'];
  const words = [...run, '--trials', '100', '--checkpoint', at('kept'), '--json', at('result.json')];
  const said = (await dpfair(words)).err.match(/.* holds finished parts of this run by another build of dpfair: .*/g);
  expect(said).toHaveLength(1);
  expect(await dpfair([...words, '--quiet'])).toMatchObject({ code: 0, err: '' });
  expect(readdirSync(at('kept'))).toEqual(found);
});

it('a file where the folder should be is refused as before', async () => {
  mkdirSync(join(place.path, 'in'));
  writeFileSync(join(place.path, 'in/file'), '');
  await expect(checkpointFolder(join(place.path, 'in/file')).open('sums', simulation)).rejects.toMatchObject({
    code: 'output',
  });
});
