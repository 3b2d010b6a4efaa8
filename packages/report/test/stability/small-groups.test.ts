import { type StabilityResult, stabilityResultSchema } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { renderHtml, resultCsv, terminalBlocks, verdict } from '../../src/index.js';
import { splitTable } from '../../src/stability/tables/split-table.js';
import { csvCells } from '../fixtures/csv-cells.js';
import { along, buildStability, repeated } from '../fixtures/stability/build-stability.js';

const size = (group: string, test: number) => ({ group, training: 4 * test, test, small: test < 30 });
/** Plain and KAAS by race, of which one group has three test rows; `large` is the rate of the others, null where there are too few of them. */
const withTiny = (large: number | null): StabilityResult => {
  const cells = [
    ...along('plain', 'race', { stab: 68, rate: [0.5, 0.7] }),
    ...along('kaas', 'race', { stab: 120, rate: [0.5, 0.1] }),
  ].map((cell) => (large === null ? cell : { ...cell, withoutSmall: repeated(large + cell.lambda) }));
  const whole = buildStability(cells);
  const sizes = [size('White', 9042), size('Tiny', 3), ...(large === null ? [] : [size('other', 900)])];
  const values = sizes.map(({ group }) => group);
  return { ...whole, data: { ...whole.data, groups: [{ column: 'race', values, contrast: 'White', sizes }] } };
};

describe('a result with a group of few test rows', () => {
  it('follows the schema, with how many rows there are and without', () => {
    for (const result of [
      withTiny(0.8),
      withTiny(null),
      buildStability([...along('plain', 'race', { stab: 1, rate: [1, 1] })]),
    ])
      expect(stabilityResultSchema.parse(result)).toEqual(result);
  });

  it('has a verdict on the rate between the others, which names the group and its rows', () => {
    const text = verdict(withTiny(0.8));
    expect(text).toContain('Few rows are tested of Tiny (3)');
    expect(text).toContain('0.800');
    expect(text).not.toMatch(/0\.100|clearly (lower|higher)/);
  });

  it('concludes nothing from a rate that rests on the group alone', () => {
    const text = verdict(withTiny(null));
    expect(text).toContain(
      'The statistical rate rests on few tested rows, those of Tiny (3): nothing is concluded from it.',
    );
    expect(text).not.toMatch(/clearly (lower|higher)|Shrinkage|the statistical rate (rises|falls)/);
    expect(
      splitTable(withTiny(null))
        .rows.filter(([, name]) => name === 'statistical rate')
        .map((row) => row.at(-1)),
    ).toEqual(Array(4).fill('few rows'));
  });

  it('says clearly what is clear where all groups have rows', () => {
    const whole = withTiny(0.8);
    const cells = whole.cells.map(({ withoutSmall: _, ...cell }) => cell);
    expect(verdict(buildStability(cells))).toContain('the fairness term makes it clearly lower with KAAS, 0.100');
  });

  it('has a column for the rate without small groups in the tables of columns that have small groups', async () => {
    const { cells } = withTiny(0.8);
    const page = await renderHtml(buildStability([...cells, ...along('plain', 'sex', { stab: 1, rate: [1, 1] })]));
    const tables = page.match(/<table.*?<\/table>/gs) ?? [];
    const has = (caption: string) =>
      tables
        .filter((table) => table.includes(`${caption}: every algorithm`))
        .map((table) => /without small groups/i.test(table));
    expect([has('race'), has('sex')]).toEqual([[true], [false]]);
  });

  it('tells the rows of each group on a terminal, on the page and as CSV, and both rates', async () => {
    const result = withTiny(0.8);
    const blocks = terminalBlocks(result);
    expect(blocks).toContain(
      'Rows of the groups by race: White (36,168 to train on, 9,042 tested), Tiny (12 to train on, 3 tested: few), other (3,600 to train on, 900 tested).',
    );
    expect(blocks[0]).toMatchObject({ columns: expect.arrayContaining(['statistical rate', 'without small groups']) });
    expect(await renderHtml(result)).toContain('Tiny (12 to train on, 3 tested: few)');
    const [head = [], ...rows] = csvCells(resultCsv(result));
    const at = (name: string) => head.indexOf(name);
    const first = rows.find((row) => row[at('record')] === 'cell');
    expect(Number(first?.[at('without_small')])).toBe(0.8);
    const white = rows.find((row) => row[at('record')] === 'rate' && row[at('group')] === 'White');
    expect([white?.[at('test_rows')], white?.[at('training_rows')], white?.[at('small')]]).toEqual([
      '9042',
      '36168',
      'false',
    ]);
  });
});
