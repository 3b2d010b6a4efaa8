import { describe, expect, it } from 'vitest';
import { logisticLoss } from '../../../src/models/losses/logistic-loss.js';
import type { OutputLoss } from '../../../src/models/losses/output-loss.js';
import { smoothHingeLoss } from '../../../src/models/losses/smooth-hinge-loss.js';
import { softmaxLoss } from '../../../src/models/losses/softmax-loss.js';
import { squaredLoss } from '../../../src/models/losses/squared-loss.js';
import { along, centralDifference, dot, unitVector } from '../central-difference.js';
import { madeVector } from '../made-examples.js';

const losses: readonly (readonly [string, OutputLoss, number])[] = [
  ['logistic', logisticLoss, 1],
  ['logistic of the other class', logisticLoss, 0],
  ['squared', squaredLoss, 0.3],
  ['smooth hinge', smoothHingeLoss(0.4), 1],
  ['smooth hinge of the other class', smoothHingeLoss(2), 0],
  ['softmax of 2', softmaxLoss(2), 1],
  ['softmax of 3', softmaxLoss(3), 0],
  ['softmax of 5', softmaxLoss(5), 4],
];

/** What a loss says at some scores, from an example that is not the first of its batch. */
function at(loss: OutputLoss, from: Float64Array, target: number) {
  const start = loss.width;
  const scores = new Float64Array(2 * start);
  scores.set(from, start);
  const outputs = new Float64Array(2 * start);
  const gradient = new Float64Array(2 * start);
  const value = loss.evaluate(scores, start, target, outputs, gradient);
  const point = { scores, outputs, at: start, target };
  const times = (vector: Float64Array) => {
    const direction = new Float64Array(2 * start);
    direction.set(vector, start);
    const into = new Float64Array(2 * start);
    loss.hessianVector(point, direction, into);
    return into.slice(start);
  };
  const roots = Array.from({ length: loss.roots }, (_, root) => {
    const into = new Float64Array(2 * start);
    loss.hessianRoot(point, root, into);
    return into.slice(start);
  });
  return {
    value,
    gradient: gradient.slice(start),
    outputs: outputs.slice(start),
    trace: loss.hessianTrace(point),
    times,
    roots,
  };
}

