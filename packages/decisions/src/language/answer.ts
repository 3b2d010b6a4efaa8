import type { NoisyColumns } from '../pipeline.js';
import type { Predicate } from '../rules/predicate.js';
import { ruleDistance } from '../rules/rule-distance.js';
import { type EntityTest, entityTest } from '../rules/rule-test.js';
import { type AreaLevel, areaLevels } from '../statutes/section203/index.js';
import type { LanguagePairs } from './pairs.js';
import type { LanguageQuestion } from './question.js';

const never: EntityTest = () => false;

/**
 * Answers a question of every pair: writes 1 or 0. The counts of a state or a native area are one noisy row, whichever
 * subdivisions they speak for.
 */
export function answerPairs(
  { own, throughState, carrying }: LanguageQuestion,
  { level, stateOf, areasOf }: LanguagePairs,
  clipped: boolean,
): (noisy: NoisyColumns, outcome: Float64Array) => void {
  const test = (predicate: Predicate | null) => (predicate === null ? never : entityTest(predicate, {}, clipped));
  const ownTests = byLevel((one) => test(own[one]));
  const [stateTest, throughTest] = [test(throughState?.ofState ?? null), test(throughState?.rule ?? null)];
  const carryingTest = test(carrying);
  return (noisy, outcome) => {
    for (let i = 0; i < outcome.length; i++) {
      const state = stateOf[i] as number;
      outcome[i] = Number(
        ownTests[level[i] as AreaLevel](noisy, i) ||
          (state !== -1 && throughTest(noisy, i) && stateTest(noisy, state)) ||
          (areasOf[i] as readonly number[]).some((area) => carryingTest(noisy, area)),
      );
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
