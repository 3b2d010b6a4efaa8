import { DpfairError } from '@dpfair/result';
import { stableFaults } from '../../messages/stable.js';
import { decimalNumber } from '../../options/reading/decimal-number.js';

/** Weights of the fairness terms beside the mean loss; undefined where the default is to be taken. */
export interface FairnessWeights {
  readonly kaas?: number;
  readonly gyf?: number;
}

/** Reads `--weight`. @throws DpfairError `usage` for another algorithm, and for what is no number of 0 or more */
export function fairnessWeightsOf(given: Readonly<Record<string, string>>): FairnessWeights {
  const entries = Object.entries(given).map(([algorithm, text]) => {
    const value = decimalNumber(text);
    const isKnown = algorithm === 'kaas' || algorithm === 'gyf';
    if (!isKnown || !(value >= 0 && value < Number.POSITIVE_INFINITY))
      throw new DpfairError('usage', stableFaults.weight(algorithm, text));
    return [algorithm, value] as const;
  });
  return Object.fromEntries(entries);
}
