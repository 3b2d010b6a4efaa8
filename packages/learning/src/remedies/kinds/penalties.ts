import type { TrainingPlan } from '../../repetitions/training-plan.js';
import type { DescentPrivacy } from '../../training/descent.js';
import { flatClippingOnly, noiseOnly, probabilitiesOnly, remedyReasons } from '../messages.js';
import type { RemedyId, RemedyKind } from '../remedy.js';
import { bounds, multipliers, notNegative, positive } from '../settings.js';

const weights = [
  notNegative('clippingWeight', 1, 'Weight of what clipping does to groups differently.'),
  // On Adult and Bank Marketing it widens the gap, alone and beside the other: docs/methods/learning-findings.md.
  notNegative('boundaryWeight', 0, 'Weight of how differently near groups are to the boundary.'),
];

/** The two penalties of Tran, Dinh and Fioretto (2021), from exact means of groups. */
export const penalties: RemedyKind = {
  id: 'penalties',
  tracked: false,
  settings: weights,
  change: (plan, privacy, { clippingWeight = 0, boundaryWeight = 0 }) => {
    requireSuitable('penalties', plan, privacy, boundaryWeight);
    return { penalty: { clippingWeight, boundaryWeight, noise: null } };
  },
  notPrivate: ({ clippingWeight, boundaryWeight }) =>
    clippingWeight === 0 && boundaryWeight === 0 ? null : remedyReasons.penalties,
};

/** The same, with the means of groups and their own gradient released with noise. */
export const privatePenalties: RemedyKind = {
  id: 'private-penalties',
  tracked: false,
  settings: [
    ...weights,
    positive('multiplier', multipliers(4), 'Noise multiplier of each release.'),
    positive('gradientBound', bounds(2), 'Gradients in the means of groups are cut to this norm.'),
    positive('penaltyBound', bounds(0.25), 'What one row adds to the gradient of the penalties is cut to this norm.'),
  ],
  change: (plan, privacy, settings) => {
    const { clippingWeight = 0, boundaryWeight = 0, multiplier = 0, gradientBound = 0, penaltyBound = 0 } = settings;
    requireSuitable('private-penalties', plan, privacy, boundaryWeight);
    return { penalty: { clippingWeight, boundaryWeight, noise: { multiplier, gradientBound, penaltyBound } } };
  },
  notPrivate: () => null,
};

function requireSuitable(
  id: RemedyId,
  plan: TrainingPlan,
  { clipping, noiseMultiplier }: DescentPrivacy,
  boundaryWeight: number,
): void {
  if (clipping.rule !== 'flat') throw flatClippingOnly(id, clipping.rule);
  if (noiseMultiplier === 0) throw noiseOnly(id);
  const { loss } = plan.model;
  if (boundaryWeight > 0 && loss !== 'logistic' && loss !== 'softmax') throw probabilitiesOnly(id, loss);
}
