import type { MitigationResult } from '@dpfair/result';
import type { TextTable } from '../figure.js';
import { cleanText } from '../format/index.js';
import { mitigationMessages as say } from '../messages/mitigation-messages.js';
import { methodWords } from '../words/index.js';
import { mitigationColumns } from './mitigation-columns.js';
import { comparisonsOf, isChosen, isNotPrivate, type MitigationRow } from './views.js';

/**
 * A comparison of mitigations as a table of text, for the terminal: a row each, budgets first. An asterisk marks what is
 * efficient.
 */
export function mitigationTable(result: MitigationResult): TextTable {
  const columns = mitigationColumns(result);
  return {
    columns: [say.efficientColumn(), say.noise(), say.mitigation(), ...columns.map(({ head }) => head), say.method()],
    rows: comparisonsOf(result).flatMap((comparison) =>
      comparison.rows.map((row) => [
        row.mitigation.efficient ? say.efficient() : '',
        comparison.label,
        idOf(result, row),
        ...columns.map(({ of }) => of(row)),
        methodWords(row.cell),
      ]),
    ),
  };
}

function idOf(result: MitigationResult, row: MitigationRow): string {
  const id = cleanText(row.mitigation.id);
  const known = isNotPrivate(result, row) ? say.notPrivateId(id) : id;
  return isChosen(result, row) ? say.chosenId(known) : known;
}
