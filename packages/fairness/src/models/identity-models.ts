import type { CountPostName } from '@dpfair/mechanisms';
import { compensatedSum } from '@dpfair/stats';
import { knownTotalBound } from '../bounds/known-total.js';
import { linearControl } from '../controls/linear-control.js';
import { exactClippingBias } from '../exact/clipped-counts.js';
import { exactlyUnbiased } from '../exact/unbiased.js';
import { thresholdMoments } from '../series/threshold-moments.js';
import { simplexModel } from './allotment/simplex-model.js';
import type { CellModel, ModelInput } from './cell-model.js';
import { once } from './once.js';

const undivided = { normaliser: () => null };

/** What is known of released counts, by post-processing. */
export const identityModels: Readonly<Record<CountPostName, (input: ModelInput) => CellModel>> = {
  none: ({ counts }) => ({
    ...undivided,
    exact: () => exactlyUnbiased(counts.length),
    largestOutcome: null,
    control: () => linearControl(counts, false),
    rareClipping: () => null,
  }),

  clip: ({ counts, noise }) => ({
    ...undivided,
    exact: () => exactClippingBias(counts, noise),
    largestOutcome: Number.POSITIVE_INFINITY,
    control: () => linearControl(counts, false),
    rareClipping: () => ({ above: counts, effect: new Float64Array(counts.length).fill(1), ownInControl: false }),
  }),

  sum: ({ counts, noise }) => ({
    ...undivided,
    bounds: () => [knownTotalBound(counts.length, noise.variance)],
    exact: () => exactlyUnbiased(counts.length),
    largestOutcome: null,
    control: () => linearControl(counts, true),
    rareClipping: () => null,
  }),

  simplex: ({ counts, noise }) => {
    const total = compensatedSum(counts);
    const certain = { ...undivided, exact: () => exactlyUnbiased(counts.length), largestOutcome: total };
    // Of nothing everyone gets nothing, and one entity gets everything.
    if (total === 0) return { ...certain, control: () => null, rareClipping: () => null };
    const projection = simplexModel(
      counts,
      noise,
      once(() => thresholdMoments(counts, null, noise)),
      1,
    );
    return { ...(counts.length === 1 ? certain : { ...undivided, largestOutcome: total }), ...projection };
  },
};
