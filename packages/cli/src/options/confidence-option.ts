import { number } from './reading/values.js';

/** How sure intervals are; every command that gives intervals has it. */
export const confidenceOption = {
  describe: 'confidence of every interval, above 0 and below 1',
  default: '0.95',
  read: number({ above: 0, below: 1 }),
} as const;
