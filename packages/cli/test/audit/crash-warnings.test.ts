import { expect, it } from 'vitest';
import { crashWarnings } from '../../src/audit/crash-warnings.js';

const exit = (shard: number) => ({ shard, reason: 'exit code 1' });

it('a run that lost no worker has no warning', () => {
  expect(crashWarnings([])).toEqual([]);
  expect(crashWarnings([{ crashes: [], totalShards: 64 }])).toEqual([]);
});

it('shards are counted once, however often they lost their worker, and over all simulations of a run', () => {
  const runs = [
    { crashes: [exit(3), exit(3)], totalShards: 64 },
    { crashes: [exit(3), exit(9)], totalShards: 64 },
  ];
  const [warning, ...others] = crashWarnings(runs);
  expect(others).toEqual([]);
  expect(warning?.code).toBe('worker-crashed');
  expect(warning?.message).toContain(
    '3 of 128 shards of the simulation were run again because workers were lost 4 times',
  );
});
