import type { Cell } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { bestWinner, expectedToLose, peopleView, rankByPeople, worstLoser } from '../../../src/measure/index.js';
import { buildCell } from '../../fixtures/build-cell.js';
import { fourEntities } from '../../fixtures/four-entities.js';

const plain = buildCell({
  ...fourEntities,
  post: 'clip',
  decision: 'threshold',
  truth: [1, 1, 1, 0],
  bias: [-0.75, -0.5, -0.125, 0.125],
});
const people = [null, 20, 300, 40];
const cell: Cell = {
  ...plain,
  entities: { ...plain.entities, people },
  people: {
    role: 'lep',
    losing: { entities: 2, people: 320, expected: 47.5, lower: 47.5, upper: 47.5 },
    gaining: { entities: 1, people: 40, expected: 5, lower: 5, upper: 5 },
  },
};

describe('people of a cell', () => {
  it('expected to lose: people of the entitled times the probability of no', () => {
    expect([0, 1, 2, 3].map((index) => expectedToLose(cell, index))).toEqual([null, 10, 37.5, null]);
    expect(expectedToLose(plain, 1)).toBeNull();
  });

  it('the largest number comes first, which is not the largest probability', () => {
    expect(rankByPeople(cell)).toEqual([2, 1]);
    expect(peopleView(cell)).toMatchObject({ role: 'lep', entitled: 320, worst: 2, losing: { estimate: 47.5 } });
    expect(peopleView(plain)).toBeNull();
  });

  it('who loses and gains most is one whose people are counted', () => {
    expect([worstLoser(plain), worstLoser(cell)]).toEqual([0, 1]);
    expect(bestWinner(cell)).toBe(3);
  });
});
