import type {
  Measured,
  SmoothedGroup,
  SmoothingMetric,
  SmoothingNoise,
  SmoothingResult,
  SmoothingRun,
} from '@dpfair/result';
import {
  cleanText,
  formatEpsilon,
  formatInterval,
  formatOdds,
  formatProbability,
  formatWhole,
} from '../format/index.js';
import { smoothingTableWords as table } from '../messages/smoothing/table-messages.js';
import { smoothingVerdictWords as say } from '../messages/smoothing/verdict-messages.js';

/** All rows and the groups of a run: all rows first; alone where there is one group, which is all rows again. */
export const groupsOf = ({ population, groups }: SmoothingRun): readonly SmoothedGroup[] =>
  groups.length < 2 ? [population] : [population, ...groups];

/** The run that the page opens with: the first, whose rows are known; null for an audit of the model alone. */
export const headRun = ({ runs }: SmoothingResult): SmoothingRun | null => runs[0] ?? null;

/** The metric of what the page opens with, or of the search; null where the result does not say. */
export const metricOf = ({ runs, metric }: SmoothingResult): SmoothingMetric | null =>
  runs[0]?.metric ?? metric ?? null;

/** Noise of what the page opens with, or of the search; null where the result does not say. */
export const noiseOf = ({ runs, sampled }: SmoothingResult): SmoothingNoise | null =>
  runs[0]?.noise ?? sampled?.noise ?? null;

/** Whether a run was stopped before it had all rows. */
export const isPart = ({ data, run }: SmoothingResult, { population }: SmoothingRun): boolean =>
  run.interrupted && population.rows < data.rows;

/** Whether it is known which class is right. */
export const hasLabels = (run: SmoothingRun): boolean => run.population.accuracy.model.estimate !== null;

/** Whether classes were named or left open. */
export const hasAbstentions = (run: SmoothingRun): boolean => run.population.abstained !== null;

/** The name of a group, with a dagger where it has few rows; all rows have a name of ours. */
export function nameOf(run: SmoothingRun, group: SmoothedGroup): string {
  const name = group === run.population ? table.all() : cleanText(group.group);
  return group.small ? `${name} \u2020` : name;
}

/** A probability with its interval. */
export const fraction = ({ estimate, lower, upper }: Measured): string =>
  formatInterval(estimate, lower, upper, formatProbability);

/** Draws of a row: '20,000', or '1,024 to 16,384'. */
export const drawsOf = ({ guarantee: { samples } }: SmoothingRun): string =>
  say.fromTo(formatWhole(samples.least), formatWhole(samples.most));

/** An excess with three digits, rounded up: what is read is never less than what is allowed. */
export const excessOf = (excess: number): string => formatEpsilon(excess, 'up', 3);

/** A delta as odds, rounded towards the more likely. */
export const oddsOf = (delta: number): string => formatOdds(delta);
