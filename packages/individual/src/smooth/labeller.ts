/**
 * Any classifier: takes `rows` rows of columns in `batch`, row after row, and gives the class of each, from 0 on, at once or later. The batch is
 * filled anew for the next call, so a model that keeps it must copy it.
 */
export type Labeller = (batch: Float64Array, rows: number) => ArrayLike<number> | PromiseLike<ArrayLike<number>>;
