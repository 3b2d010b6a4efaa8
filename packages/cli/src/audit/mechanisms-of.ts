import { gaussianMechanism, laplaceMechanism, type PrivacyOptions } from '@dpfair/mechanisms';
import type { Mechanism } from '@dpfair/result';
import type { AuditSpec } from '../spec/audit-spec.js';

/**
 * The mechanisms of a spec, each with each of its budgets, in the order given. `columns` is the number of noised count
 * columns of one person; a total budget (epsilon and delta) is split over them evenly.
 */
export function mechanismsOf(spec: AuditSpec, columns: number): Mechanism[] {
  const options: PrivacyOptions = { sensitivity: spec.sensitivity, neighbours: spec.neighbours, columns };
  const share = spec.totalEpsilon === null ? 1 : columns;
  const epsilons = (spec.totalEpsilon ?? spec.epsilon ?? []).map((epsilon) => epsilon / share);
  const delta = spec.delta === null ? undefined : spec.delta / share;
  const make = {
    laplace: () =>
      spec.scale === null
        ? epsilons.map((epsilon) => laplaceMechanism({ epsilon }, options))
        : spec.scale.map((scale) => laplaceMechanism({ scale }, options)),
    gaussian: () =>
      spec.sigma === null
        ? epsilons.map((epsilon) => gaussianMechanism({ epsilon, delta: delta ?? Number.NaN }, options))
        : spec.sigma.map((sigma) => gaussianMechanism({ sigma, ...(delta === undefined ? {} : { delta }) }, options)),
  };
  return spec.mechanism.flatMap((name) => make[name]());
}
