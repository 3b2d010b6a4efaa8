// Median coefficients of variation of the Small Area Income and Poverty Estimates (SAIPE) of school districts, by population,
// as the US Census Bureau publishes them: docs/methods/sampling-error.md.

/** Up to this population, the coefficient. */
const STEPS = [
  [2_500, 0.67],
  [5_000, 0.42],
  [10_000, 0.35],
  [20_000, 0.28],
  [65_000, 0.23],
] as const;
const LARGEST_DISTRICTS = 0.15;

/**
 * Coefficient of variation of SAIPE's estimate of poor children in a school district of this population: standard error over estimate.
 *
 * @param population persons, at least 0.
 * @example saipeCoefficientOfVariation(2_500) // 0.67
 */
export function saipeCoefficientOfVariation(population: number): number {
  return STEPS.find(([largest]) => population <= largest)?.[1] ?? LARGEST_DISTRICTS;
}
