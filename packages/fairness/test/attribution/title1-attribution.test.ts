import { laplaceMechanism } from '@dpfair/mechanisms';
import type { Attribution } from '@dpfair/result';
import { parseSeed } from '@dpfair/stats';
import { expect, it } from 'vitest';
import { auditTable } from '../../src/index.js';
import { smallWorld } from '../controls/title1/small-world.js';

const { counts, fixed, labels = {} } = smallWorld();
const id = Array.from(counts.count as Float64Array, (_, i) => `${i}`);

async function audited(
  posts: readonly ('sum' | 'simplex')[],
  simulateCauses: boolean,
  clauses: Readonly<Record<string, boolean>> = {},
) {
  const { cells } = await auditTable({
    table: { id, name: id, group: null, counts, fixed, labels },
    decision: 'title1',
    parameters: { clauses },
    mechanisms: [laplaceMechanism({ scale: 15 })],
    posts,
    trials: 2_000,
    seed: parseSeed(8),
    simulateCauses,
  });
  return cells;
}

it('Title I under a known total: curvature, non-negativity and the steps add up to the bias, and are what held steps leave', async () => {
  const [sum, simplex] = await audited(['sum', 'simplex'], true);
  const parts = simplex?.attribution as Attribution;
  expect(parts.components.map(({ name }) => name)).toEqual(['curvature', 'non-negativity', 'threshold-shape']);
  expect(sum?.attribution?.components.map(({ name }) => name)).toEqual(['curvature', 'known-total', 'threshold-shape']);
  // What the statute does with every step held where the true counts put it, audited by itself on the same noise.
  const [held] = await audited(['simplex'], false, {
    'eligibility-from-truth': true,
    'brackets-from-truth': true,
    'rates-from-truth': true,
  });
  const [curvature, clipping, steps] = parts.components.map(({ bias }) => bias as number[]);
  const size = Math.max(...(held?.entities.bias ?? []).map((bias) => Math.abs(bias as number)));
  held?.entities.bias.forEach((bias, i) => {
    const together = (curvature?.[i] as number) + (clipping?.[i] as number);
    expect(Math.abs(together - (bias as number))).toBeLessThan(1e-12 * size);
    expect(together + (steps?.[i] as number)).toBeCloseTo(simplex?.entities.bias[i] as number, 12);
  });
  expect(steps?.some((step) => Math.abs(step) > 1e-6)).toBe(true);
}, 30_000);

it('Title I under a known total: nothing is told apart that was not asked for', async () => {
  const [cell] = await audited(['simplex'], false);
  expect(cell?.attribution?.components).toEqual([]);
  expect(cell?.attribution?.reason).toContain('--why');
});

it('where nobody is eligible in truth and last year is held, nothing comes from curvature', async () => {
  const { cells } = await auditTable({
    table: {
      id: ['a', 'b'],
      name: ['a', 'b'],
      group: null,
      counts: { count: Float64Array.of(20, 0) },
      fixed: { children: Float64Array.of(1000, 500), previous_concentration: Float64Array.of(70_000, 20_000) },
      labels: { state: ['S', 'S'] },
    },
    decision: 'title1',
    parameters: { grants: ['concentration'] },
    mechanisms: [laplaceMechanism({ scale: 1 })],
    posts: ['clip'],
    trials: 64,
    seed: parseSeed(1),
  });
  const attribution = cells[0]?.attribution as Attribution;
  expect(attribution.components.flatMap(({ bias }) => bias).every((bias) => Number.isFinite(bias))).toBe(true);
  expect(attribution.absent).toContain('curvature');
});

it('states no error for parts of Title I whose next order is not derived, and says why', async () => {
  const { cells } = await auditTable({
    table: { id, name: id, group: null, counts, fixed, labels },
    decision: 'title1',
    mechanisms: [laplaceMechanism({ scale: 15 })],
    posts: ['clip'],
    trials: 64,
    seed: parseSeed(1),
  });
  const components = cells[0]?.attribution?.components ?? [];
  expect(components.map(({ name }) => name)).toEqual(['curvature', 'non-negativity', 'threshold-shape']);
  for (const { error, errorReason } of components) {
    expect(error).toBeNull();
    expect(errorReason).toContain('not derived');
  }
});
