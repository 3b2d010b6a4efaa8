// Kamishima, Akaho, Asoh and Sakuma (ECML PKDD 2012), equation 7: the prejudice index, in nats, per row.
import type { OfRates } from './of-rates.js';

/**
 * `weight` times the mutual information of prediction and group, `sum share KL(rate || overall rate)`: 0 where all rates are alike. Its slope by a
 * rate is `share (logit rate - logit overall)`; the part of the overall rate cancels.
 *
 * @param shares Of each group among the rows; their sum is 1.
 * @example
 * mutualInformation(Float64Array.of(0.5, 0.5), 1)(Float64Array.of(Number.NEGATIVE_INFINITY, 0)).value // 0.6931471805599453
 */
export function mutualInformation(shares: Float64Array, weight: number): (logs: Float64Array) => OfRates {
  const count = shares.length;
  return (logs) => {
    const rates = logs.map(Math.exp);
    let overall = 0;
    for (let s = 0; s < count; s++) overall += (shares[s] as number) * (rates[s] as number);
    let value = 0;
    const slopes = new Float64Array(count);
    const curvatures = new Float64Array(count * count);
    for (let s = 0; s < count; s++) {
      const share = weight * (shares[s] as number);
      const rate = rates[s] as number;
      value += share * (part(rate, overall) + part(1 - rate, 1 - overall));
      slopes[s] = share * rate * (logit(rate) - logit(overall));
      for (let t = 0; t < count; t++) {
        const own = s === t ? 1 / variance(rate) : 0;
        curvatures[s * count + t] =
          share * rate * (rates[t] as number) * (own - (shares[t] as number) / variance(overall));
      }
    }
    return { value, slopes, curvatures };
  };
}

const part = (rate: number, overall: number): number => (rate === 0 ? 0 : rate * Math.log(rate / overall));

/** A rate that rounding has made 0 or 1 has a slope all the same. */
const inside = (rate: number): number => Math.min(1 - 1e-16, Math.max(1e-300, rate));

const logit = (rate: number): number => Math.log(inside(rate) / (1 - inside(rate)));

const variance = (rate: number): number => inside(rate) * (1 - inside(rate));
