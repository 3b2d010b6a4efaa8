import { noClauseLeft, unknownClause, unknownStatute } from '../messages/language-messages.js';
import { parseRule } from '../rules/grammar/parse-rule.js';
import type { Predicate } from '../rules/predicate.js';
import {
  type AreaLevel,
  areaLevels,
  type LanguageClause,
  type LanguageStatute,
  readLanguageStatute,
  section203Of2016,
  section203OfPapers,
} from '../statutes/section203/index.js';
import { allOf, anyOf, type LanguageQuestion } from './question.js';

/** Built-in rule files; the first is used when none is named. */
const builtIn = [section203Of2016, section203OfPapers];

/** The rule file that is meant, checked. */
export function languageStatute(
  given: string | Readonly<Record<string, unknown>> = section203Of2016.name,
): LanguageStatute {
  if (typeof given !== 'string') return readLanguageStatute(given);
  const statute = builtIn.find(({ name }) => name === given);
  if (statute !== undefined) return statute;
  throw unknownStatute(
    given,
    builtIn.map(({ name }) => name),
  );
}

/** The clauses of a rule file that are on. */
export interface LanguageClauses {
  readonly clauses: readonly (readonly [name: string, clause: LanguageClause])[];
  readonly illiteracy: Predicate | null;
}

/** @throws DpfairError `usage` for a switch of a clause that is not there, and when nothing is left on. */
export function clausesOf(statute: LanguageStatute, switches: Readonly<Record<string, boolean>>): LanguageClauses {
  const { name: file, clauses, illiteracy } = statute;
  const names = [...Object.keys(clauses), ...(illiteracy === null ? [] : ['illiteracy'])];
  for (const name of Object.keys(switches)) if (!names.includes(name)) throw unknownClause(name, file, names);
  const isOn = (name: string) => switches[name] ?? true;
  const left = Object.entries(clauses).filter(([name]) => isOn(name));
  if (left.length === 0) throw noClauseLeft(file);
  return { clauses: left, illiteracy: illiteracy !== null && isOn('illiteracy') ? parseRule(illiteracy.rule) : null };
}

/** Whether a pair is covered: by any clause that is on, with illiteracy. */
export function coverage({ clauses, illiteracy }: LanguageClauses): LanguageQuestion {
  const rules = clauses.map(([, clause]) => ({ ...clause, predicate: parseRule(clause.rule) }));
  const coveredBy = (kept: typeof rules) => {
    const any = anyOf(kept.map(({ predicate }) => predicate));
    return any === null ? null : allOf([any, illiteracy]);
  };
  const own = (level: AreaLevel) =>
    coveredBy(rules.filter(({ levels, stateRule }) => levels.includes(level) && stateRule === undefined));
  const state = rules.find(({ stateRule }) => stateRule !== undefined);
  return {
    own: { state: own('state'), subdivision: own('subdivision'), area: own('area') },
    throughState: state === undefined ? null : throughStateOf(state.predicate, state.stateRule as string, illiteracy),
    carrying: coveredBy(rules.filter(({ carries }) => carries === true)),
  };
}

const throughStateOf = (rule: Predicate, stateRule: string, illiteracy: Predicate | null) => ({
  rule,
  ofState: allOf([parseRule(stateRule), illiteracy]) as Predicate,
});

const nowhere: LanguageQuestion['own'] = { state: null, subdivision: null, area: null };

/** Whether one clause holds by itself; of a clause that carries, and of a state's, with the illiteracy that belongs to it. */
export function clauseQuestion(clause: LanguageClause, illiteracy: Predicate | null): LanguageQuestion {
  const rule = parseRule(clause.rule);
  if (clause.stateRule !== undefined) {
    return { own: nowhere, throughState: throughStateOf(rule, clause.stateRule, illiteracy), carrying: null };
  }
  if (clause.carries === true) {
    const covered = allOf([rule, illiteracy]);
    return { own: { ...nowhere, area: covered }, throughState: null, carrying: covered };
  }
  return { own: onLevels(clause.levels, rule), throughState: null, carrying: null };
}

/** Whether illiteracy is above the rate. */
export const illiteracyQuestion = (illiteracy: Predicate): LanguageQuestion => ({
  own: onLevels(areaLevels, illiteracy),
  throughState: null,
  carrying: null,
});

const onLevels = (levels: readonly AreaLevel[], rule: Predicate): LanguageQuestion['own'] => ({
  ...nowhere,
  ...Object.fromEntries(levels.map((level) => [level, rule])),
});
