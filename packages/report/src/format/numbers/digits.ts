/** True minus sign, U+2212. */
export const MINUS = '\u2212';
/** Narrow no-break space, U+202F: between a number and its unit. */
export const THIN_SPACE = '\u202f';

/**
 * Writes a finite number in plain positional notation with a given number of decimals, commas between thousands and a
 * true minus; never exponential. The caller keeps |value| below 1e21.
 *
 * @example fixed(-12940.25, 1) // '−12,940.3'
 */
export function fixed(value: number, decimals: number): string {
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return value < 0 && /[1-9]/.test(text) ? `${MINUS}${text}` : text;
}

/** Rounds to a number of significant digits (1 to 21). */
export function roundSignificant(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}

/** Decimals that show `digits` significant digits of a non-zero value: 0 for large ones. */
export function decimalsFor(value: number, digits: number): number {
  if (value === 0) return 0;
  const exponent = Math.floor(Math.log10(Math.abs(roundSignificant(value, digits))));
  return Math.min(100, Math.max(0, digits - 1 - exponent));
}
