import { DpfairError, type Mechanism } from '@dpfair/result';
import type { NoiseDistribution } from '@dpfair/stats';
import { noiseKinds } from './noise-kinds.js';

/**
 * The distribution of the noise that a mechanism adds to one count.
 *
 * @throws DpfairError `domain` for a mechanism whose spread is not stated.
 */
export function noiseDistribution(mechanism: Mechanism): NoiseDistribution {
  const { spreadName, distribution } = noiseKinds[mechanism.kind];
  const spread = mechanism[spreadName];
  if (spread === null) throw new DpfairError('domain', { what: `mechanism without ${spreadName}` });
  return distribution(spread);
}
