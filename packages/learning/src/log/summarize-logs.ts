import type { GroupOutcome, RiskGap, TrainingPath } from '@dpfair/result';
import type { Performance } from '../evaluation/evaluate.js';
import { groupOutcome, type RepeatedGroup } from '../summary/group-outcome.js';
import type { RepeatedPath } from '../summary/group-path.js';
import { riskGap } from '../summary/risk-gap.js';
import { type LoggedTraining, requireSameLogs, stepsOf } from './logged-training.js';
import { noTwin } from './messages.js';
import { type PathFromLogsOptions, pathFromLogs } from './path-from-logs.js';
import { repeatedPath } from './repeated-path.js';

/** What logs say of a training. Losses and risks are those before the last logged step: a log does not have the end. */
export interface LogsSummary {
  /** Steps of the whole training. */
  readonly steps: number;
  readonly population: GroupOutcome;
  readonly groups: readonly GroupOutcome[];
  readonly gap: RiskGap;
  readonly path: TrainingPath;
}

/**
 * What the logs of a training say of each group: sums of its terms over all steps, means of what goes with them, and, where the loss
 * without privacy was logged, excessive risk and the widest difference between groups. Each log is one repetition; one alone has no
 * intervals. Null is what takes a model or test rows: the exact split, remainders, accuracy, calibration.
 *
 * @throws DpfairError as `pathFromLogs`
 * @example
 * const { gap } = summarizeLogs([{ private: log }, { private: other }], { confidence: 0.9 });
 * gap.most; // the group that bears most
 */
export function summarizeLogs(trainings: readonly LoggedTraining[], options: PathFromLogsOptions = {}): LogsSummary {
  const { confidence = 0.95 } = options;
  const first = requireSameLogs(trainings);
  const steps = stepsOf(first, options.steps);
  const path = pathFromLogs(trainings, options);
  const tracked = Int32Array.from(first.step);
  const repeated = (group: string | null): readonly RepeatedGroup[] =>
    trainings.map((training) => lastKnown(repeatedPath(training, group, tracked, steps), tracked, steps));
  const all = repeated(null);
  const groups = first.groups.map(({ group, rows }) => ({ group, rows, own: repeated(group) }));
  const outcome = (group: string, rows: number | null, own: readonly RepeatedGroup[]) =>
    groupOutcome({ group, training: rows, test: 0, targetUnit: null, inputNorm: Number.NaN }, own, all, confidence);
  const risks = trainings.map((_, k) => groups.map(({ own }) => riskOf(own[k] as RepeatedGroup)));
  const outcomes = groups.map(({ group, rows, own }) => outcome(group, rows, own));
  return {
    steps,
    population: outcome('all', path.rows, all),
    groups: outcomes,
    gap: gapOf(outcomes, risks, confidence),
    path,
  };
}

function gapOf(outcomes: readonly GroupOutcome[], risks: readonly (readonly number[])[], confidence: number): RiskGap {
  const names = outcomes.map(({ group }) => group);
  const known = names.filter((_, a) => risks.every((groups) => Number.isFinite(groups[a])));
  const gap = riskGap(names, risks, confidence, { small: outcomes.map(({ small }) => small) });
  return names.length >= 2 && known.length < 2 ? { ...gap, reason: noTwin } : gap;
}

/** The losses before the last logged step in the place of those at the end. */
function lastKnown(path: RepeatedPath, tracked: Int32Array, steps: number): RepeatedGroup {
  const side = ({ loss }: RepeatedPath['private']): RepeatedGroup['private'] => ({
    training: { ...unknown, loss: loss.at(-1) as number },
    test: unknown,
  });
  return {
    private: side(path.private),
    nonPrivate: side(path.nonPrivate),
    clippedLoss: Number.NaN,
    terms: path.accumulated,
    path: path.private,
    tracked,
    steps,
  };
}

function riskOf({ private: side, nonPrivate }: RepeatedGroup): number {
  return side.training.loss - nonPrivate.training.loss;
}

const unknown: Performance = { rows: 0, loss: Number.NaN, accuracy: Number.NaN, calibration: Number.NaN };
