import type { Composition } from './privacy-event.js';

/** The accountants by name: concentrated and Renyi differential privacy, and the distribution of the privacy loss itself. */
export type AccountantName = 'zcdp' | 'rdp' | 'pld';

/** What turns a composition into (epsilon, delta), for data that differ by one row that is added or removed. Both answers are upper bounds. */
export interface Accountant {
  readonly name: AccountantName;
  /**
   * An epsilon that the composition keeps at this delta, rounded up; 0 for an empty composition.
   *
   * @param delta inside (0, 1). @throws DpfairError `domain` for values out of range, `usage` for an event that this accountant cannot take.
   */
  epsilon(composition: Composition, delta: number): number;
  /** A delta that the composition keeps at this epsilon, rounded up; in [0, 1]. @param epsilon at least 0. @throws DpfairError as above. */
  delta(composition: Composition, epsilon: number): number;
}
