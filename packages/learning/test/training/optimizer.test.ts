import { describe, expect, it } from 'vitest';
import { optimizerByName } from '../../src/training/optimizer.js';

/** Algorithm 1 of Kingma and Ba (2015), line by line, for one parameter. */
function adamByHand(gradients: readonly number[], rate: number): number[] {
  let [m, v] = [0, 0];
  return gradients.map((gradient, t) => {
    m = 0.9 * m + 0.1 * gradient;
    v = 0.999 * v + 0.001 * gradient ** 2;
    return (rate * (m / (1 - 0.9 ** (t + 1)))) / (Math.sqrt(v / (1 - 0.999 ** (t + 1))) + 1e-8);
  });
}

describe('optimizers', () => {
  it('plain descent takes the rate times the gradient', () => {
    const change = new Float64Array(2);
    optimizerByName('sgd', 0.5, 2).next(Float64Array.of(3, -1), change);
    expect(Array.from(change)).toEqual([1.5, -0.5]);
  });

  it('Adam follows its algorithm over a hundred steps, each parameter by itself', () => {
    const gradients = Array.from({ length: 100 }, (_, t) => [Math.sin(t) + 0.2, 1e-3 * Math.cos(3 * t)] as const);
    const optimizer = optimizerByName('adam', 0.01, 2);
    const change = new Float64Array(2);
    const changes = gradients.map((gradient) => {
      optimizer.next(Float64Array.from(gradient), change);
      return Array.from(change);
    });
    for (const j of [0, 1] as const) {
      const expected = adamByHand(
        gradients.map((gradient) => gradient[j]),
        0.01,
      );
      expected.forEach((value, t) => {
        expect(changes[t]?.[j]).toBeCloseTo(value, 14);
      });
    }
  });

  it("Adam's first step has the length of the rate, whatever the size of the gradient", () => {
    const change = new Float64Array(2);
    optimizerByName('adam', 0.01, 2).next(Float64Array.of(1000, -0.001), change);
    expect(change[0]).toBeCloseTo(0.01, 12);
    expect(change[1]).toBeCloseTo(-0.01, 6);
  });
});
