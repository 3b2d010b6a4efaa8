import { DpfairError, type Fault } from '@dpfair/result';
import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { specFileFaults } from '../../messages/spec.js';
import { nearOption } from '../../options/reading/near-option.js';
import { kebabCase, type OptionTable } from '../../options/reading/option.js';
import { readOptions } from '../../options/reading/read-options.js';
import { runOptions } from '../../options/run-options.js';
import { auditOptions } from '../audit-options.js';
import type { AuditSpecInput } from '../audit-spec.js';
import { type RecordedRun, recordedRunOf } from './recorded-run.js';

/** What the spec file of an audit may say. */
export type SpecFile = Partial<AuditSpecInput> & { readonly threads?: number };

const auditTable: OptionTable = { ...auditOptions, ...runOptions };

/** A spec file that was read, and the run it recorded when it is a result. */
export interface ReadSpecFile<Spec = SpecFile> {
  readonly spec: Spec;
  readonly recorded?: RecordedRun;
}

/**
 * Reads a spec from YAML or JSON text, or takes it out of a result JSON (its `run.spec`). Keys are option names, with
 * dashes or in camel case; null means the default.
 *
 * @param table the options that it may hold, of which `Spec` is the type.
 * @throws DpfairError `config` with every unknown key and refused value, and where each stands; and for a result of an
 * unknown schema version.
 * @example readSpecFile('data: counts.csv\nepsilon: [0.1, 1]\n', 'spec.yaml').spec.epsilon // [0.1, 1]
 */
export function readSpecFile<Spec = SpecFile>(text: string, file: string, table = auditTable): ReadSpecFile<Spec> {
  const recorded = recordedRunOf(text, file);
  if (recorded === undefined) return { spec: readDocument(text, file, table) as Spec };
  requireOwnOptions(recorded, file, table);
  return { spec: readRecord(recorded.spec, () => ({ file }), file, table) as Spec, recorded };
}

/** A result of another version of this command may have an option or two that are not known. */
const MOST_UNKNOWN = 2;

/** Refuses the result of another command: one with options that this one has not. */
function requireOwnOptions({ command, spec }: RecordedRun, file: string, table: OptionTable): void {
  const unknown = Object.keys(spec).filter((key) => !Object.hasOwn(table, kebabCase(key)));
  if (command === undefined || unknown.length <= MOST_UNKNOWN) return;
  throw new DpfairError('config', specFileFaults.resultOfAnother(file, command));
}

type Values = Readonly<Record<string, unknown>>;

function readDocument(text: string, file: string, table: OptionTable): Values {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    intAsBigInt: true,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const placeOf = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  if (document.errors.length > 0) {
    throw new DpfairError(
      'config',
      document.errors.map((error) => ({ ...placeOf(error.pos[0]), ...specFileFaults.notYaml(error.message) })),
    );
  }
  const { contents } = document;
  if (!isMap(contents)) throw new DpfairError('config', { file, ...specFileFaults.notASpec });
  const places = new Map(
    contents.items.map(({ key }) => [isScalar(key) ? String(key.value) : '', placeOf((key as Node).range?.[0] ?? 0)]),
  );
  return readRecord(valuesOf(document, file), (key) => places.get(key) ?? { file }, file, table);
}

/** The values of a document; an alias that points nowhere, or that multiplies without end, shows only here. */
function valuesOf(document: Document, file: string): Record<string, unknown> {
  try {
    return document.toJS();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DpfairError('config', { file, ...specFileFaults.notYaml(reason) }, { cause });
  }
}

function readRecord(
  record: Readonly<Record<string, unknown>>,
  placeOf: (key: string) => Partial<Fault>,
  file: string,
  table: OptionTable,
): Values {
  const faults: Fault[] = [];
  const given: Record<string, unknown> = {};
  const writtenAs: Record<string, string> = {};
  for (const [key, value] of Object.entries(record)) {
    const name = kebabCase(key);
    if (!Object.hasOwn(table, name))
      faults.push({ ...placeOf(key), ...specFileFaults.unknownOption(key, nearOption(name, Object.keys(table))) });
    else if (name in given) faults.push({ ...placeOf(key), ...specFileFaults.givenTwice(key) });
    given[name] = value;
    writtenAs[name] = key;
  }
  const read = readOptions(table, given, (name) => ({ file, ...placeOf(writtenAs[name] ?? name), what: name }));
  faults.push(...read.faults);
  if (faults.length > 0) throw new DpfairError('config', faults);
  return read.values;
}
