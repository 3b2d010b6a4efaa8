/** The metric in a terminal. Every argument is text that is already formatted. */
export const metricTableWords = {
  metric: (words: string) => `Metric: ${words}.`,
  first: (scale: string) => `Distances here are those at scale ${scale}.`,
  none: () => 'No column counts: all people are the same to it.',
  equal: (count: string, isAll: boolean, distance: string) =>
    count === '1'
      ? `A difference of 1 in the one column that counts makes a distance of ${distance}.`
      : `A difference of 1 in any of the ${count} columns${isAll ? '' : ' that count'} makes a distance of ${distance}.`,
  counting: () => 'The columns that count, in the units that the model reads:',
  most: (shown: string, all: string) =>
    `The ${shown} of ${all} columns that count most, in the units that the model reads:`,
  column: () => 'column',
  distance: () => 'distance for a difference of 1',
  equals: () => 'difference for a distance of 0.1',
  inFile: () => 'of the file',
  changes: (columns: readonly string[], more: string | null) =>
    `another text in a column changes two inputs of the model, of 0 and 1; it makes a distance of ${columns.join(', ')}${more === null ? '' : ` (${more} more columns)`}`,
  changeOf: (column: string, least: string, most: string) =>
    `${least === most ? least : `${least} to ${most}`} in ${column}`,
  unseen: (names: readonly string[], more: string | null) =>
    `${names.length === 1 ? 'this counts' : 'these count'} for nothing: ${names.join(', ')}${more === null ? '' : ` and ${more} more`}`,
} as const;
