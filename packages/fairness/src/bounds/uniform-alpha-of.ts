import { curvatureOf, uniformAlpha } from '@dpfair/decisions';
import type { UniformAlphaOfCell } from '@dpfair/result';
import { uniformReasons as because } from '../messages/why.js';
import type { PreparedCell } from '../models/prepared-cell.js';

/** Whether one alpha holds for all counts of this cell's decision, post-processing and noise. */
export function uniformAlphaOf({ problem, truth }: PreparedCell): UniformAlphaOfCell {
  const { decision, post, noise, input } = problem;
  if (truth.length === 1) return { value: 0, reason: because.alone };
  const curvature = curvatureOf(decision.name);
  const found = uniformAlpha(curvature, input, noise.variance);
  if (!found.exists) return { value: null, reason: found.because === 'steps' ? because.steps : because.curvature };
  // Linear post-processing keeps a linear outcome linear, and its noise of mean zero.
  if (post === 'none' || post === 'sum') {
    const linear = curvature?.trace(input).every((trace) => trace === 0) ?? false;
    return { value: found.value, reason: linear ? because.linear : because.constant };
  }
  if (post === 'clip') return { value: noise.clippingBias(0), reason: because.clipped };
  return { value: null, reason: because.processed };
}
