// Hsieh, Chang, Lin, Keerthi, Sundararajan (2008), "A dual coordinate descent method for large-scale linear SVM", Algorithm 1.
import type { LinearFit, TrainingRows } from './training-rows.js';

const MOST_SWEEPS = 20_000;
/** Gap between primal and dual, over the primal. */
const TOLERANCE = 1e-9;
const SWEEPS_A_CHECK = 20;

/**
 * Linear support vector machine: the least (|w|^2 + c^2) / 2 + C sum max(0, 1 - y (w x + c)). The constant has a penalty like
 * the weights, as in the source. Coordinates are taken in order, so that equal rows give equal bits.
 *
 * @param rows features of about unit size and answers of +1 and -1.
 * @param strength C, above 0.
 * @returns weights and constant; `residual` is the gap between primal and dual over the primal, a proof of how far it may
 * be from the best.
 */
export function fitSvm({ features, answers }: TrainingRows, strength: number): LinearFit {
  const inputs = features.map((row) => [...row, 1]);
  const squares = inputs.map((row) => row.reduce((sum, x) => sum + x * x, 0));
  const multipliers = new Float64Array(inputs.length);
  const point = new Array<number>((features[0]?.length ?? 0) + 1).fill(0);
  const marginOf = (i: number) =>
    (answers[i] as number) * (inputs[i] as number[]).reduce((sum, x, k) => sum + x * (point[k] as number), 0);
  let residual = gap();
  for (let sweep = 1; sweep <= MOST_SWEEPS && residual > TOLERANCE; sweep++) {
    for (let i = 0; i < inputs.length; i++) {
      const old = multipliers[i] as number;
      const free = old - (marginOf(i) - 1) / (squares[i] as number);
      const next = Math.min(Math.max(free, 0), strength);
      if (next === old) continue;
      multipliers[i] = next;
      const step = (next - old) * (answers[i] as number);
      (inputs[i] as number[]).forEach((x, k) => {
        point[k] = (point[k] as number) + step * x;
      });
    }
    if (sweep % SWEEPS_A_CHECK === 0) residual = gap();
  }
  return { weights: point.slice(0, -1), constant: point.at(-1) as number, residual, converged: residual <= 1e-4 };

  /** Primal minus dual, over the primal. */
  function gap(): number {
    const norm = point.reduce((sum, w) => sum + w * w, 0) / 2;
    let hinge = 0;
    let sum = 0;
    for (let i = 0; i < inputs.length; i++) {
      hinge += Math.max(0, 1 - marginOf(i));
      sum += multipliers[i] as number;
    }
    const primal = norm + strength * hinge;
    return (primal - (sum - norm)) / primal;
  }
}
