import type { SmoothingResult } from '@dpfair/result';
import type { TextTable } from '../../figure.js';
import { formatPlain } from '../../format/index.js';
import { smoothingTableWords as say } from '../../messages/smoothing/table-messages.js';
import { groupsOf, headRun, nameOf } from '../smoothed.js';
import { shortGroupColumns } from './group-columns.js';
import { searchTable } from './search-table.js';

/**
 * Smoothing as a table of text, for the terminal: a row for all rows and one for each group under each scale of the metric; of an audit of the model alone
 * what each search found.
 */
export function smoothingTable(result: SmoothingResult): TextTable {
  const head = headRun(result);
  if (head === null) return searchTable(result);
  const columns = shortGroupColumns(result, head);
  const scaled = result.runs.length > 1;
  return {
    columns: [...(scaled ? [say.scale()] : []), say.group(), ...columns.map((column) => column.head)],
    rows: result.runs.flatMap((run) =>
      groupsOf(run).map((group) => [
        ...(scaled ? [formatPlain(run.metric.constant)] : []),
        nameOf(run, group),
        ...columns.map(({ of }) => of(group)),
      ]),
    ),
  };
}
