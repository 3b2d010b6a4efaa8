import type { NoisyColumns } from '../pipeline.js';
import type { Predicate } from '../rules/predicate.js';
import { ruleDistance } from '../rules/rule-distance.js';
import { ruleTest } from '../rules/rule-test.js';
import { type AreaLevel, areaLevels } from '../statutes/section203/index.js';
import type { LanguagePairs } from './pairs.js';
import type { LanguageQuestion } from './question.js';

/**
 * Answers a question of every pair: writes 1 or 0. The counts of a state or a native area are one noisy row, whichever
 * subdivisions they speak for.
 */
export function answerPairs(
  { own, throughState, carrying }: LanguageQuestion,
  { level, stateOf, areasOf }: LanguagePairs,
  clipped: boolean,
): (noisy: NoisyColumns, outcome: Float64Array) => void {
  const n = level.length;
  const asked = (predicate: Predicate | null) => {
    const answers = new Uint8Array(n);
    // A question that is never asked is answered no.
    const ask = predicate === null ? null : ruleTest(predicate, {}, clipped);
    return (noisy: NoisyColumns): Uint8Array => {
      ask?.(noisy, answers);
      return answers;
    };
  };
  const ownQuestions = byLevel((one) => asked(own[one]));
  const [stateQuestion, throughQuestion] = [asked(throughState?.ofState ?? null), asked(throughState?.rule ?? null)];
  const carryingQuestion = asked(carrying);
  return (noisy, outcome) => {
    const answers = byLevel((one) => ownQuestions[one](noisy));
    const [ofState, through, carries] = [stateQuestion(noisy), throughQuestion(noisy), carryingQuestion(noisy)];
    for (let i = 0; i < outcome.length; i++) {
      const state = stateOf[i] as number;
      const isCovered =
        answers[level[i] as AreaLevel][i] === 1 ||
        (state !== -1 && through[i] === 1 && ofState[state] === 1) ||
        (areasOf[i] as readonly number[]).some((area) => carries[area] === 1);
      outcome[i] = isCovered ? 1 : 0;
    }
  };
}

/**
 * Distance of every pair from the threshold of a question, in standard deviations of the noise: that of the way in which it is
 * farthest on the side of yes. See {@link ruleDistance}. A part that never holds is infinitely far on the side of no.
 */
export function distanceOfPairs(
  { own, throughState, carrying }: LanguageQuestion,
  { level, stateOf, areasOf }: LanguagePairs,
  counts: NoisyColumns,
  deviation: number,
): Float64Array {
  const n = level.length;
  const measure = (predicate: Predicate | null) =>
    predicate === null
      ? new Float64Array(n).fill(Number.NEGATIVE_INFINITY)
      : ruleDistance(predicate, counts, () => deviation);
  const ownDistances = byLevel((one) => measure(own[one]));
  const [ofState, through] = [measure(throughState?.ofState ?? null), measure(throughState?.rule ?? null)];
  const carried = measure(carrying);
  return Float64Array.from(level, (one, i) => {
    const state = stateOf[i] as number;
    return Math.max(
      ownDistances[one][i] as number,
      state === -1 ? Number.NEGATIVE_INFINITY : Math.min(through[i] as number, ofState[state] as number),
      ...(areasOf[i] as readonly number[]).map((area) => carried[area] as number),
    );
  });
}

const byLevel = <T>(of: (level: AreaLevel) => T): Record<AreaLevel, T> =>
  Object.fromEntries(areaLevels.map((level) => [level, of(level)])) as Record<AreaLevel, T>;
