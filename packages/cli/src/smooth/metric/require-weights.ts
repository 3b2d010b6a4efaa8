import { nearNames } from '@dpfair/data';
import { DpfairError, type Fault } from '@dpfair/result';
import { smoothFaults } from '../../messages/smooth.js';

/**
 * Refuses weights of columns that the model does not read, and columns that have none, all at once.
 *
 * @param names inputs of the model; one called `name=value` takes the weight of `name` where it has none of its own
 * @param otherWeight null where every column needs a weight
 * @throws DpfairError `usage` naming them, with names that may have been meant
 */
export function requireWeights(
  weights: ReadonlyMap<string, number>,
  names: readonly string[],
  otherWeight: number | null,
): void {
  const baseOf = (name: string) => name.split('=', 1)[0] as string;
  const columns = [...new Set(names.map(baseOf))];
  const known = new Set([...columns, ...names]);
  const unknown = [...weights.keys()].filter((name) => !known.has(name));
  const missing = names.filter((name) => !weights.has(name) && !weights.has(baseOf(name)));
  const faults: Fault[] = [
    ...unknown.map((name) => smoothFaults.weightOfNothing(name, columns, nearNames(name, [...known]))),
    ...(missing.length === 0 || otherWeight !== null ? [] : [smoothFaults.noWeight(missing)]),
  ];
  if (faults.length > 0) throw new DpfairError('usage', faults.slice(0, 20));
}
