import { type Draws, excessFor, type GuaranteeOptions, samplesFor, samplingDelta } from '@dpfair/individual';
import { DpfairError, type SmoothingRun } from '@dpfair/result';
import { smoothFaults } from '../../messages/smooth.js';
import type { ModelOnDataSpec, SmoothSpec } from '../../spec/smooth/smooth-spec.js';

/** Draws of a smoothing, and what they keep. */
export interface PlannedDraws {
  readonly draws: Draws;
  readonly guarantee: Pick<SmoothingRun['guarantee'], 'excess' | 'delta' | 'scope' | 'bound'>;
}

/** Most draws in all: some months of one processor. */
const MOST_DRAWS = 1e12;

/**
 * How many draws each row gets, and the guarantee that they keep. Of draws, epsilon and delta two say the third.
 *
 * @throws DpfairError `domain` for a guarantee that takes too many draws, `usage` for too many in all
 */
export function plannedDraws(spec: SmoothSpec, rows: number, classes: number): PlannedDraws {
  const { adaptive, excess, delta, scope, maxSamples, sharing: noise, bound } = spec;
  if (adaptive) {
    const goal = { excess: excess as number, delta: delta as number, scope };
    return {
      draws: { kind: 'adaptive', ...goal, maxSamples: maxSamples as number },
      guarantee: { ...goal, bound: 'chernoff' },
    };
  }
  const pairs = scope === 'all-pairs' ? Math.max(1, (rows * (rows - 1)) / 2) : 1;
  const fixed = fixedDraws(spec, rows, { classes, noise, pairs, bound });
  return {
    draws: { kind: 'fixed', samples: fixed.samples },
    guarantee: { excess: fixed.excess, delta: fixed.delta, scope, bound },
  };
}

/** Draws, epsilon and delta of a fixed number of draws for each row. @throws DpfairError as {@link plannedDraws} */
export function fixedDraws(
  { samples: said, excess, delta }: Pick<ModelOnDataSpec, 'samples' | 'excess' | 'delta'>,
  rows: number,
  options: Required<GuaranteeOptions>,
): { readonly samples: number; readonly excess: number; readonly delta: number } {
  const samples = said ?? samplesFor(excess as number, delta as number, options);
  if (!(samples * rows <= MOST_DRAWS)) throw new DpfairError('usage', smoothFaults.tooMuchWork(rows, samples));
  return {
    samples,
    excess: Math.min(1, excess ?? excessFor(samples, delta as number, options)),
    delta: delta ?? samplingDelta(samples, excess as number, options),
  };
}
