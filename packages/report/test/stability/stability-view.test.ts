import { resultFromJson, resultToJson, type StabilityCell, type StabilityResult } from '@dpfair/result';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderHtml, resultCsv, terminalBlocks } from '../../src/index.js';
import { stabilityFigures } from '../../src/stability/figures/stability-figures.js';
import { stabilityCellsSection } from '../../src/stability/sections/cells-section.js';
import { convergenceSection } from '../../src/stability/sections/convergence-section.js';
import { splitSection } from '../../src/stability/sections/split-section.js';
import { stabilityTestedSection } from '../../src/stability/sections/tested-section.js';
import { boundsTable, shortBoundsTable } from '../../src/stability/tables/bounds-table.js';
import { convergenceTable } from '../../src/stability/tables/convergence-table.js';
import { publishedTable } from '../../src/stability/tables/published-table.js';
import { splitTable } from '../../src/stability/tables/split-table.js';
import { stabilityTable } from '../../src/stability/tables/stability-table.js';
import { variantLabels } from '../../src/stability/variants.js';
import { csvCells } from '../fixtures/csv-cells.js';
import { hostileNames, withTexts } from '../fixtures/hostile.js';
import { flaws, malformed } from '../fixtures/plain-text.js';
import { along, buildStability, cellOf, repeated, wholeStability } from '../fixtures/stability/build-stability.js';
import { randomStability } from '../fixtures/stability/random-stability.js';

/** Drawing a page takes seconds; each run has fresh numbers. */
const RUNS = 1;
const whole = wholeStability();
const figuresOf = (result: StabilityResult) => stabilityFigures(result).filter((figure) => figure !== null);
const plainText = (text: string | undefined) => text?.replaceAll('\u202f', ' ');

/** Keys of texts that come from outside. */
const outside = ['label', 'favourable', 'group', 'column', 'values', 'contrast', 'reason', 'assumption'];

describe('a result of stable classification', () => {
  it('goes through the published schema and back without a change', () => {
    expect(resultFromJson(resultToJson(whole), 'r.json')).toEqual(whole);
  });

  it('shows on a terminal every cell, the verdict, what is not defined, what shrinkage does alone, what theory bounds, and what did not converge', () => {
    const [table, race, sex, ofAll, note, split, bounds, meaning, failed] = terminalBlocks(whole);
    expect(table).toMatchObject({ rows: { length: whole.cells.length } });
    expect(race).toMatch(/^Race: at lambda 0.05 /);
    expect(sex).toMatch(/^Sex: at lambda 0.05 /);
    expect(ofAll).toMatch(/^\d+ of \d+ fits did not converge.*\(4 repetitions; 95.% intervals\)$/);
    expect(note).toBe('Rows that differ: not defined for GYF at lambda 0 by sex');
    expect(split).toMatchObject({ rows: { length: 2 } });
    expect(bounds).toMatchObject({ rows: { length: whole.cells.filter(({ lambda }) => lambda > 0).length } });
    expect(meaning).toContain('the largest change of a loss in 20 replacements');
    expect(failed).toMatchObject({ rows: { length: 2 } });
    expect(
      terminalBlocks(
        buildStability([cellOf({ algorithm: 'zvrg', group: 'race', lambda: 0, stab: 1, rate: 1, accuracy: 1 })]),
      ),
    ).toHaveLength(2);
  });

  it('bounds on a terminal are those at the lambda of the verdict where no rows were replaced, without columns of what was not measured', () => {
    const bounded = whole.cells.map((cell) => ({ ...cell, replaced: null }));
    const table = shortBoundsTable({ ...whole, cells: bounded });
    expect(new Set(table.rows.map(([, , lambda]) => lambda))).toEqual(new Set(['0.05']));
    expect(table.columns.slice(3)).toEqual([
      'loss may change by (3.2)',
      'or by (3.7)',
      'answers may change',
      'loss beyond training',
      'best lambda',
    ]);
    expect(shortBoundsTable(whole).columns).toContain('measured');
    const none = {
      uniform: null,
      uniformLinear: null,
      generalisation: null,
      changedPredictions: null,
      recommended: 0.1,
    };
    const unbounded = {
      ...whole,
      cells: whole.cells.map((cell) => ({ ...cell, bounds: { ...cell.bounds, ...none } })),
    };
    expect(shortBoundsTable(unbounded).columns.slice(3)).toEqual(['measured', 'did change']);
    expect(
      terminalBlocks(unbounded)
        .filter((block) => typeof block === 'string')
        .join(),
    ).not.toContain('Bounds:');
  });

  it('is CSV with a row a cell, rate and fit, each as long as the header', () => {
    const [head = [], ...rows] = csvCells(resultCsv(whole));
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([head.length]));
    const count = (record: string) => rows.filter(([first]) => first === record).length;
    const cells = whole.cells.length;
    expect(['cell', 'rate', 'fit'].map(count)).toEqual([cells, 2 * cells, 4 * cells]);
    const first = rows.find(([record]) => record === 'cell') ?? [];
    const at = (name: string) => first[head.indexOf(name)];
    expect([at('algorithm'), at('stab'), at('stab_lower'), at('test_rows'), at('published_stab')]).toEqual([
      'zvrg',
      '66',
      '64',
      '9045',
      '',
    ]);
  });

  it('names an algorithm by the size of its term where it has several', () => {
    const [cell] = along('kaas', 'sex', { stab: 1, rate: [1, 1] });
    if (cell === undefined) throw new Error('no cell');
    const other = { ...cell, fairness: { ...cell.fairness, value: 2 } };
    expect(variantLabels(buildStability([cell, other]))).toEqual(['KAAS 1', 'KAAS 2']);
    expect(variantLabels(buildStability([cell]))).toEqual(['KAAS']);
  });
});

