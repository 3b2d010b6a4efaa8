import type { Pipeline } from '@dpfair/decisions';
import type { ControlVariate } from '../controls/control-variate.js';
import { plainControl } from '../controls/linear-control.js';
import type { PreparedCell } from '../models/prepared-cell.js';
import { unseenClipping } from '../models/unseen-clipping.js';

/** How one cell is simulated, and what its simulation cannot see. */
export interface SimulationPlan {
  readonly pipeline: Pipeline;
  readonly control: ControlVariate;
  /** False for the plain estimator. */
  readonly controlled: boolean;
  /** How far a bias may be off because of clipping too rare to be seen in this many trials. */
  readonly unseen: (trials: number) => number;
  /** How far a bias may be off by rounding: a few units in the last place of the largest outcome. */
  readonly rounding: number;
}

/** @param controlVariates false for the plain estimator; true takes a control variate where it does no harm. */
export function planSimulation({ problem, truth, model }: PreparedCell, controlVariates: boolean): SimulationPlan {
  const { decision, post, input, noise } = problem;
  const control = controlVariates ? model.control() : null;
  const start = model.simplexStart?.();
  return {
    pipeline: decision.pipeline(post, input, start === undefined ? {} : { simplexStart: start }),
    control: control ?? plainControl(truth),
    controlled: control !== null,
    unseen: (trials) => {
      const clipping = model.rareClipping(control !== null);
      return clipping === null ? 0 : unseenClipping(clipping, noise, trials);
    },
    rounding: 4 * Number.EPSILON * truth.reduce((a, b) => Math.max(a, b), 0),
  };
}
