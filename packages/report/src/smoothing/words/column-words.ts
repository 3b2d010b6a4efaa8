import type { AuditedPairOfResult } from '@dpfair/result';
import { cleanText, formatPlain } from '../../format/index.js';
import { searchWords as say } from '../../messages/smoothing/search-messages.js';

type Difference = AuditedPairOfResult['differs'][number];

/** The column of the file that an input of the model was made from: 'race' of 'race=White'; other names are their own. */
export function columnOf(input: string): string {
  const at = input.indexOf('=');
  return at > 0 ? input.slice(0, at) : input;
}

/** Columns of the file behind inputs of the model, each once: two levels of one column are one. */
export function columnsOf(inputs: readonly string[]): readonly string[] {
  return [...new Set(inputs.map(columnOf))].map(cleanText);
}

/** The columns of the file in which a pair differs: inputs that are 0 and 1 are of a level, all others numbers with a name of their own. */
export function columnsThatDiffer(differs: readonly Difference[]): readonly string[] {
  const isMark = (value: number) => value === 0 || value === 1;
  const names = differs.map((one) => (isMark(one.first) && isMark(one.second) ? columnOf(one.column) : one.column));
  return [...new Set(names)].map(cleanText);
}

/** Differences in words, one a column of the file: 'age 31 / 33', and 'race White / Black' where an input of a level goes from 1 to 0 and another from 0 to 1. */
export function differenceTexts(differs: readonly Difference[]): readonly string[] {
  const columns = [...new Set(differs.map(({ column }) => columnOf(column)))];
  return columns.flatMap((column) => {
    const own = differs.filter((one) => columnOf(one.column) === column);
    const [from, to] = [levelWhere(own, 'first'), levelWhere(own, 'second')];
    if (own.length === 2 && from !== null && to !== null) return [say.difference(cleanText(column), from, to)];
    return own.map(({ column: name, first, second }) =>
      say.difference(cleanText(name), formatPlain(first), formatPlain(second)),
    );
  });
}

/** The level whose input is 1 for one of the two and 0 for the other. */
function levelWhere(differs: readonly Difference[], which: 'first' | 'second'): string | null {
  const other = which === 'first' ? 'second' : 'first';
  const found = differs.find((one) => one[which] === 1 && one[other] === 0);
  return found === undefined ? null : cleanText(found.column.slice(columnOf(found.column).length + 1));
}