describe('the page of stable classification', () => {
  it('is well formed and readable with everything in it, and with hardly anything', async () => {
    const [first] = whole.cells;
    for (const result of [
      whole,
      buildStability(first === undefined ? [] : [{ ...first, fits: [] }]),
      buildStability([]),
    ])
      expect(flaws(await renderHtml(result))).toEqual([]);
  });

  it('keeps text from outside inert', async () => {
    const few = { ...whole, cells: [...along('zvrg', 'race', { stab: 1, rate: [0.5, 1] }).slice(0, 2)] };
    const page = await renderHtml(withTexts(few, outside, `${hostileNames[1]}${hostileNames[3]}`));
    expect(/<(?:img|script|svg onload)/.test(page)).toBe(false);
    expect(malformed(page)).toBeNull();
  });

  it('is well formed and readable whatever the numbers are', async () => {
    await fc.assert(
      fc.asyncProperty(randomStability, async (result) => {
        expect(flaws(await renderHtml(resultFromJson(resultToJson(result), 'r.json')))).toEqual([]);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });

  it('says in words what is minimised, what was repeated, and what is private', () => {
    const { markup } = stabilityTestedSection(whole);
    for (const text of [
      'Mean logistic loss + fairness term + lambda ||f||^2; linear classifiers, with an intercept, which lambda shrinks too',
      'race: White, other; disparate impact is that of other over the rest',
      '98 columns after encoding, those of numbers standardised; the column of the groups is among the inputs of ZVRG, GYF, plain, private, not of KAAS',
      'The private trainings spend an epsilon of 3 each; the other classifiers are not private',
    ])
      expect(markup).toContain(text);
    const kernel = stabilityTestedSection({
      ...whole,
      setting: { ...whole.setting, kernel: { kind: 'rbf', value: 2 } },
    });
    expect(kernel.markup).toContain('classifiers with an RBF kernel of width 2');
  });

  it('marks numbers that are not defined in every repetition', () => {
    const cell = { ...cellOf({ algorithm: 'gyf', group: 'race', lambda: 0, stab: 5, rate: 0.5, accuracy: 0.8 }) };
    const marked = buildStability([{ ...cell, statisticalRate: repeated(0.5, 0.01, 'a rate is 0 / 0') }]);
    expect(stabilityCellsSection(marked).markup).toMatch(/\u2020.*A dagger.*not defined in 1 of 4 repetitions/s);
    expect(stabilityCellsSection(buildStability([cell])).markup).not.toContain('\u2020');
  });
});

describe('the numbers of a run that was stopped', () => {
  it('are not run yet where nothing ended, and over what ended elsewhere', () => {
    const [done, waiting] = along('zvrg', 'race', { stab: 5, rate: [0.5, 0.6] }).slice(0, 2) as [
      StabilityCell,
      StabilityCell,
    ];
    const none = { ...repeated(null, null, 'no repetition is done'), defined: 0 };
    const empty = {
      ...waiting,
      ...{ fits: [], converged: 0, accuracy: none, statisticalRate: none, disparateImpact: none, parityGap: none },
      ...{ norm: none, stab: { ...none, ofRows: 9045 }, rates: waiting.rates.map((one) => ({ ...one, rate: none })) },
    };
    const stopped = buildStability([{ ...done, fits: done.fits.slice(0, 3) }, empty]);
    const { columns, rows } = stabilityTable(stopped);
    expect(columns[3]).toBe('repetitions ended');
    expect(rows.map((row) => row.slice(3, 5).map(plainText))).toEqual([
      ['3 of 4', '84.5 % (84.4 % to 84.6 %)'],
      ['not run yet', 'not run yet'],
    ]);
    const { markup } = stabilityCellsSection(stopped);
    expect(markup).toContain('3 of 4 repetitions, 95');
    expect(markup).toContain('Cells that have not run yet have no numbers');
    expect(markup).not.toMatch(/not defined/);
    expect(stabilityTestedSection(stopped).markup).toContain('3 of 4, each trained on');
    expect(stabilityTable(whole).columns).not.toContain('repetitions ended');
    const alone = stabilityTestedSection(buildStability([{ ...empty, algorithm: 'private' }, done])).markup;
    expect(alone).toContain('The private trainings have not run yet; the other classifiers are not private');
  });
});

describe('the tables of stable classification', () => {
  it('split: a term beside shrinkage alone, called apart only where intervals are', () => {
    expect(splitTable(whole).rows).toHaveLength(2 * 4 * 3);
    const rows = splitTable(whole).rows.filter(
      ([, measure, , lambda]) => measure === 'statistical rate' && lambda === '0.05',
    );
    expect(rows.map((row) => [row[2], row.at(-1)])).toEqual([
      ['ZVRG', 'not told apart'],
      ['KAAS', 'lower'],
    ]);
    expect(splitTable(buildStability([...along('zvrg', 'race', { stab: 1, rate: [1, 1] })])).rows).toEqual([]);
    const heads = (cells: StabilityCell[]) => splitTable({ ...whole, cells }).columns;
    expect(heads(whole.cells)).toContain('plain at lambda 0');
    // The smallest lambda beside itself would be one column twice.
    expect(
      heads(whole.cells.filter(({ lambda }) => lambda === 0.05)).filter((head) => head.startsWith('plain')),
    ).toEqual(['plain at this lambda: shrinkage alone']);
  });

  it('split: where it is long, the lambda of the verdict stands open before the whole', () => {
    const more = { ...whole, cells: [...whole.cells, ...along('gyf', 'race', { stab: 50, rate: [0.5, 0.6] })] };
    const open = /<table[^>]*><caption id="split-told">.*<details>.*<caption id="split-table">/s;
    expect(splitSection(more)?.markup).toMatch(open);
    expect(splitSection(whole)?.markup).not.toContain('split-told');
  });

  it('split: calls nothing alike that is not defined', () => {
    const cells = whole.cells.map((cell) =>
      cell.algorithm === 'zvrg'
        ? { ...cell, statisticalRate: { ...repeated(null, null, 'nobody'), defined: 0 } }
        : cell,
    );
    const sides = splitTable({ ...whole, cells }).rows.filter(
      ([, measure, label]) => measure === 'statistical rate' && label === 'ZVRG',
    );
    expect(new Set(sides.map((row) => row.at(-1)))).toEqual(new Set(['not defined']));
  });

  it('convergence: how many fits, how far they came, and why', () => {
    const broken = cellOf({
      algorithm: 'zvrg',
      group: 'race',
      lambda: 0,
      stab: 5,
      rate: 0.5,
      accuracy: 0.8,
      converged: 3,
    });
    const apart = { converged: false, ending: 'separated' } as const;
    expect(convergenceTable(buildStability([broken])).rows).toEqual([
      ['race', 'ZVRG', 'the steps were used up; the constraint is broken by 0.0200', '0', '1 of 4', '83', '0.00200'],
    ]);
    const mixed = { ...broken, fits: broken.fits.map((fit) => (fit.repetition === 0 ? { ...fit, ...apart } : fit)) };
    expect(convergenceTable(buildStability([mixed])).rows[0]?.[2]).toMatch(
      /^1: at lambda 0 a classifier separates the classes.*; 1: the steps were used up; the constraint/,
    );
    const fine = buildStability([...along('zvrg', 'race', { stab: 1, rate: [1, 1] })]);
    expect(convergenceSection(fine)?.markup).toContain('All 16 fits converged.');
    expect(convergenceSection(buildStability([]))).toBeNull();
  });

  it('published: figures beside ours, and the difference', () => {
    const [rate, accuracy] = publishedTable(whole).rows;
    expect(rate?.slice(1)).toEqual([
      'ZVRG',
      'statistical rate',
      '0',
      '0.610 (s.d. 0.02)',
      '0.580 (0.570 to 0.590)',
      '\u22120.0300',
    ]);
    expect(accuracy?.slice(2).map(plainText)).toEqual([
      'accuracy',
      '0',
      '84.7 % (s.d. 0.10 %)',
      '84.5 % (84.4 % to 84.6 %)',
      '\u22120.200',
    ]);
  });

  it('bounds: cells that have some, with what was measured', () => {
    const rows = boundsTable(whole).rows;
    expect(rows).toHaveLength(whole.cells.filter(({ lambda }) => lambda > 0).length);
    expect(rows[0]?.slice(0, 7)).toEqual(['race', 'ZVRG', '0.01', '0.900', '0.630', '0.0300', '20']);
  });
});

describe('the figures of stable classification', () => {
  const ids = (result: StabilityResult) => figuresOf(result).map(({ id }) => id);

  it('are those that the result has data for', () => {
    expect(ids(whole)).toEqual(['stab', 'statistical-rate', 'accuracy', 'rates-1', 'rates-2', 'bounds']);
    expect(ids({ ...whole, cells: whole.cells.filter(({ lambda }) => lambda === 0.05) })).toEqual(['algorithms']);
    expect(ids(buildStability([]))).toEqual([]);
  });

  it('state what the intervals allow, and have rows as long as the head', () => {
    const figures = figuresOf(whole);
    expect(figures.map(({ title }) => plainText(title))).toEqual([
      'The number of rows that differ falls with lambda for ZVRG, KAAS and plain (race) and for ZVRG, KAAS and private (sex)',
      'The statistical rate falls with lambda for KAAS (race) and for KAAS (sex); rises with lambda for ZVRG and plain (race) and for ZVRG (sex)',
      'Accuracy falls with lambda for ZVRG, KAAS and plain (race) and for ZVRG, KAAS and private (sex)',
      'Rates are farthest apart with KAAS at lambda 0.05 (race): White 22.0 %, other 6.6 %',
      'Rates are farthest apart with GYF at lambda 0 (sex): Male 22.0 %, Female 0 %',
      'The bound on what one training row can change is at least 21.0 times the largest change measured',
    ]);
    for (const { explanation, altText, table } of figures) {
      expect([explanation, altText].every((text) => text.endsWith('.'))).toBe(true);
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    }
  });

  it('say what plain is where it stands beside a fairness term, and only there', () => {
    const says = (cells: StabilityCell[]) =>
      figuresOf({ ...whole, cells }).some(({ explanation }) => /plain has no fairness term/i.test(explanation));
    const without = (name: string) => whole.cells.filter(({ algorithm }) => algorithm !== name);
    expect([says(whole.cells), says(without('plain'))]).toEqual([true, false]);
    expect(says(whole.cells.filter(({ algorithm }) => algorithm === 'plain' || algorithm === 'private'))).toBe(false);
    expect(says(whole.cells.filter(({ lambda }) => lambda === 0.05))).toBe(true);
  });

  it('draw the groups whose rates are farthest apart where there are more than five, and count the others', () => {
    const [cell] = along('plain', 'race', { stab: 5, rate: [0.5, 0.6] }) as [StabilityCell];
    const rates = [0.3, 0.1, 0.5, 0.31, 0.6, 0.05, 0.32].map((rate, k) => ({ group: `g${k}`, rate: repeated(rate) }));
    const many = buildStability([0, 0.1].map((lambda) => ({ ...cell, lambda, rates })));
    const figure = figuresOf(many).find(({ id }) => id === 'rates-1');
    expect(figure?.explanation).toContain('2 more groups have no line');
    expect(figure?.table.rows).toHaveLength(14);
    const drawn = JSON.stringify(figure?.draw('wide').spec);
    expect(['g0', 'g1', 'g2', 'g3', 'g4', 'g5', 'g6'].filter((name) => drawn.includes(`"${name}"`))).toEqual([
      'g0',
      'g1',
      'g2',
      'g4',
      'g5',
    ]);
    const few = buildStability([0, 0.1].map((lambda) => ({ ...cell, lambda, rates: rates.slice(0, 5) })));
    expect(figuresOf(few).find(({ id }) => id === 'rates-1')?.explanation).not.toContain('no line');
  });

  it('say that a change larger than the bound was measured', () => {
    const cells = whole.cells.map((cell) => ({ ...cell, replaced: cell.replaced && { ...cell.replaced, largest: 2 } }));
    expect(figuresOf({ ...whole, cells }).at(-1)?.title).toContain('A change larger than the bound was measured');
  });

  it('have the algorithms of one lambda side by side, a few pixels apart, with data at lambda itself', () => {
    const three = (['kaas', 'gyf', 'plain'] as const).flatMap((algorithm) =>
      along(algorithm, 'race', { stab: 5, rate: [0.5, 0.6] }),
    );
    const spec = JSON.stringify(figuresOf(buildStability(three))[0]?.draw('wide').spec);
    const shifts = [...spec.matchAll(/"xOffset":(-?\d+)/g)].map(([, shift]) => Number(shift));
    expect(new Set(shifts)).toEqual(new Set([-4, 4]));
    const intervals = [...spec.matchAll(/"x":([\d.]+),"lower"/g)].map(([, x]) => Number(x));
    expect(intervals).toEqual([1, 2, 3].flatMap(() => [0, 0.01, 0.02, 0.05]));
  });

  it('draw published figures as hollow marks, and say so', () => {
    const [stab, rate] = figuresOf(whole);
    expect(JSON.stringify(rate?.draw('wide').spec)).toContain('"fill":"#ffffff"');
    expect(rate?.explanation).toContain('Hollow marks are published figures');
    expect(stab?.explanation).not.toContain('Hollow');
  });

  it('have a line for the first term of each algorithm where there are more than five, and name the others', () => {
    const terms = [1, 2, 3, 4].flatMap((value) =>
      along('kaas', 'sex', { stab: value, rate: [1, 1] }).map((cell) => ({
        ...cell,
        fairness: { kind: 'mutual-information', value },
      })),
    );
    const others = (['zvrg', 'plain'] as const).flatMap((algorithm) =>
      along(algorithm, 'sex', { stab: 5, rate: [1, 1] }),
    );
    expect(figuresOf(buildStability([...terms, ...others]))[0]?.explanation).toContain(
      'Not drawn, but in the table: KAAS 2, KAAS 3, KAAS 4.',
    );
  });

  it('of one lambda name the most stable only where its interval lies below all others', () => {
    const alone = figuresOf(
      buildStability([
        cellOf({ algorithm: 'zvrg', group: 'race', lambda: 0.1, stab: 40, rate: 0.5, accuracy: 0.8 }),
        cellOf({ algorithm: 'zvrg', group: 'sex', lambda: 0.1, stab: 40, rate: 0.5, accuracy: 0.8 }),
      ]),
    );
    expect(alone.map(({ title }) => title)).toEqual(['How stable, fair and accurate ZVRG is at lambda 0.1']);
    const at = (algorithm: 'zvrg' | 'kaas', stab: number) =>
      cellOf({ algorithm, group: 'sex', lambda: 0, stab, rate: 0.5, accuracy: 0.8 });
    const title = (stab: number) => figuresOf(buildStability([at('zvrg', 40), at('kaas', stab)]))[0]?.title;
    expect(title(90)).toBe('Fewest rows differ with ZVRG (sex): 40.0 (38.0 to 42.0)');
    expect(title(42)).toBe('Which algorithm is most stable cannot be told');
  });
});
