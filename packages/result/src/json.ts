import { z } from 'zod';
import { DpfairError, type Fault } from './error.js';
import { messages } from './messages.js';
import { RESULT_FAMILY, type Result, resultSchema } from './result.js';

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
  refuseNonFinite(result, 'result');
  return `${JSON.stringify(result)}\n`;
}

/** JSON.stringify would write NaN and Infinity as null without a word. (A replacer would too, at five times the time.) */
function refuseNonFinite(value: unknown, path: string): void {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) {
      throw new DpfairError('output', messages.notFinite(path, value));
    }
  } else if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      if (!Number.isFinite(value[i])) refuseNonFinite(value[i], `${path}[${i}]`);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, element] of Object.entries(value)) refuseNonFinite(element, `${path}.${key}`);
  }
}

/**
 * Reads a result from JSON text and validates it against the schema. What is returned is what was read, members in their
 * order and those that the schema does not name too, so that writing it again gives the same bytes.
 *
 * @throws DpfairError `input` naming the file, and the first twenty violations or that it is no result at all.
 */
export function resultFromJson(text: string, file: string): Result {
  const read = parseJson(text, file);
  if (!claimsToBeResult(read)) throw new DpfairError('input', messages.notResult(file));
  const parsed = resultSchema.safeParse(read);
  if (parsed.success) return read as Result;
  throw new DpfairError(
    'input',
    parsed.error.issues
      .slice(0, 20)
      .map((issue): Fault => ({ file, what: issue.message, column: issue.path.join('.') })),
  );
}

/** Whether a value says of itself that it is a result, of whatever version and however broken. */
function claimsToBeResult(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('schema' in value)) return false;
  return typeof value.schema === 'string' && value.schema.startsWith(RESULT_FAMILY);
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DpfairError('input', messages.notJson(file), { cause });
  }
}
