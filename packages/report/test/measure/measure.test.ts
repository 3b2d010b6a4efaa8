import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bestOfRow,
  bestWinner,
  cellGrid,
  countDirections,
  direction,
  entityView,
  groupViews,
  halfWidth,
  headlineCell,
  rankByBias,
  simultaneousMultiplier,
  worstLoser,
} from '../../src/measure/index.js';
import { buildCell, type CellParts, gaussian, laplace } from '../fixtures/build-cell.js';
import { buildResult } from '../fixtures/build-result.js';
import { districts } from '../fixtures/districts.js';

const base: CellParts = {
  mechanism: laplace(1),
  post: 'clip',
  decision: 'identity',
  method: 'montecarlo',
  id: ['a', 'b', 'c'],
  name: ['A', '', 'C'],
  count: [0, 4, 8],
  truth: [0, 4, 8],
  bias: [2, null, -1],
  standardError: [0.5, 0.1, 1],
  budgetDollars: null,
};

describe('intervals', () => {
  it('of a simulated bias are the multiplier of the result times the standard error', () => {
    const cell = buildCell({ ...base, intervalMultiplier: 3 });
    expect(halfWidth(cell, 0)).toBe(1.5);
    expect(halfWidth(cell, 1)).toBeNull();
    expect(direction(cell, 0)).toBe('gains');
    expect(direction(cell, 2)).toBe('undecided');
    expect(countDirections(cell)).toEqual({ gains: 1, loses: 0, unchanged: 0, undecided: 2 });
  });

  it('without a multiplier are wider than those of Bonferroni', () => {
    const { intervalMultiplier: _, ...cell } = buildCell(base);
    // two-sided Bonferroni over 3 at 95 %: quantile of the normal at 1 - 0.05 / 6 = 2.3940
    const multiplier = simultaneousMultiplier(cell) as number;
    expect(multiplier).toBeCloseTo(Math.sqrt(2 * Math.log(60)), 12);
    expect(multiplier).toBeGreaterThan(2.394);
    expect(multiplier).toBeLessThan(3);
  });

  it('of an exact bias are its numerical error', () => {
    expect(halfWidth({ ...buildCell({ ...base, method: 'exact' }), errorEstimate: 0.25 }, 0)).toBe(0.25);
    expect(direction({ ...buildCell({ ...base, method: 'exact' }), errorEstimate: 3 }, 0)).toBe('unchanged');
    expect(direction({ ...buildCell({ ...base, method: 'series' }), errorEstimate: 3 }, 0)).toBe('undecided');
  });
});

describe('entities', () => {
  it('have no percentage of zero and take their id for a missing name', () => {
    const cell = buildCell(base);
    const result = buildResult([cell]);
    expect(entityView(result, cell, 0).fraction).toBeNull();
    expect(entityView(result, cell, 1).name).toBe('b');
    expect(entityView(result, cell, 2).fraction).toBe(-1 / 8);
  });

  it('are ranked by bias, those without one left out', () => {
    const cell = buildCell(base);
    expect(rankByBias(cell)).toEqual([2, 0]);
    expect([worstLoser(cell), bestWinner(cell)]).toEqual([2, 0]);
  });

  it('include no loser when nobody loses', () => {
    expect(worstLoser(buildCell({ ...base, bias: [1, 2, 3] }))).toBeNull();
  });
});

describe('comparisons', () => {
  it('find the one whose interval lies below all others', () => {
    const at = (estimate: number, half: number) => ({ estimate, lower: estimate - half, upper: estimate + half });
    expect(bestOfRow([at(5, 1), at(2, 1), at(9, 1)])).toBe(1);
    expect(bestOfRow([at(5, 2), at(2, 2)])).toBeNull();
    expect(bestOfRow([at(5, 1)])).toBeNull();
    expect(bestOfRow([at(5, 1), { estimate: 1, lower: null, upper: null }])).toBeNull();
  });

  it('put the widest gap that is sure before a wider one that is not', () => {
    const sure = buildCell({ ...base, bias: [1, 0, -1], standardError: [0.01, 0.01, 0.01] });
    const unsure = buildCell({ ...base, bias: [5, 0, -5], standardError: [9, 9, 9] });
    expect(headlineCell(buildResult([unsure, sure]))).toBe(sure);
    expect(headlineCell(buildResult([unsure]))).toBe(unsure);
  });
});

describe('the grid of cells', () => {
  it('loses no cell and gives every row its own label', () => {
    const mechanisms = [laplace(1), laplace(1), { ...laplace(1), sensitivity: 2 }, gaussian(3), laplace(0.5)];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(4), fc.constantFrom('clip', 'none', 'pos'))), (choices) => {
        const cells = choices.map(([at, post]) =>
          buildCell({ ...base, mechanism: mechanisms[at] as (typeof mechanisms)[number], post }),
        );
        const grid = cellGrid(buildResult(cells));
        expect(grid.rows.flatMap((row) => row.cells).length).toBe(cells.length);
        expect(new Set(grid.rows.map((row) => row.label)).size).toBe(grid.rows.length);
      }),
    );
  });
});

it('groups are sorted by percent of their own total, all of them', () => {
  const [cell] = districts(120).cells;
  const views = groupViews(cell as NonNullable<typeof cell>);
  expect(views.length).toBe(cell?.groups.length);
  const fractions = views.map((view) => view.fraction ?? Number.POSITIVE_INFINITY);
  expect(fractions).toEqual([...fractions].sort((first, second) => first - second));
});
