import { expect, it } from 'vitest';
import type { AuditSpec } from '../../src/spec/audit-spec.js';
import { completeSpec } from '../../src/spec/complete-spec.js';
import { runIdOf, sha256 } from '../../src/spec/run-id.js';

const spec = completeSpec({ data: 'a.csv', epsilon: [0.1], seed: '1' });

it('sha256 agrees with the published vector for "abc"', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

it('a run id is 32 hexadecimal digits and does not depend on where the files lie', () => {
  expect(runIdOf(spec, ['aa'])).toMatch(/^[0-9a-f]{32}$/);
  expect(runIdOf({ ...spec, data: 'elsewhere/a.csv' }, ['aa'])).toBe(runIdOf(spec, ['aa']));
});

const otherTrials: AuditSpec = { ...spec, trials: 5 };

it('a run id changes with the seed, an option, the bytes of a file, and a joined file', () => {
  const ids = [
    runIdOf(spec, ['aa']),
    runIdOf({ ...spec, seed: '2' }, ['aa']),
    runIdOf(otherTrials, ['aa']),
    runIdOf(spec, ['ab']),
    runIdOf(spec, ['aa', 'bb']),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});
