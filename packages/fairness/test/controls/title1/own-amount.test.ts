import { type GrantName, grantNames, title1Run } from '@dpfair/decisions';
import { laplace } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { ownAmounts } from '../../../src/controls/title1/own-amount.js';
import { smallWorld } from './small-world.js';

const input = smallWorld();
const noise = laplace(15);

/** The formula of one grant, and its rates on the true counts. */
function prepared(grant: GrantName) {
  const run = title1Run(input, { grants: [grant], clauses: { cents: false } });
  const found: { rate: Float64Array } = { rate: new Float64Array(0) };
  const children = input.fixed.children as Float64Array;
  run.spend(input.counts.count as Float64Array, children, new Float64Array(48), (_formula, _amount, { rate }) => {
    found.rate = rate.slice();
  });
  const [formula] = run.formulas;
  if (formula === undefined) throw new Error('no formula');
  return { run, formula, rate: found.rate };
}

describe.each(grantNames)('amounts for the own count alone, %s', (grant) => {
  const { run, formula, rate } = prepared(grant);
  const { start, order } = run.facts;
  const own = ownAmounts(run, formula, rate, noise, true);
  const n = order.length;
  const stateOf = (place: number) => [...start].findLastIndex((from) => from <= place);

  /** From the formula itself. */
  const direct = (noisy: Float64Array): Float64Array => {
    const count = noisy.map((y) => Math.max(0, y));
    const [least, kept, weight, floor] = [0, 1, 2, 3].map(() => new Float64Array(n)) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    const { children } = run.truth;
    formula.leastCounts(children, least);
    run.keep(count, children, kept);
    formula.ask({ count, children, least, kept }, weight);
    formula.hold({ count, children, least, kept }, floor);
    return weight.map((w, place) => Math.max((rate[stateOf(place)] as number) * w, floor[place] as number));
  };

  const piecewise = (place: number, y: number): number => {
    const { start: first, knot, value, slope } = own.pieces;
    let k = first[place] as number;
    while (k < (first[place + 1] as number) - 1 && y >= (knot[k + 1] as number)) k += 1;
    return (value[k] as number) + (slope[k] as number) * (y - (run.truth.count[place] as number));
  };

  it('are those of the formula, but for a bend that is missed now and then', () => {
    let wrong = 0;
    for (let step = -300; step <= 300; step++) {
      const noisy = run.truth.count.map((x) => x + step * 0.81337);
      direct(noisy).forEach((amount, place) => {
        const off = Math.abs(piecewise(place, noisy[place] as number) - amount);
        if (off > 1e-5 * amount + 1) wrong += 1;
      });
    }
    // Three lines a segment do not follow every district of an incentive grant, which costs variance and no bias.
    expect(wrong / (601 * n)).toBeLessThanOrEqual(grant === 'efig' ? 0.005 : 0);
  });

  it('have the expectation of the integral over the noise', () => {
    const sums = new Float64Array(n);
    const width = 0.1;
    for (let eta = -250 + width / 2; eta < 250; eta += width) {
      const density = noise.pdf(eta) * width;
      direct(run.truth.count.map((x) => x + eta)).forEach((amount, place) => {
        sums[place] = (sums[place] as number) + density * amount;
      });
    }
    sums.forEach((sum, place) => {
      expect(own.expected[place]).toBeGreaterThan(sum * (1 - 4e-3) - 1);
      expect(own.expected[place]).toBeLessThan(sum * (1 + 4e-3) + 1);
    });
  });

  it('move with the rate by no more than they are', () => {
    own.moving.forEach((part, place) => {
      expect(part).toBeGreaterThanOrEqual(0);
      expect(part).toBeLessThanOrEqual((own.expected[place] as number) * (1 + 1e-9));
    });
  });
});
