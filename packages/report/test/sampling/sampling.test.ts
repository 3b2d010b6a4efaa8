import { resultSchema } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { renderFigures, renderHtml } from '../../src/index.js';
import { samplingBars } from '../../src/sampling/sampling-bars.js';
import { samplingSentence } from '../../src/sampling/sampling-sentence.js';
import { samplingTable } from '../../src/sampling/sampling-table.js';
import { totalError } from '../../src/sampling/total-error.js';
import { entityCsv } from '../../src/tables/entity-csv.js';
import { answers } from '../fixtures/answers.js';
import { counties } from '../fixtures/counties.js';
import { districts } from '../fixtures/districts.js';
import { split, withSampling } from '../fixtures/with-sampling.js';

const total = (estimate: number, upper = estimate) => ({ estimate, lower: estimate, upper });
const shares = { ...withSampling(districts(60), 0.1), budgetDollars: null };
const dollars = { ...shares, budgetDollars: 1e9 };

describe('sampling error beside privacy noise', () => {
  it('is nowhere on a page of a result that has none', async () => {
    const result = districts(60);
    expect([samplingSentence(result), samplingTable(result), samplingBars(result)]).toEqual([null, null, null]);
    expect(await renderHtml(result)).not.toContain('id="sampling"');
  });

  it('of shares is what goes to the wrong entities: half the sum of absolute errors', () => {
    expect(() => resultSchema.parse(dollars)).not.toThrow();
    expect(totalError(shares).text(0.1)).toBe('5.0\u202f%');
    expect(totalError(dollars).text(0.1)).toBe('$50.0 million');
    expect(totalError(dollars).does(total(0.1))).toBe(
      'sends $50.0 million (5.0\u202f% of the budget) to the wrong entities',
    );
    expect(totalError(withSampling(counties(), 3)).does(total(3))).toBe(
      'misstates the counts by 3.00 households in sum',
    );
    expect(totalError(withSampling(answers(), 2)).does(total(2))).toBe('gives 2.00 wrong answers');
    expect(totalError({ ...shares, unit: 'seats' }).does(total(3))).toBe('gives 1.50 seats to the wrong entities');
  });

  it('of a simulation that saw no error is a bound, not nothing', () => {
    expect(totalError(withSampling(answers(), 2)).does(total(0, 0.5))).toBe('gives at most 0.500 wrong answers');
    expect(totalError(dollars).does(total(0, 0.1))).toBe(
      'sends at most $50.0 million (at most 5.0\u202f% of the budget) to the wrong entities',
    );
  });

  it('is told in one sentence about the cell that the page opens with', () => {
    // The widest gap is that of the fifth cell: 2.5 times the sampling error.
    expect(samplingSentence(dollars)).toBe(
      'On average the sampling error that the counts already have sends $50.0 million (5.0\u202f% of the budget) to the wrong entities; ' +
        'at epsilon 0.001, with the baseline rule, privacy noise alone $125 million, 2.50 times as much; both together $135 million: privacy adds $84.6 million. ' +
        'Privacy noise is 13.8 times the sampling error in the smallest tenth of the entities, and 1.38 times in the largest.',
    );
  });

  it('claims no difference that cannot be told from zero, and no ratio without sampling error', () => {
    const [first] = dollars.cells;
    if (first === undefined) throw new Error('no cell');
    const one = (sampling: ReturnType<typeof split>) => ({ ...dollars, cells: [{ ...first, sampling }] });
    const open = { ...split(60, 0.1, 0.01), added: { estimate: 0.001, lower: -0.001, upper: 0.003 } };
    expect(samplingSentence(one(open))).toContain('privacy adds nothing that can be told from zero.');
    const less = { ...split(60, 0.1, 0.01), added: { estimate: -0.01, lower: -0.02, upper: -0.005 } };
    expect(samplingSentence(one(less))).toContain('privacy takes away $5.00 million.');
    const none = split(60, 0, 0.01);
    expect(samplingSentence(one(none))).toContain('alone $5.00 million; both together');
    expect(samplingBars(one(none))?.title).toBe('The counts have no sampling error to compare with');
  });

  it('is a table of a row a cell, undefined cells in words', () => {
    const cells = dollars.cells.map((cell, k) => (k === 1 ? { ...cell, sampling: null } : cell));
    const table = samplingTable({ ...dollars, cells });
    expect(table?.columns.slice(0, 4)).toEqual([
      'noise',
      'post-processing',
      'sampling alone (dollars)',
      'privacy alone',
    ]);
    expect(table?.rows[0]).toEqual([
      'epsilon 0.1',
      'baseline',
      '$50.0 million ($49.0 million to $51.0 million)',
      '$25.0 million ($24.5 million to $25.5 million)',
      '$55.9 million ($54.8 million to $57.0 million)',
      '$5.90 million ($5.31 million to $6.49 million)',
      '0.500 (0.490 to 0.510)',
      'Monte Carlo, 2,048 trials',
    ]);
    expect(table?.rows[1]?.slice(2)).toEqual(['not defined', '', '', '', '', '']);
    expect(table?.rows.length).toBe(dollars.cells.length);
  });

  it('is a figure of three bars a cell whose title states the finding', async () => {
    const figures = await renderFigures(dollars);
    const figure = figures.at(-1);
    expect(figure?.id).toBe('sampling-and-privacy');
    expect(figure?.title).toBe(
      'At epsilon 0.001 with the baseline rule the expected error of privacy noise is 2.50 times that of sampling error',
    );
    expect(figure?.table.rows.length).toBe(3 * dollars.cells.length);
    for (const row of figure?.table.rows ?? []) expect(row.length).toBe(figure?.table.columns.length);
    expect(figure?.svg).toContain('sent to the wrong entities (dollars)');
    for (const name of ['sampling', 'privacy', 'both']) expect(figure?.svg).toContain(`>${name}<`);
  });

  it('has three columns in the CSV of entities, blank where the harm of a cell is not split', () => {
    const cells = dollars.cells.slice(0, 2).map((cell, k) => (k === 1 ? { ...cell, sampling: null } : cell));
    const [header = '', ...lines] = entityCsv({ ...dollars, cells })
      .trimEnd()
      .split('\n');
    expect(header.endsWith(',dollars,sampling_error,privacy_error,both_error')).toBe(true);
    // 0.1 and 0.05 over 60 entities.
    expect(lines[0]?.split(',').slice(-3, -1).map(Number)).toEqual([0.1 / 60, 0.05 / 60]);
    expect(lines.at(-1)?.endsWith(',,,')).toBe(true);
    expect(entityCsv(districts(60)).split('\n')[0]).toMatch(/,dollars$/);
  });

  it('is a section that says what is assumed', async () => {
    const page = await renderHtml(dollars);
    expect(page).toContain('<h2 id="sampling">Privacy noise beside sampling error</h2>');
    expect(page).toContain('not cut off at zero');
    expect(page).toContain('its size comes from columns of the data');
  });
});
