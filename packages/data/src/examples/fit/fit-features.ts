import { DpfairError, type EncodedColumn, type Encoding } from '@dpfair/result';
import type { ChosenColumns } from '../columns/choose-columns.js';
import type { TableRead } from '../encoding/encode-rows.js';
import { exampleMessages } from '../messages.js';
import { fitColumn } from './fit-columns.js';
import type { FitOptions } from './fit-options.js';

/**
 * How the features are made, from the training rows: see `fitColumn`. Columns that are the same in all of them are left out.
 *
 * @throws DpfairError `input` when no column is left
 */
export function fitFeatures(
  { table, read }: TableRead,
  { features, dropped }: ChosenColumns,
  training: readonly number[],
  options: FitOptions,
): Pick<Encoding, 'columns' | 'dropped'> {
  const columns: EncodedColumn[] = [];
  const leftOut = [...dropped];
  for (const feature of features) {
    const fitted = fitColumn(table, feature, read, training, options);
    if ('kind' in fitted) columns.push(fitted);
    else leftOut.push(fitted);
  }
  if (columns.length > 0) return { columns, dropped: leftOut };
  const names = leftOut.map(({ column }) => column);
  throw new DpfairError('input', exampleMessages.noFeatures(table.file, names));
}
