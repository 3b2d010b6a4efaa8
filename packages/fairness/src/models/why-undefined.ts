import type { Normaliser } from '@dpfair/result';
import { conventions, undefinedReasons } from '../messages.js';
import { NORMALISER_LIMIT } from './allotment/normalisers.js';

/** Conventions under which a total that can vanish leaves no bias to speak of, and the noise that they are for. */
const supports = new Map<string, 'real' | 'integers'>([
  [conventions.noMean, 'real'],
  [conventions.hugeShares, 'integers'],
]);

/** Why a cell with this denominator has no bias; null where it has one. */
export const whyUndefined = (normaliser: Normaliser | null): string | null =>
  normaliser !== null && supports.has(normaliser.convention) && normaliser.probabilityNotPositive > NORMALISER_LIMIT
    ? undefinedReasons.normaliserNearZero(
        normaliser.probabilityNotPositive,
        supports.get(normaliser.convention) ?? 'real',
      )
    : null;
