import { describe, expect, it } from 'vitest';
import { houseLicence, licenceOf, manifests, pack, testTarballs } from './packed.js';

const published = manifests().filter(([, manifest]) => !manifest.private);

// The two that have more than the rest, and one of the rest; tarballs.slow.test.ts asks npm about all.
const tarballs = pack(['packages/cli', 'packages/result', 'packages/disclosure']);

describe('what npm would publish', () => {
  it('is every package but the tooling', () => {
    const kept = manifests().filter(([, manifest]) => manifest.private);
    expect(kept.map(([, { name }]) => name)).toEqual(['@dpfair/tooling']);
    expect(tarballs.map(({ name }) => name).sort()).toEqual(['@dpfair/disclosure', '@dpfair/result', 'dpfair']);
  });

  testTarballs(tarballs);

  it.each(published)('%s: the files that all packages have', (folder, { files }) => {
    const more: Record<string, readonly string[]> = { 'packages/cli': ['bin', 'help'], 'packages/result': ['schema'] };
    const all = ['bundle', 'dist', '!dist/*.tsbuildinfo', 'src', ...(more[folder] ?? [])];
    expect([...files].sort()).toEqual(all.sort());
  });

  it.each(published)('%s: under the licence of the house', (folder) => {
    expect(licenceOf(folder)).toBe(houseLicence());
  });
});
