import type { Fault, SkippedRow } from '@dpfair/result';
import { faultList } from '../fault-list.js';
import { messages } from '../messages.js';
import type { RawTable } from '../raw-table.js';
import { addedColumns, layoutOf, NO_AREAS, type Section203Layout, section203Roles } from './layout.js';
import { isNativeLevel, nativeAreaOf, rowKind } from './row-kind.js';

/**
 * Recognises a public-use file of the Section 203 determinations (2016 or 2021) and makes one row of each pair of an area and
 * a language: `CITIZENS` and `MCITIZENS` are the VACIT and MVACIT of its area's own row, `AREAS` the native areas that lie in a jurisdiction and speak for
 * this language, `PUBLISHED` the flags that are not blank. All columns of the file stay. Returns null for any other table.
 *
 * The file holds rows of three kinds: {@link rowKind}. A pair whose counts are not published is skipped and listed.
 *
 * @param skipBadRows skip and list pairs of areas without a row for their citizens, instead of failing
 * @throws DpfairError `input` for such pairs, each with its line; the first twenty are listed
 */
export function asSection203(table: RawTable, skipBadRows = false): RawTable | null {
  const layout = layoutOf(table);
  if (layout === null) return null;
  const { citizens, areas, ...read } = context(table, layout);
  const rows: (readonly string[])[] = [];
  const sources: { readonly row: number; readonly denominator: number }[] = [];
  const skipped: SkippedRow[] = [...table.skipped];
  const faults = faultList();
  table.rows.forEach((fields, row) => {
    if (rowKind(fields, layout) !== 'pair') return;
    if (fields[layout.lep] === '' && fields[layout.illiterate] === '') {
      skipped.push({ line: table.lineOf(row), reason: messages.unpublishedPair });
      return;
    }
    const denominator = citizens.get(areaKey(fields, layout));
    if (denominator === undefined) {
      const fault = noCitizens(table, row, layout);
      if (skipBadRows) skipped.push({ line: table.lineOf(row), reason: `${fault.what}: ${fault.value}` });
      else faults.add(fault);
      return;
    }
    const area = table.rows[denominator] as readonly string[];
    rows.push([...fields, ...added(fields, layout, area, areas)]);
    sources.push({ row, denominator });
  });
  faults.throwIfAny();
  const sourceOf = (row: number) => sources[row] as { readonly row: number; readonly denominator: number };
  const width = table.columns.length;
  const [citizensColumn, marginColumn] = [addedColumns.indexOf('CITIZENS'), addedColumns.indexOf('MCITIZENS')].map(
    (at) => width + at,
  );
  return {
    ...table,
    ...section203Roles,
    format: `section203-${layout.year}`,
    columns: [...table.columns, ...addedColumns],
    rows,
    needs: neededBy(rows, layout),
    lineOf: (row) => table.lineOf(sourceOf(row).row),
    placeOf: (row, column) => {
      const { row: own, denominator } = sourceOf(row);
      if (column === citizensColumn) return table.placeOf(denominator, layout.citizens);
      if (column === marginColumn) return table.placeOf(denominator, layout.citizensMargin);
      return table.placeOf(own, column < width ? column : layout.geoid);
    },
    skipped: skipped.sort((left, right) => left.line - right.line),
    notes: [...table.notes, messages.section203Rows(citizens.size, read.links), ...read.notes],
  };
}

/** What pairs need of other rows: the citizens of their area, and the native areas of their jurisdiction. */
function context(table: RawTable, layout: Section203Layout) {
  const citizens = new Map<string, number>();
  const areas = new Map<string, string[]>();
  let [links, unnamed] = [0, 0];
  table.rows.forEach((fields, row) => {
    const kind = rowKind(fields, layout);
    if (kind === 'denominator') {
      const key = areaKey(fields, layout);
      if (!citizens.has(key)) citizens.set(key, row);
    } else if (kind === 'link') {
      links += 1;
      const area = nativeAreaOf(fields, layout);
      const key = linkKey(fields, layout);
      if (area === null) unnamed += 1;
      else if (!areas.get(key)?.includes(area)) areas.set(key, [...(areas.get(key) ?? []), area]);
    }
  });
  return { citizens, areas, links, notes: unnamed === 0 ? [] : [messages.unnamedAreas(unnamed)] };
}

/** A pair of a jurisdiction rests on those of its state and of the native areas in it, of the same language. */
function neededBy(rows: readonly (readonly string[])[], layout: Section203Layout): (row: number) => readonly number[] {
  const areas = new Map<string, number>();
  const areasColumn = (fields: readonly string[]) =>
    fields[fields.length - addedColumns.length + addedColumns.indexOf('AREAS')] as string;
  const isState = (fields: readonly string[]) => (fields[layout.level] as string).toUpperCase() === 'STATE';
  const ofState = (fields: readonly string[]) => `STATE ${field(fields, layout.state)}`;
  const key = (area: string, fields: readonly string[]) => `${area}|${fields[layout.language]}`;
  rows.forEach((fields, row) => {
    if (isState(fields)) areas.set(key(ofState(fields), fields), row);
    else if (isNativeLevel(fields[layout.level] as string)) areas.set(key(areasColumn(fields), fields), row);
  });
  return (row) => {
    const fields = rows[row] as readonly string[];
    if (isState(fields) || isNativeLevel(fields[layout.level] as string)) return [];
    const named = [ofState(fields), ...areasColumn(fields).split('; ')];
    return named.flatMap((area) => areas.get(key(area, fields)) ?? []);
  };
}

const field = (fields: readonly string[], column: number): string => (column === -1 ? '' : (fields[column] as string));

/** The same for all rows about one area. */
const areaKey = (fields: readonly string[], { level, geoid, aian, anrc }: Section203Layout): string =>
  [level, geoid, aian, anrc].map((column) => field(fields, column).toUpperCase()).join('|');

/** The same for a pair of a jurisdiction and for the rows that link native areas to it. */
const linkKey = (fields: readonly string[], { geoid, languageNumber, language }: Section203Layout): string =>
  `${fields[geoid]}|${field(fields, languageNumber === -1 ? language : languageNumber)}`;

/** The values of {@link addedColumns}. */
function added(
  fields: readonly string[],
  layout: Section203Layout,
  ofArea: readonly string[],
  areas: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const own = isNativeLevel(fields[layout.level] as string) ? nativeAreaOf(fields, layout) : null;
  const language =
    layout.languageNumber === -1 ? slug(fields[layout.language] as string) : fields[layout.languageNumber];
  const published = layout.flags.map(({ name, column }) => [name, fields[column]]).filter(([, value]) => value !== '');
  return [
    `${own?.replace(' ', '') ?? fields[layout.geoid]}-${language}`,
    `${fields[layout.name]} - ${fields[layout.language]}`,
    ofArea[layout.citizens] as string,
    field(ofArea, layout.citizensMargin),
    own ?? areas.get(linkKey(fields, layout))?.join('; ') ?? NO_AREAS,
    published.map(([name, value]) => `${name}=${value}`).join(' ') || NO_AREAS,
  ];
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

function noCitizens(table: RawTable, row: number, layout: Section203Layout): Fault {
  const fields = table.rows[row] as readonly string[];
  const place = { ...table.placeOf(row, layout.citizens), column: table.columns[layout.citizens] as string };
  return messages.noCitizensRow(
    place,
    `${fields[layout.name]}, ${fields[layout.language]}`,
    isNativeLevel(fields[layout.level] as string),
  );
}
