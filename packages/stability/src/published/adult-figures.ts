// Huang and Vishnoi, Stable and Fair Classification (ICML 2019), Table 1, and Figure 1 for stab, read off. Adult, 50 repetitions.

/** Published figures of one algorithm, group column and lambda; null where none is printed. */
export interface PublishedFigures {
  readonly accuracy: number | null;
  readonly accuracyDeviation: number | null;
  readonly statisticalRate: number | null;
  readonly statisticalRateDeviation: number | null;
  readonly stab: number | null;
}

interface Row {
  readonly accuracy: readonly number[];
  readonly rate: readonly number[];
  readonly deviation: readonly number[];
  readonly accuracyDeviation?: readonly (number | null)[];
  readonly stab?: readonly (number | null)[];
}

const lambdas = [0, 0.01, 0.02, 0.03, 0.04, 0.05];

/** Which block of the table is which algorithm follows from what the text says of their trends. */
const table: Readonly<Record<string, Row>> = {
  'zvrg race': {
    accuracy: [0.844, 0.842, 0.841, 0.84, 0.838, 0.838],
    rate: [0.577, 0.667, 0.686, 0.711, 0.743, 0.761],
    deviation: [0.031, 0.02, 0.015, 0.016, 0.013, 0.012],
    accuracyDeviation: [0.001],
  },
  'zvrg sex': {
    accuracy: [0.844, 0.84, 0.838, 0.838, 0.837, 0.836],
    rate: [0.331, 0.501, 0.495, 0.478, 0.463, 0.469],
    deviation: [0.041, 0.011, 0.009, 0.009, 0.009, 0.009],
    stab: [70, null, 25],
  },
  'kaas race': {
    accuracy: [0.85, 0.844, 0.843, 0.839, 0.837, 0.835],
    rate: [0.571, 0.359, 0.302, 0.301, 0.3, 0.298],
    deviation: [0.019, 0.024, 0.011, 0.011, 0.015, 0.015],
  },
  'kaas sex': {
    accuracy: [0.85, 0.848, 0.844, 0.839, 0.837, 0.835],
    rate: [0.266, 0.226, 0.165, 0.136, 0.128, 0.128],
    deviation: [0.011, 0.011, 0.008, 0.007, 0.006, 0.005],
    accuracyDeviation: [0.002],
  },
  'gyf race': {
    accuracy: [0.849, 0.845, 0.844, 0.842, 0.84, 0.835],
    rate: [0.558, 0.679, 0.69, 0.71, 0.74, 0.753],
    deviation: [0.02, 0.013, 0.017, 0.018, 0.014, 0.015],
  },
  'gyf sex': {
    accuracy: [0.85, 0.845, 0.844, 0.842, 0.84, 0.839],
    rate: [0.275, 0.245, 0.242, 0.241, 0.245, 0.234],
    deviation: [0.01, 0.004, 0.004, 0.005, 0.005, 0.008],
    accuracyDeviation: [0.002],
  },
};

/**
 * What was published for Adult: race (White or not) or sex, 20 % of the rows for testing, training on 75 % of the others. The stab of ZVRG for sex
 * is read off a figure.
 *
 * @param algorithm `zvrg`, `kaas` or `gyf`.
 * @param group `race` or `sex`.
 * @returns null where nothing was published.
 * @example
 * adultFigures('zvrg', 'sex', 0.01)?.statisticalRate // 0.501
 */
export function adultFigures(algorithm: string, group: string, lambda: number): PublishedFigures | null {
  const row = table[`${algorithm} ${group}`];
  const place = lambdas.indexOf(lambda);
  if (row === undefined || place < 0) return null;
  return {
    accuracy: row.accuracy[place] ?? null,
    accuracyDeviation: row.accuracyDeviation?.[place] ?? null,
    statisticalRate: row.rate[place] ?? null,
    statisticalRateDeviation: row.deviation[place] ?? null,
    stab: row.stab?.[place] ?? null,
  };
}
