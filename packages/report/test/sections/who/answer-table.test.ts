import { expect, it } from 'vitest';
import { answerTable } from '../../../src/sections/who/answer-table.js';
import { buildCell, laplace } from '../../fixtures/build-cell.js';
import { buildResult } from '../../fixtures/build-result.js';

const parts = {
  mechanism: laplace(0.1),
  post: 'clip',
  decision: 'threshold',
  trials: 100_000,
  id: ['7', '8'],
  name: ['<b>Ash</b>', 'Birch'],
  count: [1200, 20],
  truth: [1, 0],
  bias: [-0.25, 0.0001],
  standardError: [0.01, 0.0001],
  intervalMultiplier: 2,
  budgetDollars: null,
};
const cellsOf = (method: 'exact' | 'montecarlo') => {
  const cell = buildCell({ ...parts, method });
  const { markup } = answerTable(buildResult([cell]), cell, [0, 1], 'who', 'who-1');
  const line = (row: string) => [...row.matchAll(/<t[hd](?: [^>]*)?>(.*?)<\/t[hd]>/g)].map(([, text]) => text);
  return markup.split('</tr>').map(line);
};

it('a row of the table of answers has the true answer and both probabilities', () => {
  const [head, ash, birch] = cellsOf('exact');
  expect(head).toEqual([
    'entity',
    'id',
    'true answer',
    'probability of a wrong answer',
    'probability of yes',
    'true count (lep)',
  ]);
  expect(ash?.[0]).toBe('<bdi>&lt;b&gt;Ash&lt;/b&gt;</bdi>');
  expect(ash?.slice(2)).toEqual(['yes', '25.0\u202f%', '75.0\u202f%', '1,200']);
  expect(birch?.slice(2)).toEqual(['no', '0.010\u202f%', '0.010\u202f%', '20']);
});

it('simulated answers have intervals, and a dagger where a wrong answer was hardly seen', () => {
  const [, ash, birch] = cellsOf('montecarlo');
  // 2 x 0.01 + log(200) / 100,000 = 0.020053
  expect(ash?.slice(3, 5)).toEqual(['25.0\u202f%', '75.0\u202f% (73.0\u202f% to 77.0\u202f%)']);
  // 2 x 0.0001 + 0.000053
  expect(birch?.slice(3, 5)).toEqual(['0.010\u202f%\u202f\u2020', '0.010\u202f% (0\u202f% to 0.035\u202f%)']);
});
