import { formatNumber } from '../numbers/number.js';
import { formatPlain } from '../numbers/plain.js';

/**
 * Rewrites numbers in exponential notation inside a sentence from elsewhere (a warning, a reason) so that it can be read
 * aloud: '5.66e-17' becomes 'less than 0.000001'. 'Infinity %' becomes 'an unbounded percentage'. The result file keeps
 * the full number.
 */
export function readableProse(text: string): string {
  const named = text
    .replace(/[-\u2212]?\bInfinity\s?%/g, 'an unbounded percentage')
    .replace(/[-\u2212]?\bInfinity\b/g, 'unbounded')
    .replace(/\bNaN\b/g, 'not a number');
  return named.replace(/(?<![\w.])[-\u2212]?\d+(?:\.\d+)?e[+-]?\d+(?![\w.])/gi, (number) =>
    inWords(Number(number.replace('\u2212', '-'))),
  );
}

function inWords(value: number): string {
  return Math.abs(value) < 1e-6 ? formatNumber(value) : formatPlain(value);
}
