import type { MechanismKind } from '@dpfair/result';
import { fillUnitGaussian, fillUnitLaplace, gaussian, laplace } from '@dpfair/stats';
import { gaussianMechanism } from './gaussian-mechanism.js';
import { laplaceMechanism } from './laplace-mechanism.js';
import type { NoiseKind } from './noise-kind.js';

/** Every kind of noise, by name. A new one is a file with its mechanism, its name in `@dpfair/result` and a record here. */
export const noiseKinds: Readonly<Record<MechanismKind, NoiseKind>> = {
  laplace: {
    kind: 'laplace',
    spreadName: 'scale',
    distribution: laplace,
    fillUnit: fillUnitLaplace,
    ofBudget: (epsilon, _delta, options) => laplaceMechanism({ epsilon }, options),
    ofSpread: (scale, _delta, options) => laplaceMechanism({ scale }, options),
  },
  gaussian: {
    kind: 'gaussian',
    spreadName: 'sigma',
    distribution: gaussian,
    fillUnit: fillUnitGaussian,
    ofBudget: (epsilon, delta, options) => gaussianMechanism({ epsilon, delta: delta ?? Number.NaN }, options),
    ofSpread: (sigma, delta, options) =>
      gaussianMechanism({ sigma, ...(delta === undefined ? {} : { delta }) }, options),
  },
};
