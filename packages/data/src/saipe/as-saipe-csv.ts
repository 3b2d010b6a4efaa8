import { messages } from '../messages.js';
import type { RawTable } from '../raw-table.js';
import { saipeColumns, saipeRoles } from './layout.js';

const FIPS_DIGITS = 2;
const DISTRICT_DIGITS = 5;

/**
 * Recognises the SAIPE csv export by its header and mends what a round trip through Excel does to it: codes that lost their
 * leading zeros are padded to 2 and 5 digits again, which loses nothing. Returns null for any other table.
 */
export function asSaipeCsv(table: RawTable): RawTable | null {
  const names = table.columns.map((name) => name.toLowerCase());
  if (!saipeColumns.every((name) => names.includes(name.toLowerCase()))) return null;
  const at = (name: string): number => names.indexOf(name.toLowerCase());
  const fips = at(saipeColumns[1]);
  const district = at(saipeColumns[2]);
  const columns = table.columns.map(
    (name) => saipeColumns.find((known) => known.toLowerCase() === name.toLowerCase()) ?? name,
  );
  let mended = 0;
  const rows = table.rows.map((row) => {
    const codes: readonly [string, string] = [
      padded(row[fips] as string, FIPS_DIGITS),
      padded(row[district] as string, DISTRICT_DIGITS),
    ];
    if (codes[0] === row[fips] && codes[1] === row[district]) return row;
    mended++;
    return row.with(fips, codes[0]).with(district, codes[1]);
  });
  const notes = mended === 0 ? table.notes : [...table.notes, messages.paddedCodes(mended)];
  return { ...table, ...saipeRoles, format: 'saipe-csv', columns, rows, notes };
}

function padded(code: string, digits: number): string {
  return /^\d+$/.test(code) ? code.padStart(digits, '0') : code;
}
