import { DpfairError, type Mechanism } from '@dpfair/result';
import { gaussian, laplace, type NoiseDistribution } from '@dpfair/stats';

/** The distribution of the noise that a mechanism adds to one count. */
export function noiseDistribution(mechanism: Mechanism): NoiseDistribution {
  return mechanism.kind === 'laplace'
    ? laplace(stated('scale', mechanism.scale))
    : gaussian(stated('sigma', mechanism.sigma));
}

function stated(what: string, value: number | null): number {
  if (value === null) throw new DpfairError('domain', { what: `mechanism without ${what}` });
  return value;
}
