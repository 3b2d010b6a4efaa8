import type { Section203Layout } from './layout.js';

/**
 * What one row of a determination file is:
 *
 * - `denominator`: the citizens that the pairs of its area are a share of: everyone of voting age (Total Population), or in an
 *   American Indian or Alaska Native area its American Indian and Alaska Native citizens;
 * - `link`: a native area lies in a jurisdiction (levels AIAN/Juris and ANRC/Juris); its counts repeat those of the area;
 * - `pair`: an area and a language.
 */
export type RowKind = 'denominator' | 'link' | 'pair';

const NATIVE_LEVELS = ['AIAN', 'ANRC'];
const LINK_LEVELS = ['AIAN/JURIS', 'ANRC/JURIS'];

export const isNativeLevel = (level: string): boolean => NATIVE_LEVELS.includes(level.toUpperCase());

export function rowKind(row: readonly string[], layout: Section203Layout): RowKind {
  const level = (row[layout.level] as string).toUpperCase();
  if (LINK_LEVELS.includes(level)) return 'link';
  const number = layout.languageNumber === -1 ? '' : (row[layout.languageNumber] as string);
  const language = (row[layout.language] as string).toLowerCase();
  const holdsCitizens = isNativeLevel(level)
    ? number === '3' || /^american indian.* alone or in combination$/.test(language)
    : number === '1' || language === 'total population';
  return holdsCitizens ? 'denominator' : 'pair';
}

/** The code of the native area that a row is about, such as `AIAN 2430`; null for a row that names none. */
export function nativeAreaOf(row: readonly string[], layout: Section203Layout): string | null {
  const kind = (row[layout.level] as string).toUpperCase().slice(0, 4);
  const column = kind === 'ANRC' ? layout.anrc : layout.aian;
  if (column !== -1) return `${kind} ${row[column]}`;
  // Without a column of area codes the identifier of the row is that of the area, unless it links two areas.
  return isNativeLevel(row[layout.level] as string) ? `${kind} ${row[layout.geoid]}` : null;
}
