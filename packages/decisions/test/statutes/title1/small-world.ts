import { type DecisionInput, type DecisionParameters, decisionByName } from '../../../src/index.js';
import type { ClauseName } from '../../../src/statutes/title1/law/clauses.js';
import type { District } from './slow-title1.js';

export const inputOf = (
  districts: readonly District[],
  fixed: Readonly<Record<string, readonly number[]>> = {},
): DecisionInput => ({
  counts: { count: Float64Array.from(districts, ({ count }) => count) },
  fixed: {
    children: Float64Array.from(districts, ({ children }) => children),
    expenditure: Float64Array.from(districts, ({ expenditure }) => expenditure),
    ...Object.fromEntries(Object.entries(fixed).map(([role, values]) => [role, Float64Array.from(values)])),
  },
  labels: { state: districts.map(({ state }) => state) },
});

/** Dollars of each district on these counts, held harmless at those of `truth`. */
export function dollars(
  districts: readonly District[],
  parameters: DecisionParameters = {},
  released: readonly number[] = districts.map(({ count }) => count),
  fixed: Readonly<Record<string, readonly number[]>> = {},
): number[] {
  const decision = decisionByName('title1', parameters);
  const input = inputOf(districts, fixed);
  const outcome = new Float64Array(districts.length);
  decision.pipeline('none', input).apply({ count: Float64Array.from(released) }, outcome);
  return [...outcome].map((share) => share * (decision.budgetDollars as number));
}

export const clauses = (...off: readonly ClauseName[]) => Object.fromEntries(off.map((name) => [name, false]));
export const district = (state: string, count: number, children: number, expenditure = 10_000): District => ({
  state,
  count,
  children,
  expenditure,
});
export const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** 60 districts in three states, of very different size. */
export const world = Array.from({ length: 60 }, (_, k): District => {
  const children = Math.round(30 * 1.17 ** k);
  return district(
    'ABC'[k % 3] as string,
    Math.round(children * (0.03 + 0.009 * ((k * 7) % 40))),
    children,
    8000 + 1500 * (k % 3),
  );
});
