import { z } from 'zod';
import { DpfairError, type Fault } from './error.js';
import { type Result, resultSchema } from './result.js';

/** The published JSON Schema of a result (draft 2020-12), generated from the zod schemas. */
export function resultJsonSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(resultSchema, { target: 'draft-2020-12' }),
    title: 'dpfair result',
  } as Record<string, unknown>;
}

/**
 * Writes a result as JSON text.
 *
 * @throws DpfairError `output` when a number is not finite: a result holds null with a reason instead.
 */
export function resultToJson(result: Result): string {
  return `${JSON.stringify(result, refuseNonFinite)}\n`;
}

function refuseNonFinite(key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new DpfairError('output', { what: 'number that is not finite in a result', column: key, value });
  }
  return value;
}

/**
 * Reads a result from JSON text and validates it against the schema.
 *
 * @throws DpfairError `input` naming the file and the first twenty violations.
 */
export function resultFromJson(text: string, file: string): Result {
  const parsed = resultSchema.safeParse(parseJson(text, file));
  if (parsed.success) return parsed.data;
  throw new DpfairError(
    'input',
    parsed.error.issues
      .slice(0, 20)
      .map((issue): Fault => ({ file, what: issue.message, column: issue.path.join('.') })),
  );
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DpfairError('input', { file, what: 'not JSON', allowed: 'a result written by --json' }, { cause });
  }
}
