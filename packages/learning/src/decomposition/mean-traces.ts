import type { Examples } from '@dpfair/result';
import { addValue, emptyMoments, type Moments, type RandomStream, standardError } from '@dpfair/stats';
import type { Model } from '../models/model.js';
import { meanCurvatures, meanOf } from './curvatures.js';
import type { TrackedRows } from './tracked-rows.js';

/** Mean Hessian trace of a group. */
export interface Traces {
  readonly mean: number;
  /** 0 in closed form. */
  readonly standardError: number;
}

/**
 * Mean Hessian traces of the groups at given parameters: exact, or by Hutchinson's estimate, the mean of `v' H v` over random sign vectors v,
 * with its standard error over them.
 *
 * @param probes number of sign vectors; 0 for the exact trace
 */
export function meanTraces(
  model: Model,
  examples: Examples,
  rows: TrackedRows,
  parameters: Float64Array,
  probes: number,
  stream: RandomStream,
): readonly Traces[] {
  if (probes === 0) {
    return rows.byGroup.map((group) => {
      const values = new Float64Array(group.length);
      model.traces(parameters, examples, group, values);
      return { mean: meanOf(values), standardError: 0 };
    });
  }
  const moments: Moments[] = rows.byGroup.map(() => emptyMoments);
  for (let probe = 0; probe < probes; probe++) {
    const signs = new Float64Array(model.parameterCount);
    for (let j = 0; j < signs.length; j++) signs[j] = stream.nextUint32() & 1 ? 1 : -1;
    const [values] = meanCurvatures(model, examples, parameters, rows, [signs]);
    values?.forEach((value, a) => {
      moments[a] = addValue(moments[a] as Moments, value);
    });
  }
  return moments.map((group) => ({ mean: group.mean, standardError: standardError(group) }));
}
