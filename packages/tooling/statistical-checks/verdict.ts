/** What a check measured and what it allows. The check passes when `lower <= statistic <= upper`; NaN never passes. */
export interface Verdict {
  readonly statistic: number;
  /** @default `-bound`, or minus infinity when only `upper` is given */
  readonly lower?: number;
  /** @default `bound`, or infinity when only `lower` is given */
  readonly upper?: number;
  /** Short for `lower: -bound, upper: bound`. */
  readonly bound?: number;
  /** What is measured, in words, for the failure message. */
  readonly what?: string;
}

/** Whether every verdict is inside its limits. A verdict without any limit is refused: it could not fail. */
export function passes(verdicts: Verdict | readonly Verdict[]): boolean {
  const list = 'statistic' in verdicts ? [verdicts] : verdicts;
  if (list.length === 0) throw new RangeError('verdicts: none (allowed: at least one)');
  return list.every((verdict) => {
    const [lower, upper] = limits(verdict);
    return verdict.statistic >= lower && verdict.statistic <= upper;
  });
}

/** One line per verdict: what, the statistic, the limits. */
export function describeVerdict(verdicts: Verdict | readonly Verdict[]): string {
  const list = 'statistic' in verdicts ? [verdicts] : verdicts;
  return list
    .map((verdict) => {
      const [lower, upper] = limits(verdict);
      const mark = verdict.statistic >= lower && verdict.statistic <= upper ? 'inside' : 'OUTSIDE';
      return `${verdict.what ?? 'statistic'} ${verdict.statistic} ${mark} ${lower} to ${upper}`;
    })
    .join('\n');
}

function limits(verdict: Verdict): readonly [number, number] {
  const bound = verdict.bound ?? Number.POSITIVE_INFINITY;
  const lower = verdict.lower ?? -bound;
  const upper = verdict.upper ?? bound;
  if (lower === Number.NEGATIVE_INFINITY && upper === Number.POSITIVE_INFINITY)
    throw new RangeError('verdict limits: none (allowed: bound, lower or upper)');
  return [lower, upper];
}
