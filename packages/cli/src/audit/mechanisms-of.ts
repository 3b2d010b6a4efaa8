import { noiseKinds, type PrivacyOptions } from '@dpfair/mechanisms';
import { DpfairError, type Mechanism, type MechanismKind } from '@dpfair/result';
import type { AuditSpec } from '../spec/audit-spec.js';

/**
 * The mechanisms of a spec, each with each of its budgets, in the order given. `columns` is the number of noised count
 * columns of one person; a total budget (epsilon and delta) is split over them evenly.
 *
 * @throws DpfairError `domain` for a budget whose noise is beyond the range of numbers
 */
export function mechanismsOf(spec: AuditSpec, columns: number): Mechanism[] {
  const options = privacyOf(spec, columns);
  const share = spec.totalEpsilon === null ? 1 : columns;
  const epsilons = (spec.totalEpsilon ?? spec.epsilon ?? []).map((epsilon) => epsilon / share);
  const delta = spec.delta === null ? undefined : spec.delta / share;
  const ofKind = (kind: MechanismKind) => {
    const { spreadName, ofBudget, ofSpread } = noiseKinds[kind];
    const spreads = spec[spreadName];
    return spreads === null
      ? epsilons.map((epsilon) => ofBudget(epsilon, delta, options))
      : spreads.map((spread) => ofSpread(spread, delta, options));
  };
  try {
    return spec.mechanism.flatMap(ofKind).map(requireFiniteNoise);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new DpfairError('domain', { what: `noise of this budget: ${cause.message}` }, { cause });
  }
}

/** The mechanism of this kind that spends epsilon on each of `columns` count columns, with the delta of the spec. */
export function mechanismOfBudget(spec: AuditSpec, columns: number, kind: MechanismKind, epsilon: number): Mechanism {
  const delta = spec.delta === null ? undefined : spec.delta;
  return requireFiniteNoise(noiseKinds[kind].ofBudget(epsilon, delta, privacyOf(spec, columns)));
}

const privacyOf = ({ sensitivity, neighbours }: AuditSpec, columns: number): PrivacyOptions => ({
  sensitivity,
  neighbours,
  columns,
});

/** A tiny epsilon or a huge sensitivity is a number, but their quotient may not be one. */
function requireFiniteNoise(mechanism: Mechanism): Mechanism {
  const { spreadName } = noiseKinds[mechanism.kind];
  const spread = mechanism[spreadName] ?? Number.NaN;
  if (Number.isFinite(spread) && spread > 0) return mechanism;
  const what = `${spreadName} of the noise (sensitivity ${mechanism.sensitivity}, epsilon ${mechanism.epsilon})`;
  throw new DpfairError('domain', { what, value: String(spread), allowed: 'a finite number above 0' });
}
