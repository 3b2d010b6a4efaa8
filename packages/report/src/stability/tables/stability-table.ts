import type { StabilityResult } from '@dpfair/result';
import type { TextTable } from '../../figure.js';
import { cleanText, formatPlain } from '../../format/index.js';
import { stabilityTableWords as say } from '../../messages/stability/table-messages.js';
import { groupColumns, variantsOf } from '../variants.js';
import { cellColumns } from './cell-columns.js';

/** Every cell as a row of text, for the terminal: what groups, which algorithm, lambda, accuracy, fairness, stability, convergence. */
export function stabilityTable(result: StabilityResult): TextTable {
  const columns = cellColumns(result, result.cells).filter(({ short }) => short);
  return {
    columns: [say.column(), say.algorithm(), say.lambda(), ...columns.map(({ head }) => head)],
    rows: groupColumns(result).flatMap((column) =>
      variantsOf(result, column).flatMap(({ label, cells }) =>
        cells.map((cell) => [cleanText(column), label, formatPlain(cell.lambda), ...columns.map(({ of }) => of(cell))]),
      ),
    ),
  };
}
