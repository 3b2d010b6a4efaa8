import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellGrid } from '../../src/measure/cell-rows.js';
import { buildCell, gaussian, laplace } from '../fixtures/build-cell.js';
import { buildResult } from '../fixtures/build-result.js';
import { threeEntities as base } from '../fixtures/three-entities.js';

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
