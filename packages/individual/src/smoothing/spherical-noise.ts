// Yeom and Fredrikson (IJCAI 2020), algorithm 2 for p = 2 and Infinity. Twice the radius is Gamma(d): a sum of exponentials needs no inverse
// of the incomplete gamma function.
import { fillUnitGaussian, fillUnitLaplace, openStream } from '@dpfair/stats';
import { scatter } from './scatter.js';
import type { Smoothing } from './smoothing.js';

/**
 * Draws with density proportional to `exp(-2 ||scales o t||)` in L2 or L-infinity.
 *
 * - L2: a Gaussian vector divided by its length, times Gamma(d) / 2.
 * - L-infinity: a uniform point *in* the cube times Gamma(d + 1) / 2. Its largest coordinate has density d r^(d-1), which turns Gamma(d + 1) into
 *   Gamma(d), so that nothing is divided by that coordinate.
 *
 * The sizes of d (or d + 1) unit Laplace draws are the exponentials of which a Gamma variable is the sum.
 */
export function sphericalNoise(norm: 2 | number, active: Int32Array, scales: Float64Array): Smoothing['fill'] {
  const width = scales.length;
  const count = active.length;
  const terms = norm === 2 ? count : count + 1;
  const factors = scales.map((scale) => (scale > 0 ? 0.5 / scale : 0));
  return (out, seed, trial) => {
    const rows = out.length / width;
    const exponentials = new Float64Array(rows * terms);
    fillUnitLaplace(exponentials, seed, 'smoothing', trial);
    const unit = new Float64Array(rows * count);
    if (norm === 2) fillUnitGaussian(unit, seed, 'smoothing', trial);
    else {
      const stream = openStream(seed, 'smoothing', trial);
      // Odd multiples of 2^-32 within (-1, 1), symmetric around 0.
      for (let k = 0; k < unit.length; k++) unit[k] = (stream.nextUint32() + 0.5) * 4.656612873077393e-10 - 1;
    }
    for (let row = 0; row < rows; row++) {
      let gamma = 0;
      for (let k = row * terms; k < (row + 1) * terms; k++) gamma += Math.abs(exponentials[k] as number);
      const end = (row + 1) * count;
      let factor = gamma;
      if (norm === 2) {
        let square = 0;
        for (let k = end - count; k < end; k++) square += (unit[k] as number) ** 2;
        factor = gamma / Math.sqrt(square);
      }
      for (let k = end - count; k < end; k++) unit[k] = factor * (unit[k] as number);
    }
    scatter(out, unit, active, factors);
  };
}
