import type { Look, LookVerdict } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { epsilonGrid } from '../../src/target/epsilon-grid.js';
import { mostLooks, searchEpsilon } from '../../src/target/search-epsilon.js';

/** Looks that know for which budgets the target is met, and count themselves. */
function looksAt(verdictAt: (epsilon: number) => LookVerdict) {
  let taken = 0;
  const look = (epsilon: number): Look => {
    taken += 1;
    const upper = verdictAt(epsilon) === 'met' ? 0 : 2 + epsilon;
    return { epsilon, verdict: verdictAt(epsilon), estimate: upper, lower: upper, upper, reason: null };
  };
  return {
    search: (epsilons: readonly number[], precision: number) =>
      searchEpsilon(epsilons.map(look), async (epsilon) => look(epsilon), precision),
    taken: () => taken,
  };
}

const metWhere = (holds: (epsilon: number) => boolean) => (epsilon: number) => (holds(epsilon) ? 'met' : 'missed');

describe('the search for a budget', () => {
  it.each([0.5, 1e-2, 1e-6, 1e-12])(
    'brackets a threshold to within a factor 1 + %d, both ends looked at',
    async (precision) => {
      const truth = 0.0371;
      const looks = looksAt(metWhere((epsilon) => epsilon >= truth));
      const epsilons = epsilonGrid(1e-4, 100, 4);
      const { smallest, below, settled, holdsAbove } = await looks.search(epsilons, precision);
      expect(smallest?.epsilon).toBeGreaterThanOrEqual(truth);
      expect(below?.epsilon).toBeLessThan(truth);
      expect((smallest?.epsilon ?? Number.NaN) / (below?.epsilon ?? Number.NaN)).toBeLessThanOrEqual(1 + precision);
      expect([smallest?.verdict, below?.verdict, holdsAbove]).toEqual(['met', 'missed', true]);
      expect(settled).toBe(smallest);
      expect(looks.taken()).toBeLessThanOrEqual(mostLooks(epsilons, precision));
    },
  );

  it('ends at neighbouring numbers when no precision can be reached', async () => {
    const { search } = looksAt(metWhere((epsilon) => epsilon >= 1 / 3));
    expect((await search([0.1, 1], 1e-300)).smallest?.epsilon).toBe(1 / 3);
  });

  it('finds both ends where the target is met, missed and met again', async () => {
    const looks = looksAt(metWhere((epsilon) => (epsilon > 0.02 && epsilon < 0.4) || epsilon > 7));
    const epsilons = epsilonGrid(1e-3, 100, 4);
    const { smallest, settled, holdsAbove } = await looks.search(epsilons, 1e-6);
    expect(smallest?.epsilon).toBeCloseTo(0.02, 6);
    expect(settled?.epsilon).toBeCloseTo(7, 4);
    expect(holdsAbove).toBe(false);
    expect(looks.taken()).toBeLessThanOrEqual(mostLooks(epsilons, 1e-6));
  });

  it('says that nothing settles where the largest budget misses', async () => {
    const { smallest, settled, holdsAbove } = await looksAt(metWhere((epsilon) => epsilon < 0.4)).search(
      [0.1, 1, 10],
      0.1,
    );
    expect([smallest?.epsilon, settled, holdsAbove]).toEqual([0.1, null, false]);
  });

  it('has nothing below where the smallest budget meets the target already', async () => {
    const { smallest, below, holdsAbove } = await looksAt(() => 'met').search([0.1, 1, 10], 0.1);
    expect([smallest?.epsilon, below, holdsAbove]).toEqual([0.1, null, true]);
  });

  it('takes neither an undefined nor an inconclusive look for one that meets the target', async () => {
    for (const verdict of ['undefined', 'inconclusive', 'missed'] as const) {
      const { smallest, settled, best } = await looksAt(() => verdict).search([0.1, 1, 10], 0.1);
      expect([smallest, settled, best.epsilon]).toEqual([null, null, 0.1]);
    }
  });
});

describe('the grid of budgets', () => {
  it('has both ends, and neighbours at most the asked factor apart', () => {
    for (const [low, high, perDecade] of [
      [1e-4, 100, 4],
      [0.3, 0.7, 3],
      [1, 1, 4],
      [1, 1 + 1e-9, 4],
      [1e-6, 1e6, 1],
    ] as const) {
      const grid = epsilonGrid(low, high, perDecade);
      expect([grid[0], grid.at(-1)]).toEqual([low, high]);
      grid.slice(1).forEach((epsilon, k) => {
        expect(epsilon).toBeGreaterThan(grid[k] as number);
        expect(epsilon / (grid[k] as number)).toBeLessThanOrEqual(10 ** (1 / perDecade) * (1 + 1e-8));
      });
    }
  });

  it.each([
    [0, 1],
    [-1, 1],
    [Number.NaN, 1],
    [1, 0.5],
    [1, Number.POSITIVE_INFINITY],
  ])('refuses the range from %d to %d', (low, high) => {
    expect(() => epsilonGrid(low, high, 4)).toThrow(/epsilon/);
  });
});
