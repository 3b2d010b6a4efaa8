import type { Warning } from '@dpfair/result';
import type { DecisionInput, ImpossibleCounts, InputFindings } from '../decision.js';
import { languageWarnings } from '../messages/language-messages.js';
import { clauseQuestion, illiteracyQuestion, type LanguageClauses } from './clauses.js';
import { type LanguagePairs, languagePairs } from './pairs.js';
import { flagMismatches, readFlags } from './published-flags.js';
import type { LanguageQuestion } from './question.js';

/**
 * What a reader must know of these pairs before the audit: clauses that could not be applied, people in several rows, a file
 * that holds covered pairs only, and published flags that differ from the rule.
 */
export function examinePairs(input: DecisionInput, on: LanguageClauses, covered: LanguageQuestion): InputFindings {
  const pairs = languagePairs(input);
  const { published = [] } = input.labels ?? {};
  const mismatches =
    published.length === 0 ? [] : flagMismatches(published, flagQuestions(on, covered), pairs, input.counts);
  return {
    warnings: [...unapplied(on, pairs), ...overlap(pairs), ...coveredOnly(published, pairs)],
    mismatches,
    impossible: [...impossible(input, 'lep', 'citizens'), ...impossible(input, 'illiterate', 'lep')],
  };
}

/** Public-use files hold 4 and multiples of 5: two of them may be so far apart by rounding alone. */
const ROUNDED_TO = 5;
const isRounded = (count: number): boolean => count === 4 || count % ROUNDED_TO === 0;

function impossible({ counts }: DecisionInput, part: string, whole: string): readonly ImpossibleCounts[] {
  const [parts, wholes] = [counts[part], counts[whole]];
  if (parts === undefined || wholes === undefined) return [];
  const entities = Array.from(parts.keys()).filter((i) => {
    const [some, all] = [parts[i], wholes[i]] as [number, number];
    return some - all > (isRounded(some) && isRounded(all) ? ROUNDED_TO : 0);
  });
  return entities.length === 0 ? [] : [{ part, whole, entities }];
}

/** By the clause that a flag tells of; the share of a reservation is a flag of its own, without illiteracy. */
function flagQuestions({ clauses, illiteracy }: LanguageClauses, covered: LanguageQuestion) {
  const questions = new Map<string, LanguageQuestion>([['covered', covered]]);
  for (const [name, clause] of clauses) {
    questions.set(name, clauseQuestion(clause, illiteracy));
    if (clause.carries === true) {
      const share = clauseQuestion({ ...clause, carries: false }, illiteracy);
      questions.set(`${name}-share`, share);
    }
  }
  if (illiteracy !== null) questions.set('illiteracy', illiteracyQuestion(illiteracy));
  return questions;
}

function unapplied({ clauses }: LanguageClauses, pairs: LanguagePairs): readonly Warning[] {
  const subdivisions = pairs.level.filter((level) => level === 'subdivision').length;
  const withState = pairs.stateOf.filter((state) => state !== -1).length;
  const withoutArea = pairs.lacksArea.filter(Boolean).length;
  return clauses.flatMap(([name, { stateRule, carries }]) => [
    ...(stateRule !== undefined && withState < subdivisions
      ? [languageWarnings.noState(name, subdivisions - withState, subdivisions)]
      : []),
    ...(carries === true && withoutArea > 0 ? [languageWarnings.noArea(name, withoutArea)] : []),
  ]);
}

function overlap({ level }: LanguagePairs): readonly Warning[] {
  const levels = [...new Set(level)];
  return levels.length > 1 ? [languageWarnings.overlap(levels)] : [];
}

/** Of a native area it is FLAG_AI that says that it is covered. */
function coveredOnly(published: readonly string[], { level }: LanguagePairs): readonly Warning[] {
  const isCovered = (text: string, i: number) =>
    readFlags(text).some(([flag, value]) => value === 1 && flag === (level[i] === 'area' ? 'FLAG_AI' : 'FLAG_COV'));
  return published.length > 0 && published.every(isCovered) ? [languageWarnings.coveredOnly(published.length)] : [];
}
