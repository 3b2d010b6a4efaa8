import { describe, expect, test } from 'vitest';
import { describeVerdict, passes, type Verdict } from './statistical-checks/verdict.js';
import ledger from './statistical-ledger.json' with { type: 'json' };

export { binomialBand, type CountBand } from './critical-values/binomial-band.js';
export { chiSquareCriticalValue } from './critical-values/chi-square-critical-value.js';
export { kolmogorovCriticalValue } from './critical-values/kolmogorov-critical-value.js';
export { normalCriticalValue } from './critical-values/normal-critical-value.js';
export { cellCountCheck } from './statistical-checks/cell-count-check.js';
export { chiSquareCheck } from './statistical-checks/chi-square-check.js';
export { coverageBand } from './statistical-checks/coverage-band.js';
export { distributionCheck } from './statistical-checks/distribution-check.js';
export { type MeanCheckOptions, meanCheck } from './statistical-checks/mean-check.js';
export type { Verdict } from './statistical-checks/verdict.js';

/** A statistical test of a subject `S`: a sampler, an estimator, an interval, anything random. */
export interface StatisticalTest<S> {
  /** A line of `statistical-ledger.json`, which holds the rate and the claim. Write it as a literal: it is scanned for. */
  readonly id: string;
  /** The real thing. */
  readonly subject: S;
  /** At least two wrong versions of it, each of which the check must refuse. */
  readonly mutants: Readonly<Record<string, S>>;
  /** Draws with `seed`, measures, and says what is allowed at `falseAlarm`; several verdicts must share `falseAlarm`. */
  readonly check: (subject: S, seed: bigint, falseAlarm: number) => Outcome | Promise<Outcome>;
  /** Time allowed to each of the tests, in milliseconds. @default vitest's own */
  readonly timeoutMs?: number;
}

type Outcome = Verdict | readonly Verdict[];

/**
 * Registers one vitest test that the subject passes its check, and one for each mutant that it is refused. The seed is
 * fresh each run and part of the failure message; `DPFAIR_TEST_SEED` repeats a run.
 *
 * @throws RangeError when the id is not in the ledger or there are fewer than two mutants.
 * @example
 * statisticalTest({
 *   id: 'stats/laplace-scale',
 *   subject: (seed: bigint) => laplaceDraws(seed, 40_000, 3),
 *   mutants: {
 *     'scale 10 % too small': (seed: bigint) => laplaceDraws(seed, 40_000, 2.7),
 *     'one-sided': (seed: bigint) => laplaceDraws(seed, 40_000, 3).map((x) => Math.max(x, 0)),
 *   },
 *   check: (draw, seed, falseAlarm) =>
 *     meanCheck(draw(seed).map(Math.abs), { mean: 3, variance: 9, skewness: 2, falseAlarm }),
 * });
 */
export function statisticalTest<S>(options: StatisticalTest<S>): void {
  const { id, subject, mutants, check, timeoutMs } = options;
  const { falseAlarm, checks } = ledgerLine(id);
  const names = Object.keys(mutants);
  if (names.length < 2) throw new RangeError(`mutants of ${id}: ${names.length} (allowed: at least 2)`);
  const seed = testSeed();
  const limit = timeoutMs === undefined ? {} : { timeout: timeoutMs };
  describe(`${id} at ${falseAlarm}`, () => {
    test(checks, limit, async () => {
      const fault = subjectFault(await check(subject, seed, falseAlarm), id, seed);
      expect(fault, fault).toBeUndefined();
    });
    test.each(names)('mutant refused: %s', limit, async (name) => {
      const fault = mutantFault(await check(mutants[name] as S, seed, falseAlarm), `${id}, mutant "${name}"`, seed);
      expect(fault, fault).toBeUndefined();
    });
  });
}

/** What to print when the subject's outcome is outside its limits, else undefined. */
export function subjectFault(outcome: Outcome, id: string, seed: bigint): string | undefined {
  return passes(outcome)
    ? undefined
    : `${id} failed; repeat with DPFAIR_TEST_SEED=${seed}\n${describeVerdict(outcome)}`;
}

/** What to print when a mutant's outcome is inside its limits (it survived), else undefined. */
export function mutantFault(outcome: Outcome, id: string, seed: bigint): string | undefined {
  return passes(outcome)
    ? `${id} survived; repeat with DPFAIR_TEST_SEED=${seed}\n${describeVerdict(outcome)}`
    : undefined;
}

/** The line of the ledger with this id. @throws RangeError when there is none. */
export function ledgerLine(id: string): (typeof ledger.tests)[number] {
  const entry = ledger.tests.find((line) => line.id === id);
  if (entry === undefined)
    throw new RangeError(`statistical test id: ${id} (allowed: a line of statistical-ledger.json)`);
  return entry;
}

/** A fresh 64-bit seed from the operating system, or the one in `DPFAIR_TEST_SEED`. */
export function testSeed(): bigint {
  const fixed = process.env.DPFAIR_TEST_SEED;
  if (fixed !== undefined && fixed !== '') return BigInt(fixed);
  return crypto.getRandomValues(new BigUint64Array(1))[0] as bigint;
}
