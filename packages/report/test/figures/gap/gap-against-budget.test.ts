import { expect, it } from 'vitest';
import { renderFigures } from '../../../src/render-figures.js';
import { buildCell, laplace } from '../../fixtures/build-cell.js';
import { buildResult } from '../../fixtures/build-result.js';

const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);

const withBudgets = (epsilons: readonly number[], largest = (index: number) => 0.1 / (index + 1)) =>
  buildResult(
    epsilons.map((epsilon, index) =>
      buildCell({
        mechanism: laplace(epsilon),
        post: 'pos',
        decision: 'allotment',
        method: 'exact',
        id: ['a', 'b'],
        name: ['Ash', 'Birch'],
        count: [1, 3],
        truth: [0.25, 0.75],
        bias: [largest(index), -largest(index)],
        budgetDollars: null,
      }),
    ),
  );

it.each([
  [
    [1e-7, 2e-7],
    ['0.0000001', '0.0000002'],
  ],
  [
    [0.001, 0.01, 0.1],
    ['0.001', '0.01', '0.1'],
  ],
])('budgets %j stand under the gap figure as %j, wide and narrow', async (epsilons, labels) => {
  const figure = (await renderFigures(withBudgets(epsilons))).find(({ id }) => id === 'gap-against-budget');
  for (const svg of [figure?.svg, figure?.svgNarrow])
    expect(textsOf(svg as string)).toEqual(expect.arrayContaining(labels));
});

it.each([
  [0.5, /^The gap of the PoS rule .*is 2\.0 times wider at epsilon 0\.1 than at epsilon 1$/],
  [0.75, /^The gap of the PoS rule .*is 33\.3\u202f% wider at epsilon 0\.1 than at epsilon 1$/],
])('a gap that shrinks to %d of itself is told from the narrow end', async (part, title) => {
  const figures = await renderFigures(withBudgets([0.1, 1], (index) => 0.1 * part ** index));
  expect(figures.find(({ id }) => id === 'gap-against-budget')?.title).toMatch(title);
});
