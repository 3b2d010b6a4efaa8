import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TrainedResult } from '@dpfair/result';
import { expect } from 'vitest';

const folder = process.env.DPFAIR_REAL_DATA ?? fileURLToPath(new URL('../../../../../shared/data', import.meta.url));
export const there = existsSync(`${folder}/learning/adult.data`);
if (!there) console.warn('SKIPPED: real learning data are not beside the checkout');
export const at = (name: string) => `${folder}/learning/${name}`;

/** A training of one epoch: enough for everyone to pay, over in a second. */
export const short = { epsilon: [3], epochs: 1, repetitions: 2, noTrack: true, seed: '1' } as const;

/** Everybody bears something, and the intervals say so; one group bears most. */
export function expectRisk({ runs, data, warnings }: TrainedResult, groups: readonly string[], most: string): void {
  const [run] = runs;
  expect(run?.groups.map(({ group }) => group)).toEqual(groups);
  expect(run?.groups.reduce((sum, { rows }) => sum + (rows.training ?? 0), 0)).toBe(data.rows.training);
  for (const { excessiveRisk } of run?.groups ?? []) expect(excessiveRisk.lower).toBeGreaterThan(0);
  expect(run?.gap.most).toBe(most);
  expect(warnings.map(({ code }) => code)).toContain('preprocessing-not-private');
}
