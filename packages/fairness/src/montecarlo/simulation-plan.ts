import type { Pipeline } from '@dpfair/decisions';
import type { ControlVariate } from '../controls/control-variate.js';
import { plainControl } from '../controls/linear-control.js';
import { unseenClipping } from '../models/allotment/unseen-clipping.js';
import type { PreparedCell } from '../models/prepared-cell.js';

/** How one cell is simulated, and what its simulation cannot see. */
export interface SimulationPlan {
  /** The outcome without noise. */
  readonly truth: Float64Array;
  readonly pipeline: Pipeline;
  readonly control: ControlVariate;
  /** False for the plain estimator. */
  readonly controlled: boolean;
  /** How far a bias may be off because of clipping too rare to be seen in this many trials. */
  readonly unseen: (trials: number) => number;
  /** How far a bias may be off beyond its scatter, whatever the counts: rounding, and flips of a yes or no, and seats, that never moved. */
  readonly resolution: (trials: number, confidence: number) => number;
}

/** Upper Clopper-Pearson limit of an event that was never seen, for all of n entities at once. */
const largestUnseenProbability = (entities: number, trials: number, confidence: number) =>
  -Math.log((1 - confidence) / entities) / trials;

/** @param controlVariates false for the plain estimator; true takes a control variate where it does no harm. */
export function planSimulation({ problem, truth, model }: PreparedCell, controlVariates: boolean): SimulationPlan {
  const { decision, post, input, noise } = problem;
  const control = controlVariates ? model.control() : null;
  const start = model.simplexStart?.();
  return {
    truth,
    pipeline: decision.pipeline(post, input, start === undefined ? {} : { simplexStart: start }),
    control: control ?? plainControl(truth),
    controlled: control !== null,
    unseen: (trials) => {
      const clipping = model.rareClipping(control !== null);
      return clipping === null ? 0 : unseenClipping(clipping, noise, trials);
    },
    resolution: (trials, confidence) =>
      decision.unit === 'probability' || decision.unit === 'seats'
        ? largestUnseenProbability(truth.length, trials, confidence)
        : 4 * Number.EPSILON * truth.reduce((a, b) => Math.max(a, b), 0),
  };
}
