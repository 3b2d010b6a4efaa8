import { describe, expect, it } from 'vitest';
import { manifests, pack, testTarballs } from './packed.js';

const published = manifests().filter(([, manifest]) => !manifest.private);
const tarballs = pack(published.map(([folder]) => folder));

describe('what npm would publish, of every package', () => {
  it('is what its manifest is the manifest of', () => {
    expect(tarballs.map(({ name }) => name).sort()).toEqual(published.map(([, { name }]) => name).sort());
  });

  testTarballs(tarballs);
});
