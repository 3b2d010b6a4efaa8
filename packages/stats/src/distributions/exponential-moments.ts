/**
 * `integral over t in [0, 1] of t^order exp(-w (1 - t)) dt` for w >= 0: order 0 `(1 - e^-w) / w`, then `(1 - k A_{k-1}) / w`.
 * That recurrence cancels for small w, so below 2 the series `sum of (-w)^n k! / (n + k + 1)!` is used. At most 4 ulp.
 */
export function risingMoment(order: 0 | 1 | 2, w: number): number {
  if (order === 0) return w === 0 ? 1 : -Math.expm1(-w) / w;
  if (w > 2) {
    const first = (1 + Math.expm1(-w) / w) / w;
    return order === 1 ? first : (1 - 2 * first) / w;
  }
  let sum = 1;
  for (let n = 24; n >= 1; n--) sum = 1 - (w / (n + order + 1)) * sum;
  return order === 1 ? sum / 2 : sum / 3;
}

/**
 * `integral over t in [0, 1] of t^order exp(-w t) dt` for w >= 0: order 0 `(1 - e^-w) / w`, then `(k B_{k-1} - e^-w) / w`.
 * Below 2 the series `e^-w sum of w^n k! / (n + k + 1)!`, all terms positive. At most 5 ulp.
 */
export function fallingMoment(order: 0 | 1 | 2, w: number): number {
  if (order === 0) return w === 0 ? 1 : -Math.expm1(-w) / w;
  const last = Math.exp(-w);
  if (w > 2) {
    const first = ((1 - last) / w - last) / w;
    return order === 1 ? first : (2 * first - last) / w;
  }
  let sum = 1;
  for (let n = 24; n >= 1; n--) sum = 1 + (w / (n + order + 1)) * sum;
  return (last * sum) / (order + 1);
}
