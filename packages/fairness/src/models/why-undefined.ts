import type { Normaliser } from '@dpfair/result';
import { conventions, undefinedReasons } from '../messages.js';
import { NORMALISER_LIMIT } from './normalisers.js';

/** Why a cell with this denominator has no bias; null where it has one. */
export const whyUndefined = (normaliser: Normaliser | null): string | null =>
  normaliser?.convention === conventions.noMean && normaliser.probabilityNotPositive > NORMALISER_LIMIT
    ? undefinedReasons.normaliserNearZero(normaliser.probabilityNotPositive)
    : null;
