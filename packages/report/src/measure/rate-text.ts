import type { Cell, FalseRate } from '@dpfair/result';
import { formatProbability, formatProbabilityRange, MISSING } from '../format/index.js';
import { withRange } from './entities/answer-view.js';

/** A false rate in percent, with its interval where it was simulated; a dash where there is nobody. */
export function rateText({ method }: Cell, rate: FalseRate | undefined): string {
  if (rate === undefined || rate.rate === null) return MISSING;
  const range = method === 'montecarlo' ? formatProbabilityRange(rate.lower, rate.upper) : null;
  return withRange({ text: formatProbability(rate.rate), range });
}
