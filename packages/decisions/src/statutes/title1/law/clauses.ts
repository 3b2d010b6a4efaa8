/**
 * The clauses of the statute that can be switched, with what each does. Those that say `-from-truth` are not law: they hold a step at
 * what it is on the true counts, so that the bias that the step makes can be told from the rest.
 */
export const clauses = {
  eligibility: { standard: true, means: 'thresholds of eligibility; off: every district is eligible' },
  'eligibility-from-truth': { standard: false, means: 'the true counts say who is eligible' },
  brackets: { standard: true, means: 'weighted child counts; off: every child counts once' },
  'brackets-from-truth': { standard: false, means: 'each district keeps the brackets in which its true counts lie' },
  'puerto-rico': { standard: true, means: "Puerto Rico's expenditure floor and the limit of its weighted count" },
  expenditure: { standard: true, means: "the state's spending on a pupil; off: the same dollars for every child" },
  'expenditure-bounds': { standard: true, means: 'spending counts only within bounds around the national average' },
  effort: { standard: true, means: "the state's effort in the incentive grant" },
  equity: { standard: true, means: "the equity factor in the incentive grant's allotment of states" },
  'state-minimum': { standard: true, means: 'a least amount for each state' },
  'hold-harmless': { standard: true, means: 'no district falls below 85, 90 or 95 % of last year' },
  'rates-from-truth': { standard: false, means: 'the true counts say which percentage of last year is held' },
  'four-years': { standard: true, means: 'concentration grants stay held when eligibility is lost' },
  cents: { standard: true, means: 'amounts are whole cents; off: fractions' },
} as const satisfies Record<string, { readonly standard: boolean; readonly means: string }>;

export type ClauseName = keyof typeof clauses;
export const clauseNames = Object.keys(clauses) as readonly ClauseName[];

/** Whether each clause is on. */
export type Clauses = Readonly<Record<ClauseName, boolean>>;

/** The clauses in force: the standard ones, with what was switched. */
export const clausesWith = (switched: Readonly<Partial<Record<ClauseName, boolean>>>): Clauses =>
  ({
    ...Object.fromEntries(clauseNames.map((name) => [name, clauses[name].standard])),
    ...switched,
  }) as Clauses;
