import { describe, expect, it } from 'vitest';
import { type DecisionInput, type DecisionParameters, decisionByName } from '../../../src/index.js';
import { grantNames } from '../../../src/statutes/title1/law/statute.js';
import { title1Fy2021 } from '../../../src/statutes/title1/law/title1-fy2021.js';
import { clauses, district, inputOf, world } from './small-world.js';

describe('what a reader must know of the columns', () => {
  const warned = (input: DecisionInput, parameters: DecisionParameters = {}) =>
    decisionByName('title1', parameters)
      .examine?.(input)
      .warnings.filter(({ code }) => code === 'clause-without-data')
      .map(({ message }) => /map (\w+)=/.exec(message)?.[1]);

  it('is which of them are missing for a clause that is on', () => {
    const { counts, fixed, labels } = inputOf(world);
    const { children } = fixed;
    const bare = { counts, fixed: { children: children as Float64Array }, ...(labels && { labels }) };
    expect(warned(bare)).toEqual(['expenditure', 'equity', 'previous']);
    expect(warned(inputOf(world))).toEqual(['income', 'equity', 'previous']);
    expect(warned(bare, { grants: ['basic'], clauses: clauses('expenditure', 'hold-harmless') })).toEqual([]);
  });

  it('is which numbers of the statute nobody read, of the grants that are made', () => {
    const keysOf = (parameters: DecisionParameters) =>
      decisionByName('title1', parameters)
        .examine?.(inputOf(world))
        .warnings.filter(({ code }) => code === 'statute-unconfirmed')
        .map(({ message }) => message.replace(/.*: /, ''));
    expect(keysOf({})).toEqual([title1Fy2021.unconfirmed?.join(', ')]);
    expect(keysOf({ grants: ['targeted'] })).toEqual(['grants.targeted.appropriationDollars']);
    const { unconfirmed: _, ...read } = title1Fy2021;
    expect(keysOf({ statute: read })).toEqual([]);
  });

  it('is which rows have more formula children than children', () => {
    const found = (input: DecisionInput, parameters: DecisionParameters = {}) =>
      decisionByName('title1', parameters)
        .examine?.(input)
        .impossible?.map(({ entities }) => entities);
    const input = inputOf([district('A', 10, 10), district('A', 11, 10), district('A', 1, 5), district('A', 1, 0)]);
    expect(found(input)).toEqual([[1, 3]]);
    const { children, ...fixed } = input.fixed;
    const { count } = input.counts;
    const bothPrivate = { ...input, fixed, counts: { count, children } as DecisionInput['counts'] };
    expect(found(bothPrivate, { private: ['children'] })).toEqual([[1, 3]]);
    expect(found(inputOf(world))).toEqual([]);
  });

  it('is nothing where every column is there', () => {
    const column = world.map(() => 1);
    const all = {
      income: column,
      equity: column,
      ...Object.fromEntries(grantNames.map((name) => [`previous_${name}`, column])),
    };
    expect(warned(inputOf(world, all))).toEqual([]);
    expect(warned(inputOf(world, { previous: column }), { grants: ['basic'] })).toEqual([]);
  });
});

describe('what cannot be read', () => {
  const refused = (parameters: DecisionParameters) => () => decisionByName('title1', parameters);

  it('is named with what is allowed', () => {
    expect(refused({ clauses: { 'hold-harmles': false } })).toThrow(
      'clause that title1 does not have: hold-harmles (allowed: eligibility, ',
    );
    expect(refused({ grants: ['basics'] })).toThrow(
      'grant that title1 does not have: basics (allowed: basic, concentration, targeted, efig)',
    );
    expect(refused({ statute: 'title2' })).toThrow(
      'no built-in rule file of this name: title2 (allowed: title1-fy2021, or a file',
    );
    expect(refused({ private: ['state'] })).toThrow('title1 cannot make private: state (allowed: children)');
    expect(refused({ rule: 'count > 1' })).toThrow('decision title1 has no use for rule');
  });

  it('is a post-processing that makes shares', () => {
    expect(() => decisionByName('title1').pipeline('pos', inputOf(world))).toThrow(
      'post-processing that decision title1 does not take: pos (allowed: none, clip, sum, simplex)',
    );
  });

  it('is a state without a name, a state with two expenditures, and a row of another type', () => {
    const truth = (input: DecisionInput) => () => decisionByName('title1').truth(input);
    expect(truth(inputOf([district('A', 50, 100), district(' ', 50, 100)]))).toThrow('entity 2: state: blank');
    expect(truth(inputOf([district('A', 50, 100), district('A', 50, 100, 9000)]))).toThrow(
      'entity 2: expenditure differs within state A: 10000 and 9000 (allowed: one number a state, on each of its rows)',
    );
    const odd = inputOf([district('A', 50, 100)]);
    expect(truth({ ...odd, labels: { ...odd.labels, type: ['city'] } })).toThrow(
      'entity 1: type: city (allowed: district, county)',
    );
  });

  it('is an equity factor that is a percentage, where grants use one', () => {
    const examine =
      (equity: number, parameters: DecisionParameters = {}) =>
      () =>
        decisionByName('title1', parameters).examine?.(
          inputOf(world, { equity: world.map((_, row) => (row % 3 === 2 ? equity : 0.1)) }),
        );
    expect(examine(15)).toThrow('entity 3: equity: 15 (allowed: a factor from 0 to below 1.3; for 15 %, write 0.15)');
    expect(examine(1.3)).toThrow('entity 3: equity: 1.3');
    expect(examine(-0.01)).toThrow('entity 3: equity: -0.01');
    for (const meant of [0, 1.29]) expect(examine(meant)).not.toThrow();
    expect(examine(15, { grants: ['basic'] })).not.toThrow();
    expect(examine(15, { clauses: clauses('equity', 'brackets') })).not.toThrow();
  });

  it('are amounts of last year below 0, which readers of files refuse', () => {
    expect(decisionByName('title1').nonNegativeRoles).toEqual(grantNames.map((name) => `previous_${name}`));
    expect(decisionByName('title1', { grants: ['efig'] }).nonNegativeRoles).toEqual(['previous', 'previous_efig']);
  });

  it('is a world in which no district is eligible', () => {
    expect(() => decisionByName('title1').truth(inputOf([district('A', 3, 100)]))).toThrow('no district is eligible');
  });
});
