import { randomBytes } from 'node:crypto';
import type { Fault } from '@dpfair/result';
import { formatSeed, parseSeed } from '@dpfair/stats';
import { specFaults } from '../messages/spec.js';

/** A seed as it is recorded; a fresh one from the operating system's entropy where none is given. What is none adds to `faults`. */
export function readSeed(given: string | undefined, faults: Fault[]): string {
  if (given === undefined) return randomBytes(8).readBigUInt64BE().toString();
  try {
    return formatSeed(parseSeed(given));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    faults.push(specFaults.seed(given));
    return given;
  }
}
