import type { Fault } from '@dpfair/result';
import type { OptionTable } from './option.js';
import { readOptions } from './read-options.js';

/**
 * Reads the options that a command was given and throws what was wrong with them, every fault at once.
 *
 * @throws DpfairError `usage`
 */
export async function parseOptions(
  table: OptionTable,
  given: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const { values, faults } = readOptions(table, given, (name): Fault => ({ what: `--${name}` }));
  if (faults.length === 0) return values;
  const { DpfairError } = await import('@dpfair/result');
  throw new DpfairError('usage', faults);
}
