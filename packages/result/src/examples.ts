/**
 * What a model learns from: one row an example. Columns as typed arrays, all for the same rows.
 *
 * - `features`: rows x featureNames.length, row after row; finite. The constant 1 is not among them: models have a bias of their own;
 * - `target`: the class of each row, a place in `classNames`; or the number to be predicted where `classNames` is empty; NaN where it is not known;
 * - `targetUnit`: what 1 of a number to be predicted is in the unit of the label, above 0; 1 where it is absent;
 * - `group`: the group of each row, a place in `groupNames`. It is no feature unless it was asked to be one as well.
 */
export interface Examples {
  readonly rows: number;
  readonly features: Float64Array;
  readonly featureNames: readonly string[];
  readonly target: Float64Array;
  readonly targetUnit?: number;
  readonly classNames: readonly string[];
  readonly group: Int32Array;
  readonly groupNames: readonly string[];
}
