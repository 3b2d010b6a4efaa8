import { DpfairError, type NeighbourRelation } from '@dpfair/result';

/** What a guarantee refers to. */
export interface PrivacyOptions {
  /**
   * Largest change of one count column (the vector over entities) when one person changes, in counts: its L1 norm for
   * Laplace noise, its L2 norm for Gaussian. With one record in one entity a person who is added or removed changes both
   * by 1; one who is replaced changes them by up to 2 and sqrt(2).
   * @default 1 for add-remove; must be given for replace
   */
  readonly sensitivity?: number;
  /**
   * Whether neighbouring data differ by adding or removing a person, or by replacing one.
   * @default 'add-remove'
   */
  readonly neighbours?: NeighbourRelation;
  /**
   * Number of noised count columns that one person can be in.
   * @default 1
   */
  readonly columns?: number;
}

/** The options with their defaults set and checked. @throws DpfairError `domain`. */
export function completePrivacyOptions(options: PrivacyOptions): Required<PrivacyOptions> {
  const { sensitivity = 1, neighbours = 'add-remove', columns = 1 } = options;
  if (options.sensitivity === undefined && neighbours === 'replace') {
    throw new DpfairError('domain', { what: 'replace without sensitivity', allowed: 'a positive finite number' });
  }
  requirePositive('sensitivity', sensitivity);
  if (!Number.isInteger(columns) || columns < 1) {
    throw new DpfairError('domain', { what: 'columns', value: columns, allowed: 'a whole number of at least 1' });
  }
  return { sensitivity, neighbours, columns };
}

/** @throws DpfairError `domain` unless `value` is a positive finite number. */
export function requirePositive(what: string, value: number): void {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
    throw new DpfairError('domain', { what, value, allowed: 'a positive finite number' });
  }
}

/** @throws DpfairError `domain` unless 0 < `value` < 1. */
export function requireDelta(value: number): void {
  if (!(value > 0 && value < 1)) {
    throw new DpfairError('domain', { what: 'delta', value, allowed: 'more than 0 and less than 1' });
  }
}
