import { number, seed, text } from './reading/values.js';

/** What is generated. */
export const makeOptions = {
  rows: { describe: 'number of rows', default: '1000', read: number({ atLeast: 1, whole: true }) },
  seed: {
    describe: 'seed of the generator, a whole number below 2^64; equal seeds give equal files',
    default: 'fresh, printed',
    read: seed,
  },
} as const;

/** Where the data go. */
export const makeOutputOptions = {
  csv: { describe: 'write the data to this file; - is stdout', default: '-', read: text },
} as const;

export const listOutputOptions = {
  json: { describe: 'write the list as JSON to this file; - is stdout', default: 'none', read: text },
} as const;
