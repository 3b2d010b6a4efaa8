import type { GroupOutcome, Measured, TrainingRun } from '@dpfair/result';
import { cleanText, formatInterval, formatNumber, formatWhole } from '../../format/index.js';
import { trainingVerdictWords as say } from '../../messages/training/verdict-messages.js';
import { sideOf } from '../runs.js';
import { howSure } from './costs.js';

/** Which group bears most, as far as the interval of the widest difference says. */
export function bearsSentence(run: TrainingRun): string | null {
  const { estimate, lower, upper, most, least, reason } = run.gap;
  if (estimate === null || most === null || least === null) {
    return reason === null ? null : say.gapUndefined(cleanText(reason));
  }
  const [worst, best] = [cleanText(most), cleanText(least)];
  const text = formatInterval(estimate, lower, upper, formatNumber);
  const side = sideOf(run.gap);
  if (side === 'unknown') return say.gapEstimate(worst, text, best);
  if (side !== 'above') return say.bearsUnsure(howSure(run));
  const among = bearingMost(run).map(({ group }) => cleanText(group));
  return among.length === 1 ? say.bears(worst, text, best) : say.bearsAmong(listed(among), text, worst, best);
}

/** The group with the largest risk, and those whose intervals reach up to its own: which of them bears most cannot be told. */
export function bearingMost({ groups, gap }: TrainingRun): readonly GroupOutcome[] {
  const worst = groups.find(({ group }) => group === gap.most);
  const reach = worst?.excessiveRisk.lower ?? null;
  if (worst === undefined || reach === null) return [];
  const rivals = groups.filter(
    (one) => one !== worst && (one.excessiveRisk.upper ?? Number.NEGATIVE_INFINITY) >= reach,
  );
  return [worst, ...rivals];
}

/** Says which of the two groups that make the widest difference have few rows, and what the difference is between the others. */
export function fewRowsSentence({ groups, gap }: TrainingRun): string | null {
  const few = groups.filter(({ group, small }) => small && (group === gap.most || group === gap.least));
  if (few.length === 0) return null;
  const texts = few.map(({ group, rows }) => say.fewRows(cleanText(group), formatWhole(rows.training)));
  return [...texts, ...withoutSmall(gap)].join('; ');
}

function withoutSmall({ withoutSmall: others }: TrainingRun['gap']): readonly string[] {
  if (others == null || others.estimate === null || others.most === null || others.least === null) return [];
  const { estimate, lower, upper, most, least } = others;
  if (sideOf(others) === 'open') return [say.withoutSmallUnsure()];
  const text = formatInterval(estimate, lower, upper, formatNumber);
  return [say.withoutSmall(cleanText(most), text, cleanText(least))];
}

const listed = (names: readonly string[]) =>
  names.length < 2 ? (names[0] ?? '') : say.and(names.slice(0, -1).join(', '), names.at(-1) as string);

/** Whether clipping or noise is the larger part of what the group that bears most bears; null where nothing is clipped, or its risk is not clearly above zero. */
export function causeSentence({ groups, gap, algorithm }: TrainingRun): string | null {
  if (algorithm.clipping === null) return null;
  const worst = groups.find(({ group }) => group === gap.most);
  if (worst === undefined || sideOf(gap) !== 'above' || sideOf(worst.excessiveRisk) !== 'above') return null;
  const { clippingPart, noisePart } = worst;
  const name = cleanText(worst.group);
  if (clippingPart.estimate === null || noisePart.estimate === null) return null;
  if (isAbove(clippingPart, noisePart)) return say.clippingLarger(name, amount(clippingPart), doing(noisePart));
  if (isAbove(noisePart, clippingPart)) return say.noiseLarger(name, amount(noisePart), doing(clippingPart));
  return say.causeUnsure(name);
}

/** Whether an interval lies wholly above another; never without intervals. */
function isAbove(one: Measured, other: Measured): boolean {
  return one.lower !== null && other.upper !== null && one.lower > other.upper;
}

const amount = ({ estimate, lower, upper }: Measured) => formatInterval(estimate, lower, upper, formatNumber);

function doing(part: Measured): string {
  const side = sideOf(part);
  if (side === 'above') return say.adds(formatNumber(part.estimate));
  return side === 'below' ? say.takes(formatNumber(-(part.estimate ?? 0))) : say.addsNothing();
}
