import type { GroupOutcome, Measured, TrainingRun } from '@dpfair/result';

/** All rows and the groups of a run: all rows first. */
export function outcomesOf({ population, groups }: TrainingRun): readonly GroupOutcome[] {
  return [population, ...groups];
}

/** Whether something is known of a group: its excessive risk or, from a log without it, its terms. */
export const isKnown = ({ excessiveRisk, noise }: GroupOutcome): boolean =>
  excessiveRisk.estimate !== null || noise.estimate !== null;

/** Whether a run has numbers: some repetition ended, it is exact, or it was logged. */
export const hasNumbers = (run: TrainingRun): boolean =>
  run.privacy.private === null ? outcomesOf(run).some(isKnown) : run.population.excessiveRisk.estimate !== null;

/** Private trainings as they are, without a remedy. */
export const plainRuns = (runs: readonly TrainingRun[]): readonly TrainingRun[] =>
  runs.filter(({ id }) => id === 'none');

/**
 * The training that the page opens with: of those without a remedy and with numbers that of the smallest epsilon, or the first
 * where none is stated; null where no training has numbers.
 */
export function headRun(runs: readonly TrainingRun[]): TrainingRun | null {
  const plain = plainRuns(runs).filter(hasNumbers);
  const [first] = plain.length > 0 ? plain : runs.filter(hasNumbers);
  if (first === undefined) return null;
  const size = (run: TrainingRun) => run.privacy.epsilon ?? Number.POSITIVE_INFINITY;
  return plain.reduce((best, run) => (size(run) < size(best) ? run : best), first);
}

/** Whether any training clips: else all of the cost comes from noise. */
export const someClip = (runs: readonly TrainingRun[]): boolean =>
  runs.some(({ algorithm }) => algorithm.clipping !== null);

/** On which side of zero a number is, as far as its interval says. */
export type Side = 'above' | 'below' | 'open' | 'unknown';

/** `open`: the interval holds zero; `unknown`: there is no interval. Exact numbers have one of no width. */
export function sideOf({ estimate, lower, upper }: Measured): Side {
  if (estimate === null || lower === null || upper === null) return 'unknown';
  if (lower > 0) return 'above';
  return upper < 0 ? 'below' : 'open';
}
