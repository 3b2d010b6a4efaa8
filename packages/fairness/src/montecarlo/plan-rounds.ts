/** The rounds in which the trials of a simulation are run. */
export interface Rounds {
  /** Number of trials after each round, whole shards each. */
  readonly ends: readonly number[];
  /** How often results are looked at to decide whether to stop: once where nobody asks. */
  readonly looks: number;
}

export interface RoundsOptions {
  readonly trials: number;
  /** Fraction of alpha at which to stop; null: never. */
  readonly tolerance: number | null;
  readonly shards: number;
  /** Outcomes that one trial computes: entities x cells. */
  readonly outcomesPerTrial: number;
}

/** With a tolerance the results are looked at after these fractions of the trials. */
const LOOKS = [1 / 16, 1 / 8, 1 / 4, 1 / 2, 1];

/** Steps of a long run: whoever stops it early keeps all shards after a sixty-fourth, and later loses an eighth at most. */
const STEPS = [1 / 64, 1 / 32, 1 / 16, 1 / 8, 1 / 4, 3 / 8, 1 / 2, 5 / 8, 3 / 4, 7 / 8, 1];

/** A run of more outcomes than this takes minutes. */
const LONG_RUN = 1e10;

/** The number of trials is rounded up to whole shards. */
export function planRounds({ trials, tolerance, shards, outcomesPerTrial }: RoundsOptions): Rounds {
  const ends = (fractions: readonly number[]) => [
    ...new Set(fractions.map((fraction) => shards * Math.max(1, Math.ceil((fraction * trials) / shards)))),
  ];
  if (tolerance !== null) {
    const looks = ends(LOOKS);
    return { ends: looks, looks: looks.length };
  }
  return { ends: ends(trials * outcomesPerTrial > LONG_RUN ? STEPS : [1]), looks: 1 };
}
