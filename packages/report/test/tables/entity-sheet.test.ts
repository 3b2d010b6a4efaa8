import { describe, expect, it } from 'vitest';
import { entityCsv } from '../../src/tables/entity-csv.js';
import { entitySheet } from '../../src/tables/entity-sheet.js';
import { buildCell, laplace } from '../fixtures/build-cell.js';
import { buildResult } from '../fixtures/build-result.js';
import { counties } from '../fixtures/counties.js';
import { districts } from '../fixtures/districts.js';
import { hostileResult } from '../fixtures/hostile-result.js';

const shared = {
  decision: 'allotment',
  method: 'exact' as const,
  id: ['7', '8'],
  name: ['Ann, North', ''],
  count: [30, 10],
  truth: [0.75, 0.25],
  budgetDollars: null,
};
const cells = [
  buildCell({ ...shared, mechanism: laplace(0.1), post: 'baseline', bias: [-0.125, 0.125] }),
  buildCell({ ...shared, mechanism: laplace(0.1), post: 'pos', bias: [-0.5, null] }),
];

describe('the sheet of entities', () => {
  it('has a row an entity and a column a combination', () => {
    expect(entitySheet(buildResult(cells))).toBe(
      'id,name,count,truth,"bias: epsilon 0.1, baseline","bias: epsilon 0.1, pos"\n' +
        '7,"Ann, North",30,0.75,-0.125,-0.5\n' +
        '8,,10,0.25,0.125,\n',
    );
  });

  it('is in dollars with a budget', () => {
    expect(entitySheet(buildResult(cells, { budgetDollars: 800 }))).toBe(
      'id,name,count,truth,"dollars: epsilon 0.1, baseline","dollars: epsilon 0.1, pos"\n' +
        '7,"Ann, North",30,0.75,-100,-400\n' +
        '8,,10,0.25,100,\n',
    );
  });

  it('has the ends of the intervals of simulated combinations', () => {
    const result = counties(0.5, 0.01);
    const [heads, first] = entitySheet(result)
      .split('\n')
      .map((line) => line.split(/,(?! )/));
    expect(heads?.slice(4, 7)).toEqual(
      ['', 'lower ', 'upper '].map((end) => `"${end}bias: Laplace epsilon 0.1, clip"`),
    );
    const { bias, standardError } = (result.cells[0] as (typeof result.cells)[number]).entities;
    const half = (result.cells[0]?.intervalMultiplier as number) * (standardError[0] as number);
    expect(first?.slice(4, 7).map(Number)).toEqual([bias[0], (bias[0] as number) - half, (bias[0] as number) + half]);
  });

  it('is in probabilities of yes for a rule, the ends of simulated ones within 0 and 1', () => {
    const parts = { ...shared, decision: 'threshold', mechanism: laplace(0.1), truth: [1, 0], bias: [-0.25, 0.5] };
    const simulated = {
      ...parts,
      post: 'clip',
      method: 'montecarlo' as const,
      trials: 1e9,
      standardError: [0.5, 0.5],
      intervalMultiplier: 2,
    };
    expect(entitySheet(buildResult([buildCell({ ...parts, post: 'none' }), buildCell(simulated)]))).toBe(
      'id,name,count,truth,"yes: epsilon 0.1, none","yes: epsilon 0.1, clip","lower yes: epsilon 0.1, clip","upper yes: epsilon 0.1, clip"\n' +
        '7,"Ann, North",30,1,0.75,0.75,0,1\n' +
        '8,,10,0,0.5,0.5,0,1\n',
    );
  });

  it('puts entities side by side by their id, also where a combination lacks one', () => {
    const short = buildCell({
      ...shared,
      mechanism: laplace(1),
      post: 'pos',
      id: ['8'],
      name: ['Bob'],
      count: [10],
      truth: [0.25],
      bias: [0.5],
    });
    const lines = entitySheet(buildResult([...cells.slice(0, 1), short])).split('\n');
    expect(lines.slice(1)).toEqual(['7,"Ann, North",30,0.75,-0.125,', '8,,10,0.25,0.125,0.5', '']);
  });

  it('leaves blank what is beyond the range of numbers, as the long form does', () => {
    const large = buildCell({ ...shared, mechanism: laplace(1), post: 'pos', bias: [1e150, -1] });
    const result = buildResult([large], { budgetDollars: 1e200 });
    expect(entitySheet(result)).toContain('\n7,"Ann, North",30,0.75,\n8,,10,0.25,-1e+200\n');
    expect(entityCsv(result)).toMatch(/,1e\+150,0,[^,]*,[^,]*,[^,]*,\n/);
  });

  it('neutralises text that a spreadsheet would run', () => {
    expect(entitySheet(hostileResult())).not.toMatch(/(?:^|,)"?=/m);
  });

  it('repeats nothing that is the same in all combinations: a fifth of the long form at most', () => {
    const result = districts(1000);
    expect(entitySheet(result).length).toBeLessThan(entityCsv(result).length / 5);
  });
});
