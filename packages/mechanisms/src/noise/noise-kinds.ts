import type { MechanismKind } from '@dpfair/result';
import {
  addDiscreteGaussian,
  addDiscreteLaplace,
  addScaled,
  discreteGaussian,
  discreteLaplace,
  fillUnitGaussian,
  fillUnitLaplace,
  gaussian,
  laplace,
} from '@dpfair/stats';
import { discreteGaussianMechanism } from './discrete/discrete-gaussian-mechanism.js';
import { discreteLaplaceMechanism } from './discrete/discrete-laplace-mechanism.js';
import { gaussianMechanism } from './gaussian-mechanism.js';
import { laplaceMechanism } from './laplace-mechanism.js';
import type { NoiseKind } from './noise-kind.js';

/** Every kind of noise, by name. A new one is a file with its mechanism, its name in `@dpfair/result` and a record here. */
export const noiseKinds: Readonly<Record<MechanismKind, NoiseKind>> = {
  laplace: {
    kind: 'laplace',
    spreadName: 'scale',
    distribution: laplace,
    takesDelta: false,
    fillUnit: fillUnitLaplace,
    addNoise: addScaled,
    ofBudget: (epsilon, _delta, options) => laplaceMechanism({ epsilon }, options),
    ofSpread: (scale, _delta, options) => laplaceMechanism({ scale }, options),
  },
  gaussian: {
    kind: 'gaussian',
    spreadName: 'sigma',
    distribution: gaussian,
    takesDelta: true,
    fillUnit: fillUnitGaussian,
    addNoise: addScaled,
    ofBudget: (epsilon, delta, options) => gaussianMechanism({ epsilon, delta: delta ?? Number.NaN }, options),
    ofSpread: (sigma, delta, options) =>
      gaussianMechanism({ sigma, ...(delta === undefined ? {} : { delta }) }, options),
  },
  'discrete-laplace': {
    kind: 'discrete-laplace',
    spreadName: 'scale',
    distribution: discreteLaplace,
    takesDelta: false,
    fillUnit: fillUnitLaplace,
    addNoise: addDiscreteLaplace,
    ofBudget: (epsilon, _delta, options) => discreteLaplaceMechanism({ epsilon }, options),
    ofSpread: (scale, _delta, options) => discreteLaplaceMechanism({ scale }, options),
  },
  'discrete-gaussian': {
    kind: 'discrete-gaussian',
    spreadName: 'sigma',
    distribution: discreteGaussian,
    takesDelta: true,
    fillUnit: fillUnitGaussian,
    addNoise: addDiscreteGaussian,
    ofBudget: (epsilon, delta, options) => discreteGaussianMechanism({ epsilon, delta: delta ?? Number.NaN }, options),
    ofSpread: (sigma, delta, options) =>
      discreteGaussianMechanism({ sigma, ...(delta === undefined ? {} : { delta }) }, options),
  },
};
