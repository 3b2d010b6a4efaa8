import { MOST_CHANGES } from '@dpfair/individual';
import { DpfairError, type Examples } from '@dpfair/result';
import { smoothFaults } from '../../messages/smooth.js';
import { joinNames, splitNames } from '../../options/reading/name-list.js';
import type { Feature } from '../metric/features.js';

/** The inputs of the model that columns of the file became, whose names are separated by commas as `splitNames` reads them, also in a spec file. @throws DpfairError `usage` for a column that it does not read */
export function featuresOfColumns(columns: string, features: readonly Feature[]): readonly string[] {
  const known = [...new Set(features.map(({ column }) => column))];
  const written = known.map((one) => joinNames([one]));
  return splitNames(columns).flatMap((name) => {
    const column = known.find((one) => one === name) ?? known.find((one) => one.toLowerCase() === name.toLowerCase());
    if (column === undefined) throw new DpfairError('usage', smoothFaults.unknownFeature(name, written));
    return features.flatMap((feature) => (feature.column === column ? [feature.name] : []));
  });
}

/** Refuses protected columns that take more than {@link MOST_CHANGES} values together, as the search for pairs would after the metric is fitted. @throws DpfairError `usage`, also for a column that the model does not read */
export function requireFewValues(
  columns: string,
  features: readonly Feature[],
  { rows, features: values, featureNames }: Examples,
): void {
  const names = featuresOfColumns(columns, features);
  const places = names.map((name) => featureNames.indexOf(name));
  const seen = new Set<string>();
  for (let row = 0; row < rows; row++)
    seen.add(places.map((place) => values[row * featureNames.length + place]).join());
  if (seen.size > MOST_CHANGES)
    throw new DpfairError('usage', smoothFaults.manyValues(columns, seen.size, MOST_CHANGES));
}
