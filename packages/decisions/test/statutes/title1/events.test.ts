import { describe, expect, it } from 'vitest';
import { decisionByName } from '../../../src/index.js';
import { district, inputOf } from './small-world.js';

describe('the events of Title I', () => {
  it('ask who is eligible for each grant', () => {
    const { events = [] } = decisionByName('title1');
    expect(events.map(({ name }) => name)).toEqual([
      'eligible for basic grants',
      'eligible for concentration grants',
      'eligible for targeted grants',
      'eligible for education finance incentive grants',
    ]);
    const input = inputOf([district('A', 10, 500), district('A', 11, 500), district('A', 80, 500)]);
    expect(events.map(({ decision }) => [...decision.truth(input)])).toEqual([
      [0, 1, 1],
      [0, 0, 1],
      [0, 0, 1],
      [0, 0, 1],
    ]);
    expect(events.map(({ postOf }) => postOf('simplex'))).toEqual(['simplex', 'simplex', 'simplex', 'simplex']);
    // Together 30 too many: each of three loses 10 to keep the total of 101.
    const [basic] = events;
    const outcome = new Float64Array(3);
    basic?.decision.pipeline('sum', input).apply({ count: Float64Array.of(19, 21, 91) }, outcome);
    expect([...outcome]).toEqual([0, 1, 1]);
    basic?.decision.pipeline('none', input).apply({ count: Float64Array.of(19, 21, 91) }, outcome);
    expect([...outcome]).toEqual([1, 1, 1]);
  });

  it('are not asked where noise cannot change them', () => {
    expect(decisionByName('title1', { clauses: { eligibility: false } }).events).toEqual([]);
    expect(decisionByName('title1', { clauses: { 'eligibility-from-truth': true } }).events).toEqual([]);
  });
});
