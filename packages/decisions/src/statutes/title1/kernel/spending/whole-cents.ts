// Hamilton's method (largest remainders), on the appropriations of the grants.

/**
 * The whole cents of each budget, which add up to the whole cents of their sum: each is rounded down, and the cents that are left go
 * to the largest remainders, the first of equals first.
 *
 * @param dollars budgets, each at least 0.
 * @example wholeCents([1.004, 1.004, 1.004]) // [101, 100, 100]
 */
export function wholeCents(dollars: readonly number[]): readonly number[] {
  const exact = dollars.map((budget) => 100 * budget);
  const cents = exact.map(Math.floor);
  const total = Math.round(exact.reduce((sum, budget) => sum + budget, 0));
  const byRemainder = exact
    .map((budget, grant) => ({ grant, remainder: budget - (cents[grant] as number) }))
    .sort((one, other) => other.remainder - one.remainder || one.grant - other.grant);
  const left = total - cents.reduce((sum, budget) => sum + budget, 0);
  for (const { grant } of byRemainder.slice(0, left)) cents[grant] = (cents[grant] as number) + 1;
  return cents;
}
