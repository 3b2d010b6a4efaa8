import type { Warning } from '@dpfair/result';
import { workerCrashed } from '../messages/workers.js';
import type { SimulationRun } from './simulation-runner.js';

/** Says that workers were lost, if any were: the numbers do not show it, the machine may be short of something. */
export function crashWarnings(runs: readonly SimulationRun[]): readonly Warning[] {
  const lost = runs.flatMap(({ crashes }) => crashes);
  const [first] = lost;
  if (first === undefined) return [];
  const again = runs.reduce((sum, { crashes }) => sum + new Set(crashes.map(({ shard }) => shard)).size, 0);
  const shards = runs.reduce((sum, { totalShards }) => sum + totalShards, 0);
  return [{ code: 'worker-crashed', message: workerCrashed(again, shards, lost.length, first.reason) }];
}
