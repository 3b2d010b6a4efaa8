import { decimalsFor, fixed, roundSignificant } from './numbers/digits.js';
import { MISSING } from './numbers/number.js';

/** A unit for shares, so that a column of them reads without exponents. */
export interface ShareScale {
  /** Shares are multiplied by this. */
  readonly factor: number;
  /** For a header: 'per million shares'. */
  readonly unit: string;
}

const scales: readonly ShareScale[] = [
  { factor: 100, unit: '% of the total' },
  { factor: 1e6, unit: 'per million shares' },
  { factor: 1e9, unit: 'per billion shares' },
  { factor: 1e12, unit: 'per trillion shares' },
];

/**
 * Chooses one unit for a set of shares: the coarsest in which the median non-zero size is at least 0.1.
 *
 * @param shares fractions of the whole; null, zero and non-finite ones are ignored
 */
export function shareScale(shares: readonly (number | null)[]): ShareScale {
  const sizes = shares
    .filter((share): share is number => share !== null && Number.isFinite(share) && share !== 0)
    .map(Math.abs)
    .sort((first, second) => first - second);
  const middle = sizes[Math.floor(sizes.length / 2)] ?? 1;
  return scales.find((scale) => middle * scale.factor >= 0.1) ?? (scales.at(-1) as ShareScale);
}

/** Writes a share in a given unit, without the unit: three significant digits. */
export function formatScaledShare(share: number | null, scale: ShareScale): string {
  if (share === null || !Number.isFinite(share)) return MISSING;
  if (share === 0) return '0';
  const value = share * scale.factor;
  if (Math.abs(value) < 0.0005) return value > 0 ? 'less than 0.0005' : 'between \u22120.0005 and 0';
  const rounded = roundSignificant(value, 3);
  return Math.abs(rounded) < 1e15 ? fixed(rounded, decimalsFor(rounded, 3)) : MISSING;
}

/**
 * Writes one share with its unit, never exponential.
 *
 * @example formatShare(3e-8) // '30.0 per billion shares'
 */
export function formatShare(share: number | null): string {
  const scale = shareScale([share]);
  const text = formatScaledShare(share, scale);
  if (text === MISSING || text === '0') return text;
  return scale.factor === 100 ? `${text}\u202f${scale.unit}` : `${text} ${scale.unit}`;
}
