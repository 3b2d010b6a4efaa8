import type { z } from 'zod';
import { messages } from '../messages.js';

/**
 * A check of an object for zod: its columns, arrays with one element a row, are of one length. Null is no column; a list of
 * columns is checked column by column. (The JSON Schema cannot say it: it compares no two members.)
 *
 * @param names of the members; the first says how long the others have to be
 */
export function requireOneLength<Name extends string>(first: Name, ...names: readonly Name[]) {
  return (context: z.core.ParsePayload<Readonly<Record<Name, readonly unknown[] | null>>>): void => {
    const wanted = context.value[first]?.length;
    if (wanted === undefined) return;
    for (const name of names) {
      const column = context.value[name];
      const columns: readonly unknown[] = column?.every(Array.isArray) && column.length > 0 ? column : [column];
      for (const one of columns) {
        if (!Array.isArray(one) || one.length === wanted) continue;
        const message = messages.columnLength(one.length, wanted, first);
        context.issues.push({ code: 'custom', input: context.value, path: [name], message });
        break;
      }
    }
  };
}
