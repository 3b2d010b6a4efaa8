import { laplaceMechanism } from '@dpfair/mechanisms';
import type { CountTable } from '@dpfair/result';
import { parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { type AuditRequest, auditTable } from '../../src/index.js';

const tableOf = (
  counts: Readonly<Record<string, readonly number[]>>,
  fixed: Readonly<Record<string, readonly number[]>> = {},
): CountTable => {
  const columns = (of: Readonly<Record<string, readonly number[]>>) =>
    Object.fromEntries(Object.entries(of).map(([name, values]) => [name, Float64Array.from(values)]));
  const [first = []] = Object.values(counts);
  const id = first.map((_, i) => `e${i}`);
  return { id, name: id, group: null, counts: columns(counts), fixed: columns(fixed) };
};

describe('the choice of a method', () => {
  const rule: AuditRequest = {
    table: tableOf({ speakers: [41_000, 20_030, 3, 700_100] }, { adults: [800_000, 400_000, 70, 14_000_000] }),
    decision: 'threshold',
    parameters: { rule: 'speakers > 0.05 * adults', public: ['adults'] },
    mechanisms: [52, 60].map((epsilon) => laplaceMechanism({ epsilon })),
    posts: ['none'],
    seed: parseSeed(1),
  };

  it('keeps an exact probability that is 0 but for rounding: no simulation has a narrower interval', async () => {
    const { cells, warnings } = await auditTable(rule, () => {
      throw new Error('simulated');
    });
    expect(warnings).toEqual([]);
    for (const { method, alpha } of cells) {
      // Three sizes are thousands of spreads from their limit; 0.5 below it is passed with probability exp(-epsilon / 2) / 2.
      expect(method).toBe('exact');
      expect(alpha.upper).toBeGreaterThan(Math.exp(-26) / 2);
      expect(alpha.upper).toBeLessThan(1e-6);
    }
  });
});
