import { expect, it } from 'vitest';
import { headlineCell } from '../../src/measure/headline.js';
import { buildCell } from '../fixtures/build-cell.js';
import { buildResult } from '../fixtures/build-result.js';
import { threeEntities as base } from '../fixtures/three-entities.js';

it('the headline puts the widest gap that is sure before a wider one that is not', () => {
  const sure = buildCell({ ...base, bias: [1, 0, -1], standardError: [0.01, 0.01, 0.01] });
  const unsure = buildCell({ ...base, bias: [5, 0, -5], standardError: [9, 9, 9] });
  expect(headlineCell(buildResult([unsure, sure]))).toBe(sure);
  expect(headlineCell(buildResult([unsure]))).toBe(unsure);
});
