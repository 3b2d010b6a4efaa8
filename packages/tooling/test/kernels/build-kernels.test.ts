import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildKernels } from '../../kernels/build-kernels.mjs';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dpfair-kernels-'));
  mkdirSync(join(root, 'packages/somewhere/kernels'), { recursive: true });
  mkdirSync(join(root, 'packages/without'));
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (source: string): void => writeFileSync(join(root, 'packages/somewhere/kernels/pairs.ts'), source);
const built = (end: string): string => join(root, 'packages/somewhere/dist/kernels', `pairs.${end}`);
const adding = `export function addPairs(at: usize, by: f64, pairs: i32): void {
  for (let k = 0; k < pairs; k++, at += 16) v128.store(at, f64x2.add(v128.load(at), f64x2.splat(by)));
}
`;

it('a kernel becomes a module of its bytes, which run, and the types of its functions', async () => {
  write(adding);
  expect(await buildKernels(root)).toEqual([built('js')]);
  expect(readFileSync(built('d.ts'), 'utf8')).toBe(
    'export declare const base64: string;\nexport interface Functions {\n  addPairs(at: number, by: number, pairs: number): void;\n}\n',
  );
  const [, base64 = ''] = /'(.*)'/.exec(readFileSync(built('js'), 'utf8')) ?? [];
  const { instance } = await WebAssembly.instantiate(Buffer.from(base64, 'base64'));
  const { memory, addPairs } = instance.exports as { memory: WebAssembly.Memory; addPairs: (...of: number[]) => void };
  memory.grow(1);
  const values = new Float64Array(memory.buffer, 0, 5).fill(1);
  addPairs(0, 2, 2);
  expect([...values]).toEqual([3, 3, 3, 3, 1]);
});

it('is built again when its source has changed, and only then', async () => {
  write(adding);
  await buildKernels(root);
  const before = statSync(built('js')).mtimeMs;
  expect(await buildKernels(root)).toEqual([]);
  expect(statSync(built('js')).mtimeMs).toBe(before);
  write(adding.replace('add(', 'sub('));
  expect(await buildKernels(root)).toEqual([built('js')]);
});

it('what does not compile is refused with its line, and so is more than browsers compile at once', async () => {
  write('export function half(all: f64): f64 {\n  return al / 2;\n}\n');
  await expect(buildKernels(root)).rejects.toThrow(/pairs\.ts.*\n.*Cannot find name 'al'[\s\S]*pairs\.ts\(2,10\)/);
  const many = Array.from(
    { length: 200 },
    (_, k) => `export function aFunctionWithALongName${k}(): i32 { return ${k}; }\n`,
  );
  write(many.join(''));
  await expect(buildKernels(root)).rejects.toThrow(/pairs\.ts: \d{4} bytes \(allowed: 4096\)/);
});
