import type { MarginOf } from '../rules/move-thresholds.js';
import { movedInFavour } from '../rules/moved-in-favour.js';
import type { Predicate } from '../rules/predicate.js';
import { areaLevels } from '../statutes/section203/index.js';
import type { LanguageQuestion } from './question.js';

/** The same question of pairs with every threshold of every part moved in favour of yes; null where one is nested too deeply. */
export function movedQuestion(
  { own, throughState, carrying }: LanguageQuestion,
  by: MarginOf,
): LanguageQuestion | null {
  const parts = [...Object.values(own), throughState?.rule ?? null, throughState?.ofState ?? null, carrying];
  const moved = new Map(parts.map((part) => [part, part && movedInFavour(part, by)]));
  if (parts.some((part) => part !== null && moved.get(part) === null)) return null;
  const of = (part: Predicate | null) => moved.get(part) ?? null;
  return {
    own: Object.fromEntries(areaLevels.map((level) => [level, of(own[level])])) as LanguageQuestion['own'],
    throughState: throughState && {
      rule: of(throughState.rule) as Predicate,
      ofState: of(throughState.ofState) as Predicate,
    },
    carrying: of(carrying),
  };
}
