import type { ContinuousNoise, NoiseDistribution } from '@dpfair/stats';

/** Steps from the center of a noise at which panels of a quadrature end, in counts: integrands fall like the noise does. */
export const panelSteps = ({ panelEnds, spread }: ContinuousNoise): readonly number[] =>
  panelEnds.map((step) => step * spread);

/** Beyond this distance, in counts, a noise has less than 1e-17 of its mass to either side. */
export const reachOf = (noise: NoiseDistribution): number =>
  noise.support === 'real' ? (panelSteps(noise).at(-1) as number) : noise.upperQuantile(1e-18);
