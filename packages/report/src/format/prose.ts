import { formatPlain } from './plain.js';

/**
 * Rewrites numbers in exponential notation inside a sentence from elsewhere (a warning, a reason) so that it can be read
 * aloud: '5.66e-17' becomes 'less than 0.000001'. The result file keeps the full number.
 */
export function readableProse(text: string): string {
  return text.replace(/(?<![\w.])[-\u2212]?\d+(?:\.\d+)?e[+-]?\d+(?![\w.])/gi, (number) =>
    formatPlain(Number(number.replace('\u2212', '-'))),
  );
}
