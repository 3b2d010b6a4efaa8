import { describe, expect, it } from 'vitest';
import { type DecisionInput, decisionByName } from '../../src/index.js';

const populations = (...count: number[]): DecisionInput => ({ counts: { count: Float64Array.from(count) }, fixed: {} });
const house = (method: string, seats: number) => decisionByName('apportionment', { method, seats });

describe('decision apportionment', () => {
  it('gives seats by population, under the method of the House where none is named', () => {
    const input = populations(9061, 7179, 5259, 3319, 1182);
    expect([...house('webster', 26).truth(input)]).toEqual([9, 8, 5, 3, 1]);
    expect([...decisionByName('apportionment', { seats: 26 }).truth(input)]).toEqual([9, 7, 6, 3, 1]);
    expect(decisionByName('apportionment', { seats: 26 }).parameters).toEqual({ method: 'huntington-hill', seats: 26 });
  });

  it('a negative noisy population counts as 0, whether it is clipped or not', () => {
    const input = populations(50, 30, 20);
    for (const post of ['none', 'clip'] as const) {
      const seats = new Float64Array(3);
      house('webster', 10)
        .pipeline(post, input)
        .apply({ count: Float64Array.of(60, -5, 40) }, seats);
      expect([...seats]).toEqual([6, 0, 4]);
    }
  });

  it('projections act on the populations before the seats are given', () => {
    const input = populations(50, 30, 20);
    const seats = new Float64Array(3);
    // Onto the total of 100: each gains 5, and 65, 0, 35 follow; without the projection the seats are 6, 0, 4 of 60, -5, 30.
    house('jefferson', 20)
      .pipeline('sum', input)
      .apply({ count: Float64Array.of(60, -5, 30) }, seats);
    expect([...seats]).toEqual([13, 0, 7]);
    expect(
      house('jefferson', 20)
        .pipeline('sum', input)
        .stages.map(({ name }) => name),
    ).toEqual(['sum', 'apportionment']);
  });

  it('fewer and more seats than without noise are events of it, and decisions by themselves', () => {
    const input = populations(50, 30, 20);
    const { events = [] } = house('webster', 10);
    expect(events.map(({ name, decision }) => [name, decision.parameters.event, decision.unit])).toEqual([
      ['fewer seats', 'fewer', 'probability'],
      ['more seats', 'more', 'probability'],
    ]);
    const noisy = { count: Float64Array.of(60, 22, 18) };
    const answers = events.map(({ decision, postOf }) => {
      const outcome = new Float64Array(3);
      decision.pipeline(postOf('none'), input).apply(noisy, outcome);
      expect([...decision.truth(input)]).toEqual([0, 0, 0]);
      return [...outcome];
    });
    // 5, 3, 2 become 6, 2, 2.
    expect(answers).toEqual([
      [0, 1, 0],
      [1, 0, 0],
    ]);
  });

  it('ties without noise are known', () => {
    expect(house('webster', 2).tied?.(populations(1, 3))).toEqual([0, 1]);
    expect(house('webster', 3).tied?.(populations(1, 3))).toEqual([]);
  });

  it.each([
    [{}, /apportionment without a number of seats .*435 for the House/],
    [{ seats: 0 }, /seats: 0 \(allowed: a whole number from 1 to 1000000\)/],
    [{ seats: 2.5 }, /seats: 2\.5/],
    [{ seats: 1e7 }, /seats: 10000000/],
    [
      { seats: 5, method: 'dean' },
      /unknown method of apportionment: dean \(allowed: huntington-hill, webster, jefferson/,
    ],
    [{ seats: 5, event: 'same' }, /unknown event of apportionment: same \(allowed: fewer, more\)/],
    [{ seats: 5, rule: 'a > 1' }, /apportionment has no use for rule/],
  ])('refuses %o', (parameters, message) => {
    expect(() => decisionByName('apportionment', parameters)).toThrow(message);
  });

  it('refuses fewer seats than entities where everyone has one, and populations of zero', () => {
    expect(() => house('huntington-hill', 2).truth(populations(5, 6, 7))).toThrow(
      /seats under huntington-hill, which gives everyone at least one: 2 \(allowed: at least 3/,
    );
    expect(() => house('adams', 2).pipeline('none', populations(5, 6, 7))).toThrow(/allowed: at least 3/);
    expect([...house('webster', 2).truth(populations(5, 6, 7))]).toEqual([0, 1, 1]);
    expect(() => house('webster', 2).truth(populations(0, 0))).toThrow(/seats do not exist: every population is zero/);
  });
});
