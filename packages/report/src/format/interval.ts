import type { NumberWriter } from './number-writer.js';

/**
 * Writes an estimate with its interval: '27.4 (26.9 to 27.9)'. The interval is left out when it is missing or when
 * both ends read the same as the estimate, that is, when it is narrower than the last digit shown.
 *
 * @param write how one number is written, unit included
 */
export function formatInterval(
  estimate: number | null,
  lower: number | null,
  upper: number | null,
  write: NumberWriter,
): string {
  const text = formatEstimate(estimate, lower, upper, write);
  const range = formatRange(estimate, lower, upper, write);
  return range === null ? text : `${text} (${range})`;
}

/** Writes an estimate alone as it is written beside its interval. */
export function formatEstimate(
  estimate: number | null,
  lower: number | null,
  upper: number | null,
  write: NumberWriter,
): string {
  return writerOf(estimate, lower, upper, write)(estimate);
}

/**
 * Writes the interval alone, '0 to 0.447', for an estimate that says nothing beside it; the estimate where there is none to show.
 *
 * @param write how one number is written, unit included
 */
export function formatSpan(
  estimate: number | null,
  lower: number | null,
  upper: number | null,
  write: NumberWriter,
): string {
  return formatRange(estimate, lower, upper, write) ?? write(estimate);
}

/** The bracket of `formatInterval` alone, '26.9 to 27.9'; null when there is none to show. */
export function formatRange(
  estimate: number | null,
  lower: number | null,
  upper: number | null,
  write: NumberWriter,
): string | null {
  if (estimate === null || lower === null || upper === null) return null;
  const writeOne = writerOf(estimate, lower, upper, write);
  const text = writeOne(estimate);
  const [from, to] = [writeEnd(lower, writeOne), writeEnd(upper, writeOne)];
  const same = (end: string) => end === text || end === writeEnd(estimate, writeOne);
  return same(from) && same(to) ? null : `${from} to ${to}`;
}

function writerOf(estimate: number | null, lower: number | null, upper: number | null, write: NumberWriter) {
  return lower === null || upper === null || write.together === undefined
    ? write
    : write.together(estimate, lower, upper);
}

/** An end too small to be shown in digits is written as zero, which is what it rounds to. */
function writeEnd(value: number, write: (value: number | null) => string): string {
  const text = write(value);
  // So is one too close to 1.
  if (text.startsWith('more than')) return value < 1 ? write(1) : text;
  return /^[-\u2212\d$]/.test(text) ? text : write(0);
}
