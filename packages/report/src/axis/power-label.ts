import { MINUS } from '../format/index.js';

const raised = ['\u2070', '\u00b9', '\u00b2', '\u00b3', '\u2074', '\u2075', '\u2076', '\u2077', '\u2078', '\u2079'];

/**
 * Writes a number for an axis as a power of ten, three significant digits: '10⁻⁸', '−2×10⁻⁷'. Zero is '0'.
 *
 * @example powerLabel(2e-7) // '2×10⁻⁷'
 */
export function powerLabel(value: number): string {
  if (value === 0) return '0';
  const [digits, exponent] = Math.abs(value).toExponential(2).split('e') as [string, string];
  const factor = String(Number(digits));
  const power = `10${exponent.startsWith('-') ? '\u207b' : ''}${exponent.slice(1).replace(/\d/g, (digit) => raised[Number(digit)] as string)}`;
  return `${value < 0 ? MINUS : ''}${factor === '1' ? '' : `${factor}\u00d7`}${power}`;
}
