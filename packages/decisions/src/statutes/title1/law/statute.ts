/** The four formulas of Title I, part A, in the order of the Act. */
export const grantNames = ['basic', 'concentration', 'targeted', 'efig'] as const;
export type GrantName = (typeof grantNames)[number];

/** Each child beyond `above` (a percentage of the children, or a number of children) counts `weight`, up to the next bracket. */
export interface Bracket {
  readonly above: number;
  readonly weight: number;
}

/** Marginal brackets of the weighted child count; the larger of the two sums is used. The first bracket starts at 0. */
export interface BracketPair {
  readonly byPercent: readonly Bracket[];
  readonly byNumber: readonly Bracket[];
}

/** Brackets for districts and for counties, in states whose equity factor is below `equityBelow` (the last class has no limit). */
export interface WeightClass {
  readonly equityBelow?: number;
  readonly district: BracketPair;
  readonly county: BracketPair;
}

/** Dollars a weighted child: a percentage of the state's spending on a pupil, within percentages of the national average. */
export interface ExpenditureFactor {
  readonly percentOfState: number;
  readonly leastPercent: number;
  readonly mostPercent: number;
}

/**
 * What a state gets at least: the smaller of m = `percentOfBase` % of the appropriation up to `baseDollars`, plus `percent` % of what is
 * above; and the mean of m and the larger of `leastDollars` and `averagePercent` % of the national average grant for each of its children.
 */
export interface StateMinimum {
  readonly baseDollars: number;
  readonly percentOfBase: number;
  readonly percent: number;
  readonly averagePercent: number;
  readonly leastDollars: number;
}

/** How the state's effort and the equity of its spending enter the allotment of a state. */
export interface StateFactors {
  readonly effortLeast: number;
  readonly effortMost: number;
  /** Children count (this - equity factor). */
  readonly equityOffset: number;
  /** The equity factor where there is no column for it. */
  readonly equityDefault: number;
  /** The equity factor of a state with a single district is at most this. */
  readonly equityMostOfOne: number;
}

/** One formula. */
export interface GrantRule {
  readonly cite: string;
  readonly appropriationDollars: number;
  /** Rule over `count` (formula children) and `children` (all aged 5 to 17); must rise with the count. */
  readonly eligible: string;
  readonly expenditure: ExpenditureFactor;
  /** None: every child counts once. */
  readonly weights: readonly WeightClass[];
  /** The weighted count of Puerto Rico is at most this many times its count; null: no limit. */
  readonly puertoRicoWeightCap: number | null;
  readonly stateMinimum: StateMinimum;
  /**
   * Whether a district that is no longer eligible is still held harmless. The law says for how many years; a table has one year, so that a
   * loss of eligibility is taken to be recent.
   */
  readonly heldWhenIneligible: boolean;
  /** Factors of a grant that goes to states first, and to districts within their allotment; null for the others. */
  readonly states: StateFactors | null;
}

/** A district with at least so many percent formula children keeps at least `keepsPercent` of what it had last year. */
export interface HoldHarmlessBand {
  readonly fromPercent: number;
  readonly keepsPercent: number;
}

/** Title I, part A, as numbers: a versioned record with its sources, which a user may replace by a file of the same form. */
export interface Title1Statute {
  readonly decision: 'title1';
  readonly name: string;
  readonly version: string;
  readonly sources: readonly string[];
  /** Keys whose numbers rest on memory or on a convention, not on a text that was read. @default none */
  readonly unconfirmed?: readonly string[];
  readonly puertoRico: {
    /** Labels of the column `state` that mean Puerto Rico. */
    readonly states: readonly string[];
    /** Its spending is taken as at least this percentage of that of the state that spends least. */
    readonly leastPercentOfLowest: number;
  };
  /** From the highest band down; the last starts at 0. */
  readonly holdHarmless: readonly HoldHarmlessBand[];
  /** A file may hold only the grants that are asked for. */
  readonly grants: Readonly<Partial<Record<GrantName, GrantRule>>>;
}
