import { apportionmentMethods, decisionByName } from '@dpfair/decisions';
import { type DiscreteNoise, discreteGaussian, discreteLaplace } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { seatMoves } from '../../../src/exact/seats/seat-moves.js';
import { finish } from '../../../src/steps/steps.js';

const methodNames = ['huntington-hill', 'webster', 'jefferson', 'adams'] as const;

/** All values that the noise of three populations can have, each weighed with its probability. */
function enumerated(name: (typeof methodNames)[number], total: number, people: Float64Array, noise: DiscreteNoise) {
  const house = decisionByName('apportionment', { method: name, seats: total });
  const input = { counts: { count: people }, fixed: {} };
  const truth = house.truth(input);
  const { apply } = house.pipeline('none', input);
  const [fewer, more, bias] = [new Float64Array(3), new Float64Array(3), new Float64Array(3)];
  const values = Array.from({ length: 2 * REACH + 1 }, (_, k) => k - REACH);
  const [count, seats] = [new Float64Array(3), new Float64Array(3)];
  for (const a of values)
    for (const b of values)
      for (const c of values) {
        const weight = noise.pmf(a) * noise.pmf(b) * noise.pmf(c);
        count.set([(people[0] as number) + a, (people[1] as number) + b, (people[2] as number) + c]);
        apply({ count }, seats);
        for (let i = 0; i < 3; i++) {
          const change = (seats[i] as number) - (truth[i] as number);
          bias[i] = (bias[i] as number) + weight * change;
          if (change < 0) fewer[i] = (fewer[i] as number) + weight;
          if (change > 0) more[i] = (more[i] as number) + weight;
        }
      }
  return { truth, fewer, more, bias };
}

/** Beyond it these noises have less than 1e-9 of their mass. */
const REACH = 14;

describe('seats that move under noise on the whole numbers', () => {
  it.each(methodNames)('%s: the sum over all noise, ties and nobody included', (name) => {
    const method = apportionmentMethods[name];
    for (const noise of [discreteLaplace(0.6), discreteGaussian(2)]) {
      for (const people of [Float64Array.of(4, 4, 8), Float64Array.of(0, 1, 2), Float64Array.of(12, 30, 45)]) {
        const expected = enumerated(name, 5, people, noise);
        const steps = seatMoves({ method, total: 5, populations: people, truth: expected.truth, noise });
        const moves = steps && finish(steps());
        for (const what of ['fewer', 'more', 'bias'] as const) {
          people.forEach((_, i) => {
            expect(Math.abs((moves?.[what][i] as number) - (expected[what][i] as number))).toBeLessThan(1e-8);
          });
        }
        expect(Math.max(...(moves?.errors ?? [1]))).toBeLessThan(1e-12);
      }
    }
  });
});
