import type { Cell } from '@dpfair/result';
import type { TextTable } from '../../figure.js';
import { formatPlain, formatWhole } from '../../format/index.js';
import { rateText } from '../../measure/index.js';
import { distanceMessages as say } from '../../messages/figures/distance-messages.js';

/** The false rates of each cell by distance to the threshold. */
export function distanceTable(cells: readonly { readonly label: string; readonly cell: Cell }[]): TextTable {
  const rows = cells.flatMap(({ label, cell }) =>
    (cell.falseRates?.byDistance ?? []).map(({ from, to, falseNegative, falsePositive }) => [
      label,
      say.range(from === null ? null : formatPlain(from), to === null ? null : formatPlain(to)),
      formatWhole(falseNegative.entities),
      rateText(cell, falseNegative),
      formatWhole(falsePositive.entities),
      rateText(cell, falsePositive),
    ]),
  );
  return { columns: say.columns(), rows };
}
