// Source: Nocedal and Wright, Numerical Optimization (2006), section 17.4: the augmented Lagrangian of `-bound <= value <= bound`.

/** What the solver knows of the constraints. */
export interface ConstraintState {
  readonly bound: number;
  readonly multipliers: Float64Array;
  /** What a violation costs, half of it by the square. */
  readonly strengths: Float64Array;
}

/** Value, slope and curvature of one constraint's term in the augmented Lagrangian, and how far the constraint is from being met. */
export interface ConstraintTerm {
  readonly value: number;
  /** The multiplier after this step. */
  readonly slope: number;
  readonly curvature: number;
  /** Distance to the nearest value that is allowed and agrees with the multiplier. */
  readonly off: number;
}

/** The term of the constraint at `place` where its function has the value `found`. */
export function constraintTerm(state: ConstraintState, place: number, found: number): ConstraintTerm {
  const multiplier = state.multipliers[place] as number;
  const strength = state.strengths[place] as number;
  const wanted = found + multiplier / strength;
  const allowed = Math.min(state.bound, Math.max(-state.bound, wanted));
  const off = found - allowed;
  return {
    value: multiplier * off + (strength / 2) * off * off,
    slope: multiplier + strength * off,
    curvature: allowed === wanted ? 0 : strength,
    off,
  };
}
