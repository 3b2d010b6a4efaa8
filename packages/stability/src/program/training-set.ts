/** A column whose values are to be treated alike: race, sex. */
export interface GroupColumn {
  readonly name: string;
  readonly values: readonly string[];
  /** Place in `values` of each row. */
  readonly of: Int32Array;
}

/**
 * What a classifier is fitted to. The constant 1 is not among the columns: whether there is an intercept, and whether it is penalised, is
 * said by the program.
 */
export interface TrainingSet {
  readonly rows: number;
  readonly columns: readonly string[];
  /** rows x columns, row after row; finite. Zeros are skipped by the solvers. */
  readonly features: Float64Array;
  /** 1 for the favourable class, -1 for the other. */
  readonly labels: Int8Array;
  /** One or more. */
  readonly groups: readonly GroupColumn[];
}
