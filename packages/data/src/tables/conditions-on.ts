import type { RawTable } from '../raw-table.js';
import { columnsNamed } from './find-column.js';
import { parseCondition } from './parse-condition.js';

/**
 * Those of the conditions that speak of a column or an alias of the table. They can be met before other tables are joined to it,
 * whose columns could take the name of an alias.
 *
 * @param conditions as `filterRows` takes them
 * @throws DpfairError `usage` for a condition without `=`; `input` when two columns have the name
 * @example
 * conditionsOn(districts, ['state=30', 'ppe!=0']); // ['state=30']
 */
export function conditionsOn(table: RawTable, conditions: readonly string[]): string[] {
  return conditions.filter((condition) => columnsNamed(table, parseCondition(condition).name).length > 0);
}
