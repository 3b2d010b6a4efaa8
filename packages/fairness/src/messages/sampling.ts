import type { Fault } from '@dpfair/result';

/** What is wrong with the columns that say how large sampling errors are, and why a split of harm does not exist. */
export const samplingMessages = {
  noPopulation: {
    what: 'sampling error by population without a population column',
    allowed: 'a public column with the role population',
  },
  noErrorColumn: (role: string, roles: readonly string[]): Fault => ({
    what: `no column with the sampling error of ${role}`,
    allowed: `one with the role ${roles.join(' or ')}`,
  }),
  twoErrorColumns: (role: string, roles: readonly string[]): Fault => ({
    what: `two columns with the sampling error of ${role}`,
    value: roles.join(', '),
    allowed: 'one of them',
  }),
  negative: (role: string, value: number): Fault => ({
    what: role,
    value,
    allowed: 'at least 0 (codes for missing margins of error are not numbers to compute with)',
  }),
  noError: 'because neither sampling error nor privacy noise makes a difference',
  noSamplingError: 'because there is no sampling error to compare with',
} as const;
