import { randomBytes } from 'node:crypto';
import { type DataSet, listDataSets, nearNames, type RawTable } from '@dpfair/data';
import { DpfairError, writeCsv } from '@dpfair/result';
import { type ExitCode, exitCodes } from '../../exit-code.js';
import { progressMessages } from '../../messages/progress.js';
import { specFaults } from '../../messages/spec.js';
import { listOutputOptions, makeOptions, makeOutputOptions } from '../../options/data-options.js';
import { parseOptions } from '../../options/reading/parse-options.js';
import { talkOptions } from '../../options/run-options.js';
import { requireWritable, writeFilesWhole } from '../../output/write-files.js';
import type { Console, Given } from '../command.js';

/** Does `dpfair data list`: the catalogue as a table, or as JSON. */
export async function runDataList(given: Given, console: Console): Promise<ExitCode> {
  const { json } = (await parseOptions(listOutputOptions, given)) as { json?: string };
  const sets = listDataSets();
  const entries = sets.map(({ name, kind, title, columns, roles, provenance, licence }) => {
    return { name, kind, title, columns, roles, provenance, licence };
  });
  const asJson = `${JSON.stringify(entries, null, 2)}\n`;
  if (json !== undefined && json !== '-') writeChecked(json, asJson);
  console.out.write(json === '-' ? asJson : sets.map(describeSet).join('\n'));
  return exitCodes.done;
}

function describeSet({ name, kind, title, columns, provenance, licence }: DataSet): string {
  const lines = [
    `${name} (${kind})`,
    title,
    `columns: ${columns.join(', ')}`,
    `from: ${provenance}`,
    `licence: ${licence}`,
  ];
  return `${lines.join('\n  ')}\n`;
}

/** Does `dpfair data make`: writes a data set as CSV. */
export async function runDataMake(given: Given, console: Console): Promise<ExitCode> {
  const chosen = await parseOptions({ ...makeOptions, ...makeOutputOptions, ...talkOptions }, given);
  const { csv = '-', rows, seed, quiet = false } = chosen as MakeChoice;
  const table = makeTable(String(given.name), rows, seed, (text) => {
    if (!quiet) console.err.write(`${text}\n`);
  });
  const text = writeCsv(table.columns, table.rows);
  if (csv === '-') console.out.write(text);
  else writeChecked(csv, text);
  return exitCodes.done;
}

interface MakeChoice {
  readonly csv?: string;
  readonly rows?: number;
  readonly seed?: string;
  readonly quiet?: boolean;
}

/** With rows or a seed a generator is meant, also by the name of the set that it once made. */
function makeTable(
  name: string,
  rows: number | undefined,
  seed: string | undefined,
  say: (text: string) => void,
): RawTable {
  const toOrder = rows !== undefined || seed !== undefined;
  const set = findDataSet(name, toOrder);
  if (set.kind === 'shipped') return set.open();
  const used = seed ?? randomBytes(8).readBigUInt64BE().toString();
  if (seed === undefined) say(progressMessages.seed(used));
  return set.make({ rows: rows ?? 1000, seed: used });
}

function findDataSet(name: string, toOrder: boolean): DataSet {
  const sets = listDataSets().filter(({ kind }) => !toOrder || kind === 'generator');
  const found = sets.find((set) => set.name === name) ?? sets.find((set) => set.name === `generate-${name}`);
  if (found !== undefined) return found;
  const names = sets.map((set) => set.name);
  const [near] = nearNames(name, names);
  throw new DpfairError('usage', specFaults.noDataSet(name, toOrder, names, near));
}

function writeChecked(path: string, content: string): void {
  requireWritable([path], [], []);
  writeFilesWhole([{ path, content }]);
}
