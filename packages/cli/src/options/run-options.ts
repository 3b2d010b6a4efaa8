import { flag, number, text } from './reading/values.js';

/** How the work is done; no number depends on it. */
export const runOptions = {
  threads: {
    describe: 'worker threads at most; the numbers do not depend on it',
    default: 'one per processor',
    read: number({ atLeast: 1, whole: true }),
  },
} as const;

/** A file that holds all of the options of an audit. */
export const specOptions = {
  spec: {
    describe: 'YAML or JSON file with any of these options by name (and data), or a result JSON; the command line wins',
    default: 'none',
    read: text,
  },
} as const;

/** Where unfinished work is kept. */
export const checkpointOptions = {
  checkpoint: {
    describe:
      'folder that keeps finished parts of a simulation: the same command takes an interrupted run up again; needs --seed; removed when the result is written',
    default: 'none',
    read: text,
  },
} as const;

/** What is said while working. */
export const talkOptions = {
  quiet: {
    describe: 'no progress and no warnings on stderr; errors still are',
    default: 'false',
    flag: true,
    read: flag,
  },
} as const;
