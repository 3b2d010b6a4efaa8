import { expect, it } from 'vitest';
import { entityView } from '../../../src/measure/entities/entity-view.js';
import { buildCell } from '../../fixtures/build-cell.js';
import { buildResult } from '../../fixtures/build-result.js';
import { threeEntities as base } from '../../fixtures/three-entities.js';

it('entities have no percentage of zero and take their id for a missing name', () => {
  const cell = buildCell(base);
  const result = buildResult([cell]);
  expect(entityView(result, cell, 0).fraction).toBeNull();
  expect(entityView(result, cell, 1).name).toBe('b');
  expect(entityView(result, cell, 2).fraction).toBe(-1 / 8);
});
