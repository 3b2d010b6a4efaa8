/** What a pair's area is: a state, a political subdivision of one, or an American Indian or Alaska Native area. */
export const areaLevels = ['state', 'subdivision', 'area'] as const;
export type AreaLevel = (typeof areaLevels)[number];

/** One way in which a pair of an area and a language is covered, as law or a paper has it. */
export interface LanguageClause {
  /** The levels whose pairs it is asked of. */
  readonly levels: readonly AreaLevel[];
  /** A rule over `citizens`, `lep` and `illiterate` of the pair; strictness is that of its signs. */
  readonly rule: string;
  /** A rule over the counts of the pair's state, which must hold too. Illiteracy is then asked of the state. */
  readonly stateRule?: string | undefined;
  /** Whether a native area that it covers carries every subdivision it lies in. @default false */
  readonly carries?: boolean | undefined;
  /** Where it is written. */
  readonly source: string;
}

/** The rule of language assistance as data: versioned, and every clause with its source. */
export interface LanguageStatute {
  readonly decision: 'language';
  readonly name: string;
  readonly title: string;
  /** Of which determinations, law or paper. */
  readonly version: string;
  readonly source: string;
  /** What must hold besides a clause: literacy below the nation's. Null where nothing must. */
  readonly illiteracy: { readonly rule: string; readonly source: string } | null;
  /** By name; a pair is covered by any one of them. */
  readonly clauses: Readonly<Record<string, LanguageClause>>;
}

/** The counts that a rule of such a statute may ask for. */
export const languageCounts = ['citizens', 'lep', 'illiterate'] as const;

/** What the counts of a rule are parts of. */
export const languageWholes: Readonly<Record<string, readonly string[]>> = {
  lep: ['citizens'],
  illiterate: ['lep', 'citizens'],
};
