import { DpfairError } from '@dpfair/result';
import { trainFaults } from '../../messages/train.js';
import { decimalNumber } from '../../options/reading/decimal-number.js';

/**
 * Means and standard deviations that are public: `{ age: '38.6,13.6' }` as numbers.
 *
 * @throws DpfairError `usage` for what is not MEAN,DEVIATION
 * @example publicScalesOf({ age: '38.6,13.6' }).age // [38.6, 13.6]
 */
export function publicScalesOf(
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, readonly [number, number]>> {
  return Object.fromEntries(
    Object.entries(given).map(([column, text]) => {
      const parts = text.split(',').map((part) => part.trim());
      const [mean, deviation] = parts.map(decimalNumber);
      if (!(parts.length === 2 && Number.isFinite(mean) && Number.isFinite(deviation) && (deviation as number) > 0)) {
        throw new DpfairError('usage', trainFaults.publicScale(column, text));
      }
      return [column, [mean as number, deviation as number] as const];
    }),
  );
}