describe.each(losses)('the %s loss', (_, loss, target) => {
  /** Seeded, and none of them within a step of a bend's end. */
  const places = [3, 4, 5, 6].map((seed) => madeVector(loss.width, seed, 1.2));

  it('has the gradient and the Hessian of central differences', () => {
    for (const scores of places) {
      const here = at(loss, scores, target);
      for (let k = 0; k < loss.width; k++) {
        const unit = unitVector(loss.width, k);
        const moved = (t: number) => at(loss, along(scores, unit, t), target);
        expect(here.gradient[k]).toBeCloseTo(centralDifference((t) => [moved(t).value])[0] as number, 9);
        const column = centralDifference((t) => moved(t).gradient);
        here.times(unit).forEach((value, j) => {
          expect(value).toBeCloseTo(column[j] as number, 9);
        });
      }
    }
  });

  it('has the trace of its Hessian, and roots that multiply to it', () => {
    for (const scores of places) {
      const here = at(loss, scores, target);
      let trace = 0;
      for (let k = 0; k < loss.width; k++) {
        const column = here.times(unitVector(loss.width, k));
        trace += column[k] as number;
        column.forEach((value, j) => {
          const product = here.roots.reduce((sum, root) => sum + (root[j] as number) * (root[k] as number), 0);
          expect(product).toBeCloseTo(value, 14);
        });
      }
      expect(here.trace).toBeCloseTo(trace, 14);
    }
  });

  it('keeps its bounds on gradient and curvature, and is finite at scores of 800', () => {
    const far = [800, -800].flatMap((size) =>
      Array.from({ length: loss.width }, (_unused, k) => unitVector(loss.width, k).map((x) => size * x)),
    );
    for (const scores of [...places, ...far]) {
      const here = at(loss, scores, target);
      const direction = madeVector(loss.width, 9);
      const all = [here.value, here.trace, ...here.gradient, ...here.outputs, ...here.times(direction)];
      expect([...all, ...here.roots.flatMap((root) => [...root])].every(Number.isFinite)).toBe(true);
      expect(Math.sqrt(dot(here.gradient, here.gradient))).toBeLessThanOrEqual(loss.gradientBound);
      const curvature = dot(direction, here.times(direction)) / dot(direction, direction);
      expect(curvature).toBeLessThanOrEqual(loss.curvatureBound * (1 + 1e-15));
      expect(curvature).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('losses at scores with a value of their own', () => {
  it('are log 2 and log K where nothing is known', () => {
    expect(at(logisticLoss, Float64Array.of(0), 1).value).toBe(Math.LN2);
    expect(at(softmaxLoss(5), new Float64Array(5).fill(3), 2).value).toBeCloseTo(Math.log(5), 15);
    expect(at(softmaxLoss(4), new Float64Array(4), 2).trace).toBe(0.75);
  });

  it('reach their bounds: 1/4 for logistic, sqrt 2 and 1/2 for softmax', () => {
    expect(at(logisticLoss, Float64Array.of(0), 1).trace).toBe(logisticLoss.curvatureBound);
    const wrong = at(softmaxLoss(3), Float64Array.of(900, 0, 0), 1);
    expect(Math.sqrt(dot(wrong.gradient, wrong.gradient))).toBeCloseTo(softmaxLoss(3).gradientBound, 15);
    const even = at(softmaxLoss(2), Float64Array.of(1, 1), 0);
    const direction = Float64Array.of(Math.SQRT1_2, -Math.SQRT1_2);
    expect(dot(direction, even.times(direction))).toBeCloseTo(softmaxLoss(2).curvatureBound, 15);
  });

  it('do not lose what is small beside 1: exp(-40) of gradient, curvature and loss', () => {
    const small = 4.248354255291589e-18;
    const logistic = at(logisticLoss, Float64Array.of(40), 1);
    const softmax = at(softmaxLoss(2), Float64Array.of(0, 40), 1);
    for (const value of [logistic.value, logistic.trace, -(logistic.gradient[0] as number), softmax.value]) {
      expect(value / small).toBeCloseTo(1, 14);
    }
    expect(softmax.trace / (2 * small)).toBeCloseTo(1, 14);
    expect((softmax.gradient[1] as number) / -small).toBeCloseTo(1, 14);
    expect((softmax.times(Float64Array.of(0, 1))[1] as number) / small).toBeCloseTo(1, 14);
  });

  it('are |f| for a score of -800 of class 1, and 0 for one of 800', () => {
    expect(at(logisticLoss, Float64Array.of(-800), 1).value).toBe(800);
    expect(at(logisticLoss, Float64Array.of(800), 1).value).toBe(0);
    expect(at(softmaxLoss(3), Float64Array.of(800, 0, -800), 2).value).toBe(1600);
  });

  it('are those of one logit for a softmax of two, in the difference of its scores', () => {
    for (const [first, second] of [
      [0.3, -1.1],
      [2, 2.5],
      [-30, 4],
    ] as const) {
      for (const target of [0, 1]) {
        const two = at(softmaxLoss(2), Float64Array.of(first, second), target);
        const one = at(logisticLoss, Float64Array.of(second - first), target);
        expect(two.value).toBeCloseTo(one.value, 13);
        expect(two.outputs[1]).toBeCloseTo(one.outputs[0] as number, 14);
        expect(two.gradient[1]).toBeCloseTo(one.gradient[0] as number, 14);
        expect(two.trace).toBeCloseTo(2 * one.trace, 14);
      }
    }
  });

  it('are the three pieces of the smooth hinge', () => {
    const hinge = smoothHingeLoss(0.5);
    const value = (score: number, target: number) => at(hinge, Float64Array.of(score), target).value;
    expect([value(-1, 1), value(0.5, 1), value(1, 1), value(1.5, 1), value(2, 1)]).toEqual([2, 0.5, 0.125, 0, 0]);
    expect([value(1, 0), value(-1, 0), value(-2, 0)]).toEqual([2, 0.125, 0]);
  });
});
