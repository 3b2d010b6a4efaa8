import type { Watch } from '@dpfair/fairness';
import type { AuditFileOptions } from './simulation-runner.js';
import { timeSlices } from './time-slices.js';

/** How what is computed without simulation is stopped, and told of. */
export const watchOf = ({ signal, onCell }: Pick<AuditFileOptions, 'signal' | 'onCell'>): Watch => ({
  pause: timeSlices(),
  ...(signal && { signal }),
  ...(onCell && { onCell }),
});
