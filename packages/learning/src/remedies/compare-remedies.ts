import type { TrainingRemedy } from '@dpfair/result';
import { allEnded } from '../repetitions/ended.js';
import type { Repetition } from '../repetitions/run-repetition.js';
import type { TrainingPlan } from '../repetitions/training-plan.js';
import type { TrainingOutput } from '../repetitions/training-task.js';
import { nothing, overRepetitions } from '../summary/over-repetitions.js';
import { summarizeRun } from '../summary/summarize-run.js';
import { ratioInterval } from './ratio-interval.js';

/** The trainings with a remedy, or without one. */
export interface RemediedTraining {
  /** Name of the remedy; `none` for the training without. */
  readonly id: string;
  /** Position of its run in the result. */
  readonly run: number;
  readonly plan: TrainingPlan;
  readonly output: TrainingOutput;
  /** Why it is not private; null where it is. */
  readonly notPrivate: string | null;
}

/**
 * Compares trainings at one budget, the first of them without a remedy: accuracy, gap, by what factor the gap is narrower than without, on
 * the same starts and batches, the group that bears most, and what changes for each group. The factor has Fieller's interval over pairs of repetitions, widened for having searched for
 * the widest pair of groups. Efficient are private trainings than which no other private one is as good in accuracy and gap and better in one.
 *
 * @param confidence between 0 and 1
 */
export function compareRemedies(trainings: readonly RemediedTraining[], confidence: number): TrainingRemedy[] {
  const [without] = trainings;
  if (without === undefined) return [];
  const compared = trainings.map((training) => {
    const { population, groups, gap } = summarizeRun({ ...training.plan, tracking: null }, training.output, confidence);
    const performance =
      training.plan.training.classNames.length > 0 ? population.accuracy.private : minus(population.testError?.private);
    const worst = groups.find(({ group }) => group === gap.most);
    const pairs = pairsOf(without, training);
    return {
      id: training.id,
      run: training.run,
      accuracy: performance,
      gap: { estimate: gap.estimate, lower: gap.lower, upper: gap.upper },
      narrowing:
        training === without ? { estimate: 1, lower: 1, upper: 1 } : narrowingOf(without.plan, pairs, confidence),
      worst: { group: gap.most, excessiveRisk: worst?.excessiveRisk.estimate ?? null },
      changes: changesOf(without.plan, pairs, confidence),
      remark: training.notPrivate ?? gap.reason,
    };
  });
  const candidates = compared.filter(({ remark }) => remark === null);
  return compared.map((remedy) => ({
    ...remedy,
    efficient: remedy.remark === null && !candidates.some((other) => dominates(other, remedy)),
  }));
}

type Measures = Pick<TrainingRemedy, 'accuracy' | 'gap'>;

function dominates(other: Measures, one: Measures): boolean {
  const [accuracy, gap] = [difference(other.accuracy, one.accuracy), difference(one.gap, other.gap)];
  return accuracy >= 0 && gap >= 0 && accuracy + gap > 0;
}

function difference(a: Measures['gap'], b: Measures['gap']): number {
  return (a.estimate ?? Number.NEGATIVE_INFINITY) - (b.estimate ?? Number.NEGATIVE_INFINITY);
}

const unknown = { estimate: null, lower: null, upper: null };
const minus = ({ estimate, lower, upper }: Measures['gap'] = unknown) => ({
  estimate: estimate === null ? null : -estimate,
  lower: upper === null ? null : -upper,
  upper: lower === null ? null : -lower,
});

/** Excessive risk of each group in one repetition, without a remedy and with one. */
interface RiskPair {
  readonly without: readonly number[];
  readonly remedied: readonly number[];
}

/** The repetitions that ended well in both. */
function pairsOf(without: RemediedTraining, remedied: RemediedTraining): readonly RiskPair[] {
  return without.output.flatMap((repetition, k) => {
    const other = remedied.output[k];
    return other !== undefined && allEnded(repetition) && allEnded(other)
      ? [{ without: risksOf(repetition), remedied: risksOf(other) }]
      : [];
  });
}

/** Gap without over gap with, each between its own widest pair of groups. */
function narrowingOf(plan: TrainingPlan, pairs: readonly RiskPair[], confidence: number): Measures['gap'] {
  if (pairs.length === 0) return nothing;
  const [before, after] = [widest(pairs.map((pair) => pair.without)), widest(pairs.map((pair) => pair.remedied))];
  const groups = groupsWithRows(plan);
  if (groups < 2) return nothing;
  const choices = ((groups * (groups - 1)) / 2) ** 2;
  return ratioInterval(before, after, 1 - (1 - confidence) / choices);
}

/** Change of the excessive risk of each group; the intervals hold for all groups at once (Bonferroni), as the ones that matter are chosen later. */
function changesOf(plan: TrainingPlan, pairs: readonly RiskPair[], confidence: number): TrainingRemedy['changes'] {
  const atOnce = 1 - (1 - confidence) / Math.max(1, groupsWithRows(plan));
  return plan.training.groupNames.map((group, a) => ({
    group,
    excessiveRisk: overRepetitions(
      pairs.map(({ without, remedied }) => (remedied[a] as number) - (without[a] as number)),
      atOnce,
    ),
  }));
}

/** Excessive risk of each group. */
function risksOf({ private: side, nonPrivate }: Repetition): readonly number[] {
  return side.training.groups.map(({ loss }, a) => loss - (nonPrivate.training.groups[a]?.loss ?? Number.NaN));
}

/** Largest minus smallest, the two groups being those of the means over repetitions. */
function widest(risks: readonly (readonly number[])[]): readonly number[] {
  const means = (risks[0] ?? []).map((_, a) => risks.reduce((sum, groups) => sum + (groups[a] as number), 0));
  const present = means.filter(Number.isFinite);
  const [most, least] = [means.indexOf(Math.max(...present)), means.indexOf(Math.min(...present))];
  return risks.map((groups) => (groups[most] as number) - (groups[least] as number));
}

function groupsWithRows({ training }: TrainingPlan): number {
  return new Set(training.group).size;
}
