// Yeom and Fredrikson (IJCAI 2020), algorithm 2 for p = 1.
import { fillUnitLaplace } from '@dpfair/stats';
import { scatter } from './scatter.js';
import type { Smoothing } from './smoothing.js';

/** Draws with density proportional to `exp(-2 sum of scales |t|)`: each coordinate is Laplace noise of scale 1 / (2 scale), by itself. */
export function independentLaplace(active: Int32Array, scales: Float64Array): Smoothing['fill'] {
  const width = scales.length;
  const factors = scales.map((scale) => (scale > 0 ? 0.5 / scale : 0));
  return (out, seed, trial) => {
    const unit = new Float64Array((out.length / width) * active.length);
    fillUnitLaplace(unit, seed, 'smoothing', trial);
    scatter(out, unit, active, factors);
  };
}
