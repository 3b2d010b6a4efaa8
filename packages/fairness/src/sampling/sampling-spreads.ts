import { type CountTable, DpfairError, type SamplingSource } from '@dpfair/result';
import { samplingMessages } from '../messages/sampling.js';
import { saipeCoefficientOfVariation } from './coefficient-of-variation.js';

/** Margins of error of the American Community Survey are those of 90 % intervals: this many standard errors. */
const STANDARD_ERRORS_A_MARGIN = 1.645;

/** The role of the public column that sizes a sampling error by population. */
export const populationRole = 'population';

/** The roles of a column with the sampling error of a private count, the more special first: margins of error, and standard errors. */
export function errorRolesOf(privateRole: string, privateRoles: readonly string[]) {
  const named = (what: string) => [`${what}-${privateRole}`, ...(privateRoles.length === 1 ? [what] : [])];
  return { margin: named('moe'), standardError: named('standard-error') } as const;
}

/**
 * Standard deviation of the sampling error of each private count, in counts, by role.
 *
 * - `cv`: SAIPE's median coefficient of variation for the population of the entity, times the count;
 * - `column`: a column of each private count: its 90 % margin of error over 1.645, or its standard error.
 *
 * @throws DpfairError `usage` where a column is missing, or two say the same; `domain` for a number below 0.
 */
export function samplingSpreads(
  source: SamplingSource,
  { counts, fixed }: Pick<CountTable, 'counts' | 'fixed'>,
  privateRoles: readonly string[],
): Readonly<Record<string, Float64Array>> {
  const spreadOf = source === 'cv' ? byPopulation : byColumn;
  return Object.fromEntries(privateRoles.map((role) => [role, spreadOf(role)]));

  function byPopulation(role: string): Float64Array {
    // A population may itself be a private count of the decision.
    const population = fixed[populationRole] ?? counts[populationRole];
    if (population === undefined) throw new DpfairError('usage', samplingMessages.noPopulation);
    requireNotNegative(populationRole, population);
    const values = counts[role] as Float64Array;
    return values.map((value, i) => saipeCoefficientOfVariation(population[i] as number) * value);
  }

  function byColumn(role: string): Float64Array {
    const { margin, standardError } = errorRolesOf(role, privateRoles);
    const given = [...margin, ...standardError].filter((name) => Object.hasOwn(fixed, name));
    const [name] = given;
    if (name === undefined)
      throw new DpfairError('usage', samplingMessages.noErrorColumn(role, [...margin, ...standardError]));
    if (given.length > 1) throw new DpfairError('usage', samplingMessages.twoErrorColumns(role, given));
    const values = requireNotNegative(name, fixed[name] as Float64Array);
    return margin.includes(name) ? values.map((value) => value / STANDARD_ERRORS_A_MARGIN) : values.slice();
  }
}

function requireNotNegative(role: string, values: Float64Array): Float64Array {
  const wrong = values.find((value) => !(value >= 0 && value < Number.POSITIVE_INFINITY));
  if (wrong !== undefined) throw new DpfairError('domain', samplingMessages.negative(role, wrong));
  return values;
}
