import {
  DpfairError,
  type LoggedGroup,
  type NeededLogField,
  neededLogFields,
  type OtherLogField,
  otherLogFields,
  type TrainingLog,
} from '@dpfair/result';
import { type FaultList, faultList } from '../fault-list.js';
import { type LogFieldRule, logFieldRules, logFields, rowsRule, stepRule } from './log-field-rules.js';
import { type LogRecord, readLogRecords } from './log-records.js';
import { logMessages } from './messages.js';

/** One object of the log, its numbers read. */
interface LogEntry {
  readonly line: number;
  readonly step: number;
  /** Null for all rows together. */
  readonly group: string | null;
  readonly rows: number | null;
  readonly values: Readonly<Record<string, number>>;
}

/**
 * The log of a training that was run elsewhere: JSON lines (one object a step and group) or a Parquet file with the same columns. Every
 * step must have every group once; `learningRate` and `noiseVariance` are the same for all groups of a step, `rows` for all steps of a group.
 *
 * @param bytes the whole file
 * @throws DpfairError `input` for lines that are no objects, fields that are missing or out of range, and steps without all groups, each
 * with file, line and field: the first twenty
 * @example
 * const { groups } = await readTrainingLog(bytes, { file: 'run.jsonl' });
 * groups[0].needed.loss; // Float64Array: one element a step
 */
export async function readTrainingLog(bytes: Uint8Array, { file }: { readonly file: string }): Promise<TrainingLog> {
  const records = await readLogRecords(bytes, file);
  const faults = faultList();
  const entries = records.map((record) => readEntry(record, file, faults));
  faults.throwIfAny();
  const byGroup = entriesByGroup(entries, file, faults);
  requireSame(entries, file, faults);
  faults.throwIfAny();
  const step = [...new Set(entries.map((entry) => entry.step))].sort((one, other) => one - other);
  requireAll(byGroup, step, entries, file, faults);
  faults.throwIfAny();
  const logged = (group: string | null): LoggedGroup => loggedGroup(group, byGroup.get(group) ?? new Map(), step);
  const names = [...byGroup.keys()].filter((name) => name !== null);
  if (names.length === 0) throw new DpfairError('input', logMessages.noGroups(file));
  const unknown = new Set(
    records.flatMap(({ record }) => Object.keys(record).filter((key) => !logFields.includes(key))),
  );
  return {
    step,
    groups: names.map(logged),
    population: byGroup.has(null) ? logged(null) : null,
    unknown: [...unknown].sort(),
  };
}

function readEntry({ line, record }: LogRecord, file: string, faults: FaultList): LogEntry {
  const names = Object.keys(record);
  const at = (column: string) => ({ file, line, column });
  const read = (field: string, rule: LogFieldRule, needed: boolean): number => {
    const given = Object.hasOwn(record, field) ? record[field] : undefined;
    const value = typeof given === 'bigint' ? Number(given) : given;
    if ((value === undefined || value === null) && !needed) return Number.NaN;
    if (typeof value === 'number' && Number.isFinite(value) && rule.holds(value)) return value;
    faults.add(logMessages.badField(at(field), given, rule.allowed, names));
    return Number.NaN;
  };
  const { group } = record;
  if (group !== null && (typeof group !== 'string' || group.trim() === ''))
    faults.add(logMessages.badField(at('group'), group, 'a name, or null for all rows together', names));
  const rows = read('rows', rowsRule, false);
  return {
    line,
    step: read('step', stepRule, true),
    group: typeof group === 'string' ? group.trim() : null,
    rows: Number.isNaN(rows) ? null : rows,
    values: Object.fromEntries([
      ...neededLogFields.map((field) => [field, read(field, logFieldRules[field], true)]),
      ...otherLogFields.map((field) => [field, read(field, logFieldRules[field], false)]),
    ]),
  };
}

type EntriesByGroup = Map<string | null, Map<number, LogEntry>>;

function entriesByGroup(entries: readonly LogEntry[], file: string, faults: FaultList): EntriesByGroup {
  const byGroup: EntriesByGroup = new Map();
  for (const entry of entries) {
    const ofGroup = byGroup.get(entry.group) ?? new Map<number, LogEntry>();
    const before = ofGroup.get(entry.step);
    if (before !== undefined)
      faults.add(
        logMessages.twice({ file, line: entry.line, column: 'group' }, entry.group ?? 'null', entry.step, before.line),
      );
    byGroup.set(entry.group, ofGroup.set(entry.step, entry));
  }
  return byGroup;
}

/** Numbers of a step are the same for its groups, rows of a group for its steps. */
function requireSame(entries: readonly LogEntry[], file: string, faults: FaultList): void {
  const firstOf = new Map<string, { readonly line: number; readonly value: number }>();
  const check = (key: string, column: string, line: number, value: number, within: string): void => {
    const first = firstOf.get(key);
    if (first === undefined) firstOf.set(key, { line, value });
    else if (first.value !== value)
      faults.add(logMessages.differs({ file, line, column }, value, first.value, first.line, within));
  };
  for (const { line, step, group, rows, values } of entries) {
    for (const field of ['learningRate', 'noiseVariance'] as const)
      check(`${field} ${step}`, field, line, values[field] as number, `step ${step}`);
    if (rows !== null) check(`rows ${JSON.stringify(group)}`, 'rows', line, rows, 'the group');
  }
}

function requireAll(
  byGroup: EntriesByGroup,
  steps: readonly number[],
  entries: readonly LogEntry[],
  file: string,
  faults: FaultList,
): void {
  const lineOf = new Map(entries.map(({ step, line }) => [step, line]));
  for (const step of steps)
    for (const [group, ofGroup] of byGroup)
      if (!ofGroup.has(step))
        faults.add(logMessages.withoutGroup(file, lineOf.get(step) as number, step, group ?? 'null'));
}

function loggedGroup(
  group: string | null,
  entries: ReadonlyMap<number, LogEntry>,
  steps: readonly number[],
): LoggedGroup {
  const column = (field: NeededLogField | OtherLogField): Float64Array =>
    Float64Array.from(steps, (step) => entries.get(step)?.values[field] ?? Number.NaN);
  const others = otherLogFields
    .map((field) => [field, column(field)] as const)
    .filter(([, values]) => values.some((value) => !Number.isNaN(value)));
  return {
    group: group ?? 'all rows',
    rows: [...entries.values()].find(({ rows }) => rows !== null)?.rows ?? null,
    needed: Object.fromEntries(neededLogFields.map((field) => [field, column(field)])) as LoggedGroup['needed'],
    others: Object.fromEntries(others),
  };
}
