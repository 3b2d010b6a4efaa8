import type { Clipping } from '@dpfair/learning';
import type { TrainSpec } from '../../spec/train/train-spec.js';

/** The rule of clipping of a complete spec, which holds every setting that the rule looks at. */
export function clippingOf(spec: TrainSpec): Clipping {
  const { clip: bound, clipping: rule } = spec;
  const [limit, quantile, rate] = [spec.clipLimit ?? 0, spec.clipQuantile ?? 0, spec.clipRate ?? 0];
  const [stability, countNoise] = [spec.clipStability ?? 0, spec.countNoise ?? 0];
  switch (rule) {
    case 'flat':
    case 'per-layer':
      return { rule, bound };
    case 'automatic':
      return { rule, bound, stability };
    case 'adaptive':
      return { rule, bound, quantile, rate, countNoise };
    case 'by-group':
      return { rule, bound, countNoise };
    case 'global':
      return { rule, bound, limit };
    case 'global-adaptive':
      return { rule, bound, limit, rate, countNoise };
  }
}
