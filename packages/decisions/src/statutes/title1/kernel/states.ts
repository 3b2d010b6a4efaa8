import type { DecisionInput } from '../../../decision.js';
import { stateColumnVaries, stateMissing, unknownType } from '../../../messages/title1-messages.js';
import type { Title1Statute } from '../law/statute.js';

/** Districts in the order of their states, and what is public about each state. */
export interface StateFacts {
  /** Labels of the states, in order of first appearance. */
  readonly names: readonly string[];
  /** Districts of state s stand at `start[s] <= k < start[s + 1]`. */
  readonly start: Int32Array;
  /** The row of the table at each place. */
  readonly order: Int32Array;
  readonly isPuertoRico: readonly boolean[];
  /** Spending on a pupil, by state; null without the column. */
  readonly expenditure: Float64Array | null;
  /** Income a head, by state; null without the column. */
  readonly income: Float64Array | null;
  /** Equity factor, by state. */
  readonly equity: Float64Array;
  /** By place: whether the row is a county and not a district. */
  readonly isCounty: readonly boolean[];
}

/**
 * Reads what is public about states from columns that repeat it on every row.
 * @throws DpfairError `input` for a state without a name, a row of another kind, or a column that differs within a state.
 */
export function stateFacts({ fixed, labels }: DecisionInput, statute: Title1Statute): StateFacts {
  const states = labels?.state ?? [];
  const rows = new Map<string, number[]>();
  states.forEach((state, row) => {
    if (state.trim() === '') throw stateMissing(row);
    const known = rows.get(state);
    if (known === undefined) rows.set(state, [row]);
    else known.push(row);
  });
  const names = [...rows.keys()];
  const order = Int32Array.from([...rows.values()].flat());
  const start = new Int32Array(names.length + 1);
  names.forEach((name, s) => {
    start[s + 1] = (start[s] as number) + (rows.get(name) as number[]).length;
  });
  const ofStates = (role: string): Float64Array | null => {
    const column = fixed[role];
    return column === undefined
      ? null
      : Float64Array.from(names, (name) => numberOf(role, name, column, rows.get(name) as number[]));
  };
  const factors = statute.grants.efig?.states;
  const equity = ofStates('equity') ?? new Float64Array(names.length).fill(factors?.equityDefault ?? 0);
  const types = labels?.type;
  return {
    names,
    start,
    order,
    isPuertoRico: names.map((name) => statute.puertoRico.states.includes(name.trim())),
    expenditure: ofStates('expenditure'),
    income: ofStates('income'),
    equity: equity.map((factor, s) =>
      (start[s + 1] as number) - (start[s] as number) === 1
        ? Math.min(factor, factors?.equityMostOfOne ?? factor)
        : factor,
    ),
    isCounty: [...order].map((row) => (types === undefined ? false : isCounty(types[row] as string, row))),
  };
}

function numberOf(role: string, state: string, column: Float64Array, rows: readonly number[]): number {
  const first = column[rows[0] as number] as number;
  for (const row of rows) {
    const value = column[row] as number;
    if (value !== first) throw stateColumnVaries(role, state, first, { row, value });
  }
  return first;
}

function isCounty(type: string, row: number): boolean {
  const word = type.trim().toLowerCase();
  if (word === 'county' || word === 'district') return word === 'county';
  throw unknownType(type, row);
}
