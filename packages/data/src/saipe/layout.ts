import type { RawTable } from '../raw-table.js';

/** Columns of the SAIPE school district export, in its order; the fixed-width text is read into the same ones. */
export const saipeColumns = [
  'State Postal Code',
  'State FIPS Code',
  'District ID',
  'Name',
  'Estimated Total Population',
  'Estimated Population 5-17',
  'Estimated number of relevant children 5 to 17 years old in poverty who are related to the householder',
] as const;

const [postal, fips, district, name, population, children, poor] = saipeColumns;

/**
 * What a SAIPE table needs no mapping for: the id is state and district (7 digits; names repeat), the count is poor children, and
 * `poor` and `children` may be asked for by these names.
 * Total population counts overlapping districts twice, so it is offered as a column and never as a denominator.
 */
export const saipeRoles: Pick<RawTable, 'defaultRoles' | 'aliases'> = {
  defaultRoles: { id: `${fips}+${district}`, name, group: postal, state: postal, count: poor, poor, children },
  aliases: {
    population: [population],
    children: [children],
    poor: [poor],
    state: [postal, fips],
    fips: [fips],
    district: [district],
  },
};
