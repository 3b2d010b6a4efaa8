/** What a linear classifier is fitted to: one row of features an entity, and its answer, +1 for yes and -1 for no. */
export interface TrainingRows {
  readonly features: readonly (readonly number[])[];
  readonly answers: readonly number[];
}

/** A fitted score: yes where weights . features + constant > 0. */
export interface LinearFit {
  readonly weights: readonly number[];
  readonly constant: number;
  /** How far from the best it may be, relative; see the solver. */
  readonly residual: number;
  readonly converged: boolean;
}
