import type { Decision } from '@dpfair/decisions';
import { errorRolesOf, populationRole } from '@dpfair/fairness';
import type { SamplingSource } from '@dpfair/result';

/**
 * Public columns that only the sampling error asks for: the population, which is wanted unless it is a column of the decision, and
 * those columns with margins of error or standard errors that there are.
 */
export function samplingRoles(
  source: SamplingSource | null,
  { privateRoles, publicRoles }: Decision,
  isPresent: (role: string) => boolean,
): readonly string[] {
  if (source === null) return [];
  const own = [...privateRoles, ...publicRoles];
  if (source === 'cv') return own.includes(populationRole) ? [] : [populationRole];
  const roles = privateRoles.flatMap((role) => {
    const { margin, standardError } = errorRolesOf(role, privateRoles);
    return [...margin, ...standardError];
  });
  return roles.filter((role) => isPresent(role) && !own.includes(role));
}
