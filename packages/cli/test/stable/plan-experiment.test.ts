import { describe, expect, it } from 'vitest';
import { completeStableSpec } from '../../src/spec/stable/complete-stable-spec.js';
import type { StableSpec } from '../../src/spec/stable/stable-spec.js';
import { loadStableData } from '../../src/stable/load-stable-data.js';
import { planExperiment } from '../../src/stable/plan-experiment.js';
import { fixture } from '../process/run-dpfair.js';

/** Names of the columns that have mean 0 and mean square 1 over the rows that are trained on, and of the others. */
async function columnsBy(standardise: StableSpec['standardise']) {
  const given = { data: fixture('loans.csv'), label: 'approved', group: ['region'], seed: '1', standardise };
  const spec = completeStableSpec(given);
  const loaded = await loadStableData(spec);
  const { plan } = planExperiment(spec, loaded);
  const width = plan.data.columns.length;
  const isScaled = plan.data.columns.map((_, column) => {
    const values = Array.from(plan.pool, (row) => plan.data.features[row * width + column] as number);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const square = values.reduce((sum, value) => sum + value ** 2, 0) / values.length;
    return Math.abs(mean) < 1e-9 && Math.abs(square - 1) < 1e-9;
  });
  const named = (scaled: boolean) => loaded.columnOf.filter((_, column) => isScaled[column] === scaled);
  return { scaled: new Set(named(true)), left: new Set(named(false)), width };
}

describe('columns of an experiment', () => {
  it('are all standardised, none of them, those of numbers, or all but those of groups', async () => {
    const [all, none, numbers, butGroups] = await Promise.all(
      (['all', 'none', 'numbers', 'but-groups'] as const).map(columnsBy),
    );
    expect(all?.left.size).toBe(0);
    expect(none?.scaled.size).toBe(0);
    expect(numbers?.left.has('region')).toBe(true);
    expect(numbers?.scaled.size).toBeGreaterThan(0);
    expect([...(butGroups?.left ?? [])]).toEqual(['region']);
    expect(butGroups?.scaled).toEqual(new Set([...(all?.scaled ?? [])].filter((column) => column !== 'region')));
  });
});
