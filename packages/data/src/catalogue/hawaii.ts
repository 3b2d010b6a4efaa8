import { tableOfRows } from '../generators/table-of-rows.js';
import type { RawTable } from '../raw-table.js';

/** Households of the five counties of Hawaii, 2010 Census. */
const households = [
  ['15001', 'Hawaii', '67096'],
  ['15003', 'Honolulu', '311047'],
  ['15005', 'Kalawao', '69'],
  ['15007', 'Kauai', '23240'],
  ['15009', 'Maui', '53886'],
];

/** The smallest table in which noise is visibly unfair: one county of 69 households beside one of 311,047. */
export function hawaii(): RawTable {
  return tableOfRows('hawaii.csv', ['id', 'name', 'count'], households);
}
