// Newton's method with halved steps on a strictly convex objective: Nocedal and Wright, Numerical Optimization (2006), chapter 3.
import { solvePositiveDefinite } from '@dpfair/stats';
import type { LinearFit, TrainingRows } from './training-rows.js';

const MOST_STEPS = 200;
const TOLERANCE = 1e-10;

/**
 * Logistic regression with a ridge: the least |w|^2 / 2 + C sum log(1 + exp(-y (w x + c))), the constant without penalty.
 *
 * @param rows features of about unit size and answers of +1 and -1, both of which must occur.
 * @param strength C, above 0.
 * @returns weights and constant, with the largest component of the gradient over that at 0.
 */
export function fitLogistic({ features, answers }: TrainingRows, strength: number): LinearFit {
  const size = (features[0]?.length ?? 0) + 1;
  let point = new Array<number>(size).fill(0);
  let state = evaluate(point);
  const start = Math.max(...state.gradient.map(Math.abs), Number.MIN_VALUE);
  const residualOf = () => Math.max(...state.gradient.map(Math.abs)) / start;
  let steps = 0;
  for (; steps < MOST_STEPS && residualOf() > TOLERANCE; steps++) {
    const direction = solvePositiveDefinite(state.hessian, state.gradient);
    const slope = direction.reduce((sum, d, k) => sum + d * (state.gradient[k] as number), 0);
    let length = 1;
    let next = evaluate(along(point, direction, length));
    while (next.value > state.value - 1e-4 * length * slope && length > 1e-10) {
      length /= 2;
      next = evaluate(along(point, direction, length));
    }
    if (!(next.value < state.value)) break;
    point = along(point, direction, length);
    state = next;
  }
  return {
    weights: point.slice(0, -1),
    constant: point.at(-1) as number,
    residual: residualOf(),
    converged: residualOf() <= 1e-6,
  };

  function evaluate(at: readonly number[]) {
    const gradient = at.map((value, k) => (k === size - 1 ? 0 : value));
    const hessian = gradient.map((_, row) =>
      gradient.map((_value, column) => (row === column ? (row === size - 1 ? 1e-9 * strength : 1) : 0)),
    );
    let value = gradient.reduce((sum, w) => sum + (w * w) / 2, 0);
    features.forEach((row, i) => {
      const answer = answers[i] as number;
      const inputs = [...row, 1];
      const margin = answer * inputs.reduce((sum, x, k) => sum + x * (at[k] as number), 0);
      value += strength * (margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin);
      const wrong = 1 / (1 + Math.exp(margin));
      const curvature = strength * wrong * (1 - wrong);
      inputs.forEach((x, k) => {
        gradient[k] = (gradient[k] as number) - strength * answer * wrong * x;
        const line = hessian[k] as number[];
        inputs.forEach((other, l) => {
          line[l] = (line[l] as number) + curvature * x * other;
        });
      });
    });
    return { value, gradient, hessian };
  }
}

const along = (from: readonly number[], direction: readonly number[], length: number) =>
  from.map((value, k) => value - length * (direction[k] as number));
