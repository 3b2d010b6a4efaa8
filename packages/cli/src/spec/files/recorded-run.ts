import { DpfairError, RESULT_SCHEMA } from '@dpfair/result';
import { specFileFaults } from '../../messages/spec.js';

/** What a result says of the run that made it, as far as it takes to repeat it. */
export interface RecordedRun {
  /** The command that made it, such as `dpfair smooth audit`; undefined where it does not say. */
  readonly command: string | undefined;
  readonly spec: Readonly<Record<string, unknown>>;
  /** SHA-256 of the files that an option names, in hexadecimal and in order; undefined where the result does not say. */
  readonly sha256: Readonly<Record<FileOption, readonly (string | undefined)[]>>;
}

/** Options of a spec that name files whose bytes a result records. */
export const fileOptions = ['data', 'join', 'test', 'more'] as const;
export type FileOption = (typeof fileOptions)[number];

const FAMILY = 'dpfair-result/';

/**
 * The run in the text of a result; undefined for text that is no result, such as a spec.
 *
 * @throws DpfairError `config` for a result of a schema version that this dpfair does not know
 */
export function recordedRunOf(text: string, file: string): RecordedRun | undefined {
  const parsed = jsonObject(text);
  if (parsed === undefined || typeof parsed.schema !== 'string') return undefined;
  requireKnownSchema(parsed.schema, file);
  const { run, input, testFile } = parsed;
  if (!isRecord(run) || !isRecord(run.spec)) return undefined;
  const joined = isRecord(input) && Array.isArray(input.joined) ? input.joined : [];
  return {
    command: /\bdpfair (?:smooth audit|[a-z]+)/.exec(typeof run.command === 'string' ? run.command : '')?.[0],
    spec: run.spec,
    sha256: {
      data: [sha256In(input)],
      join: joined.map(sha256In),
      test: [sha256In(testFile)],
      more: joined.map(sha256In),
    },
  };
}

/** Refuses a result that another version of dpfair wrote in a layout of its own; what is no result passes. */
function requireKnownSchema(schema: string, file: string): void {
  if (!schema.startsWith(FAMILY) || schema === RESULT_SCHEMA) return;
  throw new DpfairError('config', specFileFaults.unknownSchema(file, schema, RESULT_SCHEMA));
}

/**
 * Says so when the text is a result of a schema version that this dpfair does not know.
 *
 * @throws DpfairError `config`
 */
export function refuseUnknownSchema(text: string, file: string): void {
  const schema = jsonObject(text)?.schema;
  if (typeof schema === 'string') requireKnownSchema(schema, file);
}

function sha256In(file: unknown): string | undefined {
  return isRecord(file) && typeof file.sha256 === 'string' ? file.sha256 : undefined;
}

function jsonObject(text: string): Record<string, unknown> | undefined {
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    return isRecord(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
