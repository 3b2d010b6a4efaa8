import { type TargetMeasure, targetMeasures } from '@dpfair/result';
import { badTarget } from '../messages.js';

/** A measure that is to stay below a limit. */
export interface Target {
  /** As it was written, without blanks. */
  readonly text: string;
  readonly measure: TargetMeasure;
  /** In the unit of the measure, above 0. */
  readonly limit: number;
}

const pattern = new RegExp(
  String.raw`^(${targetMeasures.join('|')})\s*<\s*(\+?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)$`,
  'i',
);

/**
 * Reads `alpha<1e-6` (in the unit of the outcome), `cost<0.01` (a share of the budget), `dollars<1e6`, `false-negative<0.01`
 * or `false-positive<0.01` (fractions of 1).
 *
 * @throws DpfairError `usage` for anything else, and for a limit that is not above 0, below which nothing is.
 * @example parseTarget('alpha < 1e-6').limit // 0.000001
 */
export function parseTarget(text: string): Target {
  const [, written, number] = pattern.exec(text.trim()) ?? [];
  const limit = Number(number);
  const measure = targetMeasures.find((name) => name === written?.toLowerCase());
  if (measure === undefined || !Number.isFinite(limit) || limit <= 0) throw badTarget(text, targetMeasures);
  return { text: `${measure}<${number}`, measure, limit };
}
