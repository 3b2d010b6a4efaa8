import type { Sampling } from '@dpfair/result';
import { compensatedSum } from '@dpfair/stats';
import { tenthsBySize } from '../cell/tenths.js';
import type { Scenarios } from './compare-scenarios.js';

/**
 * Expected absolute errors summed over each tenth of the entities by truth; none for fewer than 20 entities. Privacy noise is the
 * same for small and large, sampling error is not: beside one another they change places.
 */
export function errorsBySize({ sampling, privacy, both }: Scenarios, truth: readonly number[]): Sampling['bySize'] {
  return tenthsBySize(Float64Array.from(truth), () => true).map((members, tenth) => {
    const sum = ({ absolute }: { readonly absolute: Float64Array }) =>
      compensatedSum(Float64Array.from(members, (i) => absolute[i] as number));
    return {
      decile: tenth + 1,
      entities: members.length,
      sampling: sum(sampling),
      privacy: sum(privacy),
      both: sum(both),
    };
  });
}
