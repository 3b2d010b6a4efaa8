import type { Fault } from '@dpfair/result';
import { camelCase, type OptionTable } from './option.js';

/** Values read from a source, by camel-case key, and what was wrong with the others. */
export interface ReadOptions {
  readonly values: Readonly<Record<string, unknown>>;
  readonly faults: readonly Fault[];
}

/**
 * Reads every option of the table that `given` holds; what is undefined, or null (a spec's word for "default"), is left
 * out. `faultAt` says where a refused option stands: `--epsilon` on a command line, file and line in a spec.
 */
export function readOptions(
  table: OptionTable,
  given: Readonly<Record<string, unknown>>,
  faultAt: (optionName: string) => Fault,
): ReadOptions {
  const values: Record<string, unknown> = {};
  const faults: Fault[] = [];
  for (const [name, option] of Object.entries(table)) {
    const raw = given[name];
    if (raw === undefined || raw === null) continue;
    const reading = option.read(raw);
    if ('value' in reading) values[camelCase(name)] = reading.value;
    else faults.push({ ...faultAt(name), value: display(raw), allowed: reading.allowed });
  }
  return { values, faults };
}

function display(raw: unknown): string {
  if (Array.isArray(raw)) return raw.map(display).join(' ');
  if (typeof raw === 'object' && raw !== null) {
    return Object.entries(raw)
      .map(([key, value]) => `${key}=${display(value)}`)
      .join(' ');
  }
  return String(raw);
}
