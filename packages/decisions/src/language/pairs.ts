import type { DecisionInput } from '../decision.js';
import { repeatedPair, unknownLevel } from '../messages/language-messages.js';
import type { AreaLevel } from '../statutes/section203/index.js';

/** What the text columns say of pairs of an area and a language, as indices of entities. */
export interface LanguagePairs {
  readonly level: readonly AreaLevel[];
  /** The pair of the same language of a subdivision's state; -1 where there is none. */
  readonly stateOf: Int32Array;
  /** The pairs of the same language of the native areas in a subdivision. */
  readonly areasOf: readonly (readonly number[])[];
  /** Whether a subdivision names an area which has no pair of this language here. */
  readonly lacksArea: readonly boolean[];
}

/** What may stand in the column of levels, in any case. */
const levelWords: Readonly<Record<string, AreaLevel>> = {
  state: 'state',
  county: 'subdivision',
  mcd: 'subdivision',
  subdivision: 'subdivision',
  aian: 'area',
  anrc: 'area',
  area: 'area',
};

/** What stands in the column of areas where there is none. */
const NO_AREAS = 'none';

/**
 * Finds for each pair the pairs whose counts speak for it too: of its state by the columns state and language, of native areas by
 * the columns area and language. Native areas in a subdivision are separated by semicolons. Without a column of levels every
 * pair is one of a subdivision.
 *
 * @throws DpfairError `input` for a level that is not known, and for two rows of one state or native area and language.
 */
export function languagePairs(input: DecisionInput): LanguagePairs {
  const found = known.get(input) ?? findPairs(input);
  known.set(input, found);
  return found;
}

/** A decision, its events, its truth and its noise ask the same columns many times. */
const known = new WeakMap<DecisionInput, LanguagePairs>();

function findPairs({ counts, labels = {} }: DecisionInput): LanguagePairs {
  const n = Object.values(counts)[0]?.length ?? 0;
  const level = Array.from({ length: n }, (_, i) => levelOf(labels.level?.[i], i));
  const { state = [], language = [], area = [] } = labels;
  const states = rowsOf(level, 'state', state, language);
  const areas = rowsOf(level, 'area', area, language);
  const stateOf = new Int32Array(n).fill(-1);
  const lacksArea = level.map(() => false);
  const areasOf = level.map((own, i): readonly number[] => {
    if (own !== 'subdivision') return [];
    if (labels.state !== undefined) stateOf[i] = states.get(keyOf(state[i], language[i])) ?? -1;
    // Named twice it is still one area.
    const named = [...new Set((area[i] ?? NO_AREAS).split(';').map((name) => name.trim()))];
    const known = named.map((name) => areas.get(keyOf(name, language[i])));
    lacksArea[i] = named[0] !== NO_AREAS && known.includes(undefined);
    return known.filter((index) => index !== undefined);
  });
  return { level, stateOf, areasOf, lacksArea };
}

/** The row of each state or native area and language; rows without a name of theirs speak for no other row. */
function rowsOf(
  levels: readonly AreaLevel[],
  wanted: 'state' | 'area',
  names: readonly string[],
  languages: readonly string[],
): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  names.forEach((name, i) => {
    if (levels[i] !== wanted || (wanted === 'area' && name === NO_AREAS)) return;
    const key = keyOf(name, languages[i]);
    const first = rows.get(key);
    if (first !== undefined) throw repeatedPair([first, i], wanted, name, languages[i] ?? 'no language');
    rows.set(key, i);
  });
  return rows;
}

/** JSON keeps ('a', 'b|c') and ('a|b', 'c') apart. */
const keyOf = (name: string | undefined, language: string | undefined): string =>
  JSON.stringify([name ?? '', language ?? '']);

function levelOf(word: string | undefined, entity: number): AreaLevel {
  const key = (word ?? 'subdivision').toLowerCase();
  if (!Object.hasOwn(levelWords, key)) throw unknownLevel(entity, word as string, Object.keys(levelWords));
  return levelWords[key] as AreaLevel;
}
