/** What a generator of tables is told. */
export interface GenerateOptions {
  /** Number of rows, 1 to 1,000,000. */
  readonly rows: number;
  /** Seed of the draws; the same seed and number of rows give the same table. */
  readonly seed: string | number | bigint;
}
