/** The 64-bit seed of a run as two unsigned 32-bit words: `high * 2^32 + low`. Make one with {@link parseSeed}. */
export interface Seed {
  /** Lower 32 bits, from 0 to 2^32 - 1. */
  readonly low: number;
  /** Upper 32 bits, from 0 to 2^32 - 1. */
  readonly high: number;
}

/**
 * Reads a seed: decimal digits, `0x` and hexadecimal digits, an integer or a bigint, from 0 to 2^64 - 1.
 *
 * @throws RangeError for anything else, a number above 2^53 - 1 included: it may not be the number that was written.
 * @example
 * parseSeed('0x100000002') // { low: 2, high: 1 }
 */
export function parseSeed(seed: string | number | bigint): Seed {
  const value = toBigInt(seed);
  if (value === undefined || value < 0n || value > 0xffff_ffff_ffff_ffffn) {
    const shown = typeof seed === 'string' ? JSON.stringify(seed) : String(seed);
    throw new RangeError(`seed: ${shown} (allowed: an integer from 0 to 2^64 - 1, decimal or 0x hexadecimal)`);
  }
  return { low: Number(value & 0xffff_ffffn), high: Number(value >> 32n) };
}

/**
 * Writes a seed as decimal digits, so that {@link parseSeed} reads it back.
 *
 * @example
 * formatSeed({ low: 2, high: 1 }) // '4294967298'
 */
export function formatSeed(seed: Seed): string {
  return ((BigInt(seed.high) << 32n) | BigInt(seed.low)).toString();
}

function toBigInt(seed: string | number | bigint): bigint | undefined {
  if (typeof seed === 'bigint') return seed;
  if (typeof seed === 'number') return Number.isSafeInteger(seed) ? BigInt(seed) : undefined;
  return /^(?:[0-9]+|0x[0-9a-f]+)$/i.test(seed) ? BigInt(seed) : undefined;
}
