import { DpfairError, type Fault, type Warning } from '@dpfair/result';

export const unknownGrant = (name: string, allowed: readonly string[]): DpfairError =>
  new DpfairError('usage', { what: 'grant that title1 does not have', value: name, allowed: allowed.join(', ') });

export const notMadePrivate = (name: string, allowed: readonly string[]): DpfairError =>
  new DpfairError('usage', { what: 'title1 cannot make private', value: name, allowed: allowed.join(', ') });

export const nothingEligible = (): DpfairError =>
  new DpfairError('undefined-result', {
    what: 'shares do not exist: no district is eligible for any of these grants',
    allowed: 'at least one eligible district',
  });

/** A fault of the program, not of its input. */
export const notSpent = (cents: number, entities: number): Error =>
  new Error(
    `internal: before rounding amounts miss the budget by ${cents} cents, more than one for each of ${entities} districts`,
  );

export const grantNotInFile = (name: string, present: readonly string[]): Fault => ({
  what: `rule file, key grants.${name} is missing`,
  allowed: `its rule in the file, or --grant with some of ${present.join(', ')}`,
});

export const stateMissing = (row: number): DpfairError =>
  new DpfairError('input', { entity: row, what: 'state', value: 'blank', allowed: 'the name of a state' });

export const stateColumnVaries = (
  role: string,
  state: string,
  first: number,
  { row, value }: { readonly row: number; readonly value: number },
): DpfairError =>
  new DpfairError('input', {
    entity: row,
    what: `${role} differs within state ${state}`,
    value: `${first} and ${value}`,
    allowed: 'one number a state, on each of its rows',
  });

export const equityOutOfRange = (factor: number, offset: number, row: number): DpfairError =>
  new DpfairError('input', {
    entity: row,
    what: 'equity',
    value: String(factor),
    allowed: `a factor from 0 to below ${offset}; for ${Math.abs(factor)} %, write ${Number((Math.abs(factor) / 100).toPrecision(12))}`,
  });

export const unknownType = (type: string, row: number): DpfairError =>
  new DpfairError('input', { entity: row, what: 'type', value: type, allowed: 'district, county' });

/** A clause that the columns of the table do not suffice for. */
const unapplied = (message: string): Warning => ({ code: 'clause-without-data', message });

export const title1Warnings = {
  unconfirmed: (name: string, keys: readonly string[]): Warning => ({
    code: 'statute-unconfirmed',
    message: `numbers of the rule file ${name} rest on memory or on a convention, not on a text of the law that was read: ${keys.join(', ')}`,
  }),
  noExpenditure: unapplied(
    "there is no column for the state's spending on a pupil (--map expenditure=...): every child brings the same dollars",
  ),
  noIncome: unapplied(
    "there is no column for the state's income a head (--map income=...): every state has the same effort",
  ),
  noEquity: (factor: number) =>
    unapplied(
      `there is no column for the state's equity factor (--map equity=...): it is taken as ${factor} in every state of several districts`,
    ),
  previousIsTruth: unapplied(
    "there is no column for last year's amounts (--map previous=... of a single grant, or previous_basic and so on): districts are held " +
      'harmless at what the formulas give on the true counts',
  ),
} as const;
