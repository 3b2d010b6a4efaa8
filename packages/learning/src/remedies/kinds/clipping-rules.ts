import { clippingDefaults } from '../../training/clipping-defaults.js';
import type { RemedyKind, RemedySetting } from '../remedy.js';
import { notNegative, positive } from '../settings.js';

const COUNT_NOISE = 'Standard deviation of the noise of each count.';
/** A default for the bound of the training that the remedy is given to. */
const byDefault = (of: (defaults: ReturnType<typeof clippingDefaults>) => number): RemedySetting['default'] => {
  return (_plan, { clipping }) => of(clippingDefaults(clipping.bound));
};
const alwaysPrivate = () => null;

/** DPSGD-F (Xu, Du and Wu, 2021). */
export const byGroup: RemedyKind = {
  id: 'by-group',
  tracked: true,
  settings: [
    positive(
      'countNoise',
      byDefault((of) => of['by-group'].countNoise),
      COUNT_NOISE,
    ),
  ],
  change: (_plan, { clipping: { bound } }, { countNoise = 0 }) => ({
    clipping: { rule: 'by-group', bound, countNoise },
  }),
  notPrivate: alwaysPrivate,
};

/** DPSGD-Global (Bu et al., 2021). */
export const global: RemedyKind = {
  id: 'global',
  tracked: true,
  settings: [
    positive(
      'limit',
      byDefault((of) => of.global.limit),
      'Norm beyond which gradients are left out.',
    ),
  ],
  change: (_plan, { clipping: { bound } }, { limit = 0 }) => ({ clipping: { rule: 'global', bound, limit } }),
  notPrivate: alwaysPrivate,
};

/** DPSGD-Global-Adapt (Esipova et al., 2023). */
export const globalAdaptive: RemedyKind = {
  id: 'global-adaptive',
  tracked: true,
  settings: [
    positive(
      'limit',
      byDefault((of) => of['global-adaptive'].limit),
      'Norm beyond which gradients are clipped, at the beginning.',
    ),
    notNegative(
      'rate',
      byDefault((of) => of['global-adaptive'].rate),
      'What the logarithm of the limit falls by in each step without gradients beyond it.',
    ),
    positive(
      'countNoise',
      byDefault((of) => of['global-adaptive'].countNoise),
      COUNT_NOISE,
    ),
  ],
  change: (_plan, { clipping: { bound } }, { limit = 0, rate = 0, countNoise = 0 }) => ({
    clipping: { rule: 'global-adaptive', bound, limit, rate, countNoise },
  }),
  notPrivate: alwaysPrivate,
};
