import { text } from '../reading/values.js';

/** Where the trained model goes, besides the outputs of every command. */
export const modelOutputOptions = {
  'model-out': {
    describe:
      'write the private model of the first repetition as JSON to this file, with how columns become its features; its noise is drawn from the seed: for study, not for release',
    default: 'none',
    read: text,
  },
} as const;
