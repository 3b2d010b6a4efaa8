import type { RawTable } from '../raw-table.js';

/** Columns that the reader adds to those of the file. */
export const addedColumns = ['PAIR_ID', 'PAIR_NAME', 'CITIZENS', 'MCITIZENS', 'AREAS', 'PUBLISHED'] as const;

/** What stands in AREAS where a pair names no American Indian or Alaska Native area. */
export const NO_AREAS = 'none';

/** Flags that are carried into PUBLISHED; 2016 has FLAG_AI where 2021 has FLAG_AIAN and FLAG_ANRC. */
export const flagColumns = [
  'FLAG10',
  'FLAG5',
  'FLAG_EDU',
  'FLAG_ST',
  'FLAG_JUR',
  'FLAG_AI',
  'FLAG_AIAN',
  'FLAG_ANRC',
  'FLAG_COV',
] as const;

/** What a Section 203 table needs no mapping for. Levels are the groups: their people overlap. */
export const section203Roles: Pick<RawTable, 'defaultRoles' | 'aliases'> = {
  defaultRoles: {
    id: 'PAIR_ID',
    name: 'PAIR_NAME',
    group: 'LEVEL',
    citizens: 'CITIZENS',
    lep: 'VACLEP',
    illiterate: 'ILLIT',
    level: 'LEVEL',
    state: 'ST',
    language: 'LANGUAGE',
    area: 'AREAS',
    published: 'PUBLISHED',
    'moe-lep': 'MVACLEP',
    'moe-citizens': 'MCITIZENS',
    'moe-illiterate': 'MILLIT',
  },
  aliases: {},
};

/** Where the columns of one file stand, from 0; -1 for one that this layout does not have. */
export interface Section203Layout {
  readonly year: 2016 | 2021;
  readonly level: number;
  readonly geoid: number;
  readonly state: number;
  readonly aian: number;
  readonly anrc: number;
  readonly languageNumber: number;
  readonly language: number;
  readonly name: number;
  readonly citizens: number;
  /** Margin of error of the citizens. */
  readonly citizensMargin: number;
  readonly lep: number;
  readonly illiterate: number;
  readonly flags: readonly { readonly name: string; readonly column: number }[];
}

/** The columns that a file must have to be taken for one of Section 203, besides one that identifies the area. */
const required = ['LEVEL', 'NAMELSAD', 'LANGUAGE', 'VACIT', 'VACLEP', 'ILLIT'] as const;

/**
 * Finds the layout of a public-use file of the determinations by its header: 2016 (`LEVCODE`, `GEOID`) or 2021 (`SUMLVL`,
 * `S203_GEOID`). Null for any other table.
 */
export function layoutOf(table: RawTable): Section203Layout | null {
  const names = table.columns.map((name) => name.toUpperCase());
  const at = (...candidates: readonly string[]): number => names.findIndex((name) => candidates.includes(name));
  const newer = at('S203_GEOID');
  const geoid = newer === -1 ? at('GEOID') : newer;
  if (geoid === -1 || required.some((name) => at(name) === -1)) return null;
  return {
    year: newer === -1 ? 2016 : 2021,
    level: at('LEVEL'),
    geoid,
    state: at('ST'),
    aian: at('AIAN', 'AIANHH', 'AIANNH'),
    anrc: at('ANRC'),
    languageNumber: at('LANCOUNT'),
    language: at('LANGUAGE'),
    name: at('NAMELSAD'),
    citizens: at('VACIT'),
    citizensMargin: at('MVACIT'),
    lep: at('VACLEP'),
    illiterate: at('ILLIT'),
    flags: flagColumns.map((name) => ({ name, column: at(name) })).filter(({ column }) => column !== -1),
  };
}
