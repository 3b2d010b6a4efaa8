import { DpfairError } from '@dpfair/result';
import { parseSeed, type Seed } from '@dpfair/stats';

/** A seed as a user gives it. @throws DpfairError `usage` for what is no integer from 0 to 2^64 - 1 */
export function readSeed(seed: string | number | bigint): Seed {
  try {
    return parseSeed(seed);
  } catch (cause) {
    throw new DpfairError('usage', { what: (cause as Error).message }, { cause });
  }
}
