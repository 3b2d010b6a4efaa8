import { describe, expect, it } from 'vitest';
import { bestWinner, rankByBias, worstLoser } from '../../../src/measure/entities/ranking.js';
import { buildCell } from '../../fixtures/build-cell.js';
import { threeEntities as base } from '../../fixtures/three-entities.js';

describe('entities', () => {
  it('are ranked by bias, those without one left out', () => {
    const cell = buildCell(base);
    expect(rankByBias(cell)).toEqual([2, 0]);
    expect([worstLoser(cell), bestWinner(cell)]).toEqual([2, 0]);
  });

  it('include no loser when nobody loses', () => {
    expect(worstLoser(buildCell({ ...base, bias: [1, 2, 3] }))).toBeNull();
  });
});
