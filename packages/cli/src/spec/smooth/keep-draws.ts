import { withoutKeys } from '../keys/without-keys.js';

/** Options of which two say the third. */
const draws = ['samples', 'excess', 'delta', 'adaptive', 'maxSamples'] as const;

/**
 * What is left of a spec file beside a command line: draws, epsilon or delta that are named there take with them what the file says of these, another
 * metric what it says of other weights and held columns.
 */
export function keepDraws<Said extends object>(file: Said, fromOptions: Said): Said {
  const drawsSaid = draws.some((key) => key in fromOptions);
  return withoutKeys(file, [
    ...(drawsSaid ? draws : []),
    ...('metric' in fromOptions ? ['otherWeight', 'held', 'metricUnits'] : []),
  ]);
}
