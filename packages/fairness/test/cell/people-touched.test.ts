import { laplaceMechanism } from '@dpfair/mechanisms';
import type { CountTable } from '@dpfair/result';
import { parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { peopleTouched } from '../../src/cell/people-touched.js';
import { auditTable } from '../../src/index.js';

const exact = (bias: readonly number[], errors = bias.map(() => 0)) => ({
  method: 'exact' as const,
  estimator: 'rule-quadrature' as const,
  bias: Float64Array.from(bias),
  errors: Float64Array.from(errors),
});
const touched = { role: 'lep', people: Float64Array.of(100, 40, 10, 7), counted: [true, true, true, false] };

describe('people behind wrong answers', () => {
  it('are added up over the entities that are counted, by true answer', () => {
    const people = peopleTouched(exact([-0.25, -0.5, 0.5, -1]), touched, Float64Array.of(1, 1, 0, 1), 0.95);
    expect(people).toEqual({
      role: 'lep',
      losing: { entities: 2, people: 140, expected: 45, lower: 45, upper: 45 },
      gaining: { entities: 1, people: 10, expected: 5, lower: 5, upper: 5 },
    });
  });

  it('have an interval of errors times people, that stays between nobody and everybody', () => {
    const truth = Float64Array.of(1, 1, 0, 1);
    const { losing, gaining } = peopleTouched(exact([-0.25, -0.5, 0.5, 0], [0.01, 0.05, 0.9, 0]), touched, truth, 0.95);
    expect([losing.lower, losing.upper]).toEqual([42, 48]);
    expect([gaining.lower, gaining.upper]).toEqual([0, 10]);
  });

  it('are not known where the biases are not', () => {
    const { losing } = peopleTouched(null, touched, Float64Array.of(1, 1, 0, 1), 0.95);
    expect(losing).toEqual({ entities: 2, people: 140, expected: null, lower: null, upper: null });
  });

  it('come with an audit of language assistance, and simulation covers the exact number', async () => {
    const table: CountTable = {
      id: ['a', 'b', 's'],
      name: ['A', 'B', 'S'],
      group: null,
      counts: {
        lep: Float64Array.of(101, 11, 2_010),
        citizens: Float64Array.of(2000, 200, 40_000),
        illiterate: Float64Array.of(6, 1, 40),
      },
      fixed: {},
      labels: { level: ['county', 'county', 'state'], state: ['1', '2', '1'], language: ['x', 'x', 'x'] },
    };
    const request = {
      table,
      decision: 'language',
      mechanisms: [laplaceMechanism({ epsilon: 0.5 }, { columns: 3 })],
      posts: ['clip'],
      seed: parseSeed(11n),
    } as const;
    const [cell] = (await auditTable(request)).cells;
    expect(cell?.entities.people).toEqual([101, 11, null]);
    const [a = 0, b = 0] = (cell?.entities.probability ?? []) as readonly number[];
    expect(cell?.people?.losing.expected).toBeCloseTo(101 * (1 - a) + 11 * (1 - b), 9);
    expect(cell?.people?.losing).toMatchObject({ entities: 2, people: 112 });
    const [other] = (await auditTable({ ...request, method: 'montecarlo', trials: 40_000, confidence: 0.999999 }))
      .cells;
    expect(other?.people?.losing.lower).toBeLessThan(cell?.people?.losing.expected as number);
    expect(other?.people?.losing.upper).toBeGreaterThan(cell?.people?.losing.expected as number);
    expect(other?.entities.events?.map(({ name }) => name)).toEqual(cell?.entities.events?.map(({ name }) => name));
  });
});
