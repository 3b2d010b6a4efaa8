import { readAnyTable } from '@dpfair/data';
import { DpfairError, type Fault } from '@dpfair/result';
import { inputName } from '../../input/input-name.js';
import { smoothFaults } from '../../messages/smooth.js';
import { decimalNumber } from '../../options/reading/decimal-number.js';

/**
 * Reads a CSV file of column,weight.
 *
 * @throws DpfairError `input` naming file, line and value
 */
export async function readWeightTable(path: string, bytes: Uint8Array): Promise<ReadonlyMap<string, number>> {
  const table = await readAnyTable(bytes, { file: inputName(path), format: 'csv' });
  const names = table.columns.map((name) => name.trim().toLowerCase());
  const [column, weight] = [names.indexOf('column'), names.indexOf('weight')];
  if (column < 0 || weight < 0) throw new DpfairError('input', smoothFaults.tableColumns(table.file, table.columns));
  const weights = new Map<string, number>();
  const faults: Fault[] = [];
  table.rows.forEach((fields, row) => {
    const [name = '', text = ''] = [fields[column], fields[weight]];
    const value = decimalNumber(text.trim());
    const line = table.lineOf(row);
    if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) {
      faults.push(smoothFaults.tableWeight(table.file, line, name, text));
    } else if (weights.has(name)) faults.push(smoothFaults.tableTwice(table.file, line, name));
    else weights.set(name, value);
  });
  if (faults.length > 0) throw new DpfairError('input', faults.slice(0, 20));
  return weights;
}
