// Sources: Jagielski et al. (NeurIPS 2020), Nasr et al. (IEEE S&P 2021); for Gaussian trade-offs Nasr et al. (USENIX Security 2023), section 4.
import { gaussianEpsilon } from '@dpfair/mechanisms';
import type { EpsilonLowerBound } from '@dpfair/result';
import { clopperPearson, type Interval, normalQuantile } from '@dpfair/stats';
import { checkConfidence, checkDelta, checkScores } from '../check-arguments.js';
import { thresholdCounts } from '../membership/threshold-counts.js';
import { argumentFault } from '../messages.js';
import { epsilonFromRates } from './epsilon-from-rates.js';

/** Scores of trials of the distinguishing game: the higher, the more it looks as if the row was there. Trials are independent. */
export interface GameScores {
  /** One finite number a trial with the row. */
  readonly present: Float64Array;
  /** One finite number a trial without. */
  readonly absent: Float64Array;
}

export interface EpsilonBoundOptions {
  /** What was done, in words, for the result. */
  readonly method: string;
  /** From 0 to below 1. */
  readonly delta: number;
  /** Inside (0, 1). @default 0.95 */
  readonly confidence?: number;
  /** What the mechanism is said to keep at this delta; null for nothing. @default null */
  readonly claimed?: number | null;
}

/**
 * A lower bound on epsilon: the trials of even place choose the threshold, those of odd place are counted with it, so that choosing costs no
 * confidence. Each of the two rates has an exact one-sided bound at (1 + confidence) / 2, and both hold together with at least `confidence`.
 *
 * `lower` follows for every mechanism ({@link epsilonFromRates}). `gaussian` assumes that the errors trade off as between N(0, 1) and N(mu, 1) for
 * some mu: then `mu >= quantile(true positive) - quantile(false positive)`, and epsilon at this delta is that of Gaussian noise with that mu. It is exact for full
 * batches, near to it for many steps of small batches, and says nothing about a mechanism whose trade-off is another one.
 *
 * @throws DpfairError input, for a score that is not finite; domain, for fewer than four trials of either kind, confidence or delta.
 */
export function epsilonLowerBound({ present, absent }: GameScores, options: EpsilonBoundOptions): EpsilonLowerBound {
  const { method, delta, confidence = 0.95, claimed = null } = options;
  checkConfidence(confidence);
  checkDelta(delta);
  checkScores('trial with the row', present);
  checkScores('trial without the row', absent);
  const fewest = Math.min(present.length, absent.length);
  if (fewest < 4) throw argumentFault('trials of either kind', fewest, 'at least 4');
  const half = (scores: Float64Array, parity: number) => scores.filter((_, trial) => trial % 2 === parity);
  const rates = (score: RateScore) => {
    const threshold = bestThreshold(half(present, 0), half(absent, 0), confidence, score);
    return [present, absent].map((scores) => rateOf(half(scores, 1), threshold, confidence)) as [Rate, Rate];
  };
  const [truePositive, falsePositive] = rates((one, other) => epsilonFromRates(one, other, delta));
  const positive = (value: number) => (value > 0 ? value : null);
  return {
    method,
    trials: present.length + absent.length,
    confidence,
    delta,
    lower: positive(epsilonFromRates(truePositive, falsePositive, delta)),
    gaussian: positive(gaussianFrom(separation(...rates(separation)), delta)),
    claimed,
    truePositive,
    falsePositive,
  };
}

type Rate = Interval & { readonly estimate: number };

/** What makes a threshold good. */
type RateScore = (truePositive: Interval, falsePositive: Interval) => number;

function rateOf(scores: Float64Array, threshold: number, confidence: number): Rate {
  const count = scores.reduce((sum, score) => sum + (score >= threshold ? 1 : 0), 0);
  return { estimate: count / scores.length, ...clopperPearson(count, scores.length, confidence) };
}

/** The threshold that is best on these trials, counted as if they had not been searched. */
function bestThreshold(present: Float64Array, absent: Float64Array, confidence: number, score: RateScore): number {
  const counts = thresholdCounts(present, absent);
  let best = Number.POSITIVE_INFINITY;
  let most = 0;
  for (let k = 0; k < counts.threshold.length; k++) {
    const value = score(
      clopperPearson(counts.members[k] as number, present.length, confidence),
      clopperPearson(counts.others[k] as number, absent.length, confidence),
    );
    if (value > most) [best, most] = [counts.threshold[k] as number, value];
  }
  return best;
}

/** The mu of a Gaussian trade-off that has these rates. */
const separation: RateScore = (truePositive, falsePositive) =>
  normalQuantile(truePositive.lower) - normalQuantile(falsePositive.upper);

/** Calibration rounds epsilon up by less than one part in 10^9: taken back. */
function gaussianFrom(mu: number, delta: number): number {
  return mu > 0 && delta > 0 ? gaussianEpsilon(delta, 1 / mu, 1) * (1 - 1e-9) : 0;
}
