import { expect, it } from 'vitest';
import { renderFigures } from '../../src/render-figures.js';
import { renderHtml } from '../../src/render-html.js';
import { summaryTable } from '../../src/summary-table.js';
import { entityCsv } from '../../src/tables/entity-csv.js';
import { entitySheet } from '../../src/tables/entity-sheet.js';
import { verdict } from '../../src/verdict/verdict.js';
import { close, seatCell, seatResult } from '../fixtures/seats.js';

const plain = (text: string) => text.replaceAll('\u202f', ' ');

it('the verdict says who may lose a seat and who may gain one', () => {
  expect(plain(verdict(seatResult(seatCell(0.01, close))))).toBe(
    'At epsilon 0.01 Minnesota loses a seat with a chance of 40.5 % and New York gains one with a chance of 40.5 %; on average 0.405 entities have fewer seats than without noise; for 1 entity either chance is below 0.10 %. A single release moves a seat or does not. (exact)',
  );
});

it('chances and gains too small for digits are told as next to nothing, in the verdict and in the title of the figure', async () => {
  const tiny = seatResult(seatCell(1, { fewer: [1e-9, 0, 0], more: [0, 1e-9, 0] }));
  expect(plain(verdict(tiny))).toContain(
    'At epsilon 1 noise moves next to nothing: the chance of any entity to lose or to gain a seat is below 0.0001 %',
  );
  const [figure] = await renderFigures(tiny);
  expect(figure?.title).toBe('At epsilon 1 nothing moves: no gain or loss reaches 0.000001 seats');
});

it('where nothing moves but rounding, seats are whole, axes are not of rounding, and the error is no part of the gap', async () => {
  const cell = seatCell(1, { fewer: [1e-18, 0, 0], more: [0, 1e-18, 0] });
  const still = seatResult({ ...cell, errorEstimate: 1e-12 });
  const page = plain(await renderHtml(still));
  expect(page).not.toMatch(/\.000000|% of the gap|10\u207b/);
  expect(page).toContain('the noisy populations are used as they are; a negative one counts as 0');
  expect(page).not.toContain('negative ones included');
  const [figure] = await renderFigures(still);
  expect(figure?.svg).not.toContain('\u207b');
});

it('the verdict says what a milder noise does, in seats', () => {
  const mild = seatCell(1, { fewer: [0.01, 0, 0], more: [0, 0.01, 0] });
  expect(plain(verdict(seatResult(seatCell(0.01, close), mild)))).toContain(
    'At epsilon 1 its widest gap is 0.0200 seats.',
  );
});

it('simulated chances have intervals, and what was never seen has a limit', () => {
  const simulated = plain(verdict(seatResult(seatCell(0.01, close, 20_000))));
  expect(simulated).toMatch(/Minnesota loses a seat with a chance of 40\.5 % \(39\.6 % to 41\.4 %\)/);
  const never = { fewer: [0, 0, 0], more: [0, 0, 0] };
  expect(plain(verdict(seatResult(seatCell(0.01, never, 20_000))))).toBe(
    'At epsilon 0.01 no chance of a moved seat can be told from zero with 20,000 trials; the chance of any entity to lose one is at most 0.040 %. (Monte Carlo, 20,000 trials; 95 % intervals)',
  );
  expect(verdict(seatResult(seatCell(0.01, never)))).toBe('At epsilon 0.01 noise moves no seat. (exact)');
});

it('without chances the verdict speaks of averages, and does not say that nothing moves', () => {
  const cell = seatCell(0.01, close);
  const { events: _, ...entities } = cell.entities;
  const text = plain(verdict(seatResult({ ...cell, entities })));
  expect(text).toContain('Minnesota loses 0.405 seats on average, 20.3 % of its true seats');
  expect(text).not.toContain('moves no seat');
});

it('the terminal has chances and seats, no money and no shares', () => {
  const { columns, rows } = summaryTable(seatResult(seatCell(0.01, close)));
  expect(columns).toEqual([
    'noise',
    'post-processing',
    'gap, alpha (seats)',
    'most likely to lose a seat',
    'most likely to gain a seat',
    'method',
  ]);
  expect(rows.map((row) => row.map(plain))).toEqual([
    ['epsilon 0.01', 'none', '0.810', 'Minnesota 40.5 %', 'New York 40.5 %', 'exact'],
  ]);
});

it('the CSV and the sheet have the two chances of every entity', () => {
  const result = seatResult(seatCell(0.01, close));
  const [head, first] = entityCsv(result).split('\n');
  expect(head).toMatch(/,dollars,probability_fewer_seats,probability_more_seats$/);
  expect(first).toMatch(/,0\.405,0$/);
  expect(entitySheet(result)).toContain('fewer seats: epsilon 0.01');
});

it('the page speaks of seats and chances, and of no share, money or release', async () => {
  const html = await renderHtml(seatResult(seatCell(0.01, close), seatCell(1, close, 20_000)));
  const page = plain(html.split('Repeat it')[0] as string);
  expect(page).toContain('10 seats by population (huntington-hill, at least one each)');
  for (const word of [
    'chance of fewer',
    'chance of more',
    'expected seats',
    'true size (seats)',
    'gain or loss (seats)',
    'Gap (alpha), seats',
  ]) {
    expect(page).toContain(word);
  }
  expect(page).not.toContain('Clauses and conditions');
  for (const word of ['per million shares', '% of the total', 'dollars', 'Only the released counts are judged']) {
    expect(page).not.toContain(word);
  }
});
