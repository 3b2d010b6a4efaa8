import { describe, expect, it } from 'vitest';
import type { DecisionInput, DecisionParameters } from '../../../../../src/index.js';
import { compiledSpender } from '../../../../../src/statutes/title1/kernel/compiled/compiled-spender.js';
import { formulaRun } from '../../../../../src/statutes/title1/kernel/formula-run.js';
import { readTitle1Terms } from '../../../../../src/statutes/title1/law/terms.js';

/** Numbers that look random, the same in every run. */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Districts and counties of a few states, Puerto Rico among them; the rows of a state are not together. */
function nation(seed: number, rows: number, fixed: readonly string[] = []): DecisionInput {
  const draw = draws(seed);
  const names = ['A', 'B', 'C', 'D', 'E', 'F', 'Puerto Rico', 'alone'];
  const state = Array.from({ length: rows }, (_, row) => (row === 0 ? 'alone' : (names[row % 7] as string)));
  const children = Float64Array.from(state, () => Math.round(20 * Math.exp(8 * draw())));
  const ofState = (least: number, range: number) => {
    const values = names.map(() => least + range * draw());
    return Float64Array.from(state, (name) => values[names.indexOf(name)] as number);
  };
  const column = (role: string): Float64Array =>
    role === 'equity'
      ? ofState(0.02, 0.3)
      : role === 'income'
        ? ofState(30_000, 20_000)
        : children.map((all) => all * 200 * draw());
  return {
    counts: { count: children.map((all) => Math.round(all * 0.6 * draw() ** 2)) },
    fixed: {
      children,
      expenditure: ofState(7_000, 9_000),
      ...Object.fromEntries(fixed.map((role) => [role, column(role)])),
    },
    labels: { state, type: state.map(() => (draw() < 0.3 ? 'county' : 'district')) },
  };
}

/** Counts with noise of a given size; none below 0 in every other trial. */
function noisy(count: Float64Array, scale: number, draw: () => number, trial: number): Float64Array {
  return count.map((x) => {
    const u = draw() - 0.5;
    const own = x - scale * Math.sign(u) * Math.log(1 - 2 * Math.abs(u));
    return trial % 2 === 0 ? Math.max(own, 0) : own;
  });
}

/** How many of 20 trials the compiled passes took, and rows where their totals are not those of the formulas to the last bit. */
function compare(input: DecisionInput, parameters: DecisionParameters, scale = 12) {
  const terms = readTitle1Terms(parameters);
  const run = formulaRun(input, terms);
  const { facts, truth, formulas, keep } = run;
  const childrenArePublic = input.counts.children === undefined;
  const compiled = compiledSpender(formulas, keep, { ...terms, facts, truth }, childrenArePublic);
  const rows = facts.order.length;
  const [expected, found] = [new Float64Array(rows), new Float64Array(rows)];
  const draw = draws(99);
  let taken = 0;
  const wrong: number[] = [];
  for (let trial = 0; trial < 20; trial++) {
    const count = noisy(input.counts.count as Float64Array, scale, draw, trial);
    const children = input.counts.children ? noisy(input.counts.children, scale, draw, trial) : count;
    run.spend(count, children, expected, () => {});
    if (!compiled?.(count, children, found)) continue;
    taken += 1;
    found.forEach((total, row) => {
      if (total !== expected[row]) wrong.push(row);
    });
  }
  return { taken, wrong };
}

describe('the compiled statute', () => {
  const columns = ['equity', 'income'];

  it.each([
    ['as it is', {}],
    ['without hold-harmless', { 'hold-harmless': false }],
    ['with the percentages of the truth', { 'rates-from-truth': true }],
    ['without the four years', { 'four-years': false }],
    ['without brackets', { brackets: false }],
    ['without the caps of Puerto Rico', { 'puerto-rico': false }],
    ['with everybody eligible', { eligibility: false }],
    ['with who is eligible in truth', { 'eligibility-from-truth': true }],
    ['without minimums', { 'state-minimum': false }],
    ['without effort and equity', { effort: false, equity: false }],
    ['in fractions of cents', { cents: false }],
  ])('%s gives every district the same to the last bit', (_, clauses) => {
    expect(compare(nation(1, 500, columns), { clauses })).toEqual({ taken: 20, wrong: [] });
  });

  it.each([[['basic']], [['efig']], [['concentration', 'efig']], [['basic', 'targeted', 'efig']]] as const)(
    'of %s alone is the same',
    (grants) => {
      for (const cents of [true, false])
        expect(compare(nation(2, 300, columns), { grants, clauses: { cents } })).toEqual({ taken: 20, wrong: [] });
    },
  );

  it('is the same where all children are private too', () => {
    const { counts, fixed, labels } = nation(3, 300, columns);
    const { children, ...others } = fixed;
    const input = { counts: { ...counts, children: children as Float64Array }, fixed: others, labels: labels ?? {} };
    expect(compare(input, { private: ['children'] })).toEqual({ taken: 20, wrong: [] });
  });

  it('is the same where columns say what was paid last year, and some states hold more than they are allotted', () => {
    const input = nation(4, 400, [...columns, 'previous_efig']);
    const parameters: DecisionParameters = { grants: ['efig'], budget: 8e7 };
    const { counts, fixed } = input;
    const rates: number[] = [];
    const total = new Float64Array(400);
    formulaRun(input, readTitle1Terms(parameters)).spend(
      counts.count as Float64Array,
      fixed.children as Float64Array,
      total,
      (_formula, _amount, { rate }) => rates.push(...rate),
    );
    // Where weights are paid at no rate, what is held is reduced.
    const reduced = rates.filter((rate) => rate === 0).length;
    expect(reduced).toBeGreaterThan(0);
    expect(reduced).toBeLessThan(rates.length);
    expect(compare(input, parameters)).toEqual({ taken: 20, wrong: [] });
  });

  it('leaves a trial to the formulas where what is held is more than the budget', () => {
    const input = nation(5, 200, ['previous_basic']);
    expect(compare(input, { grants: ['basic'], budget: 1e5 })).toEqual({ taken: 0, wrong: [] });
  });

  it('is the same for a single district and for equal ones, whose cents are tied', () => {
    const alike = (rows: number): DecisionInput => ({
      counts: { count: new Float64Array(rows).fill(100) },
      fixed: { children: new Float64Array(rows).fill(300) },
      labels: { state: Array.from({ length: rows }, (_, row) => 'AB'[row % 2] as string) },
    });
    for (const rows of [1, 2, 7, 103])
      expect(compare(alike(rows), { clauses: { 'state-minimum': false } }, 0)).toEqual({ taken: 20, wrong: [] });
  });

  it('is not there for brackets that are held at the truth', () => {
    expect(compare(nation(6, 50), { clauses: { 'brackets-from-truth': true } }).taken).toBe(0);
  });
});
