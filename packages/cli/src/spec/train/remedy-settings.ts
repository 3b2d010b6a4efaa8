import { DpfairError } from '@dpfair/result';
import { trainFaults } from '../../messages/train.js';
import { decimalNumber } from '../../options/reading/decimal-number.js';
import { camelCase } from '../../options/reading/option.js';

/**
 * The settings of remedies, as `{ 'penalties.clipping-weight': '2' }` has them: a function from a remedy to its own.
 *
 * @throws DpfairError `usage` for what is not REMEDY.SETTING=NUMBER, and for a setting that is given twice in two spellings
 * @example remedySettingsOf({ 'penalties.clipping-weight': '2' })('penalties').clippingWeight // 2
 */
export function remedySettingsOf(
  given: Readonly<Record<string, string>>,
): (remedy: string) => Readonly<Record<string, number>> {
  const read = Object.entries(given).map(([key, text]) => {
    const [, remedy, setting] = /^([a-z-]+)\.([a-zA-Z-]+)$/.exec(key) ?? [];
    const value = decimalNumber(text.trim());
    if (remedy === undefined || setting === undefined || !Number.isFinite(value)) {
      throw new DpfairError('usage', trainFaults.remedySetting(key, text));
    }
    return { key, remedy, name: camelCase(setting), value };
  });
  const twice = read.find((one, k) => read.slice(0, k).some((o) => o.remedy === one.remedy && o.name === one.name));
  if (twice !== undefined) throw new DpfairError('usage', trainFaults.remedySettingTwice(twice.key));
  return (remedy) =>
    Object.fromEntries(read.filter((one) => one.remedy === remedy).map(({ name, value }) => [name, value]));
}
