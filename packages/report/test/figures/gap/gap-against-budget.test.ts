import { expect, it } from 'vitest';
import { seriesColours } from '../../../src/figures/drawing/theme.js';
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

/** Post-processings by name with their gaps at epsilon 0.1 and 1: a gap is twice the bias of two entities. */
const withGaps = (gaps: Readonly<Record<string, readonly [number, number]>>) =>
  buildResult(
    [0.1, 1].flatMap((epsilon, at) =>
      Object.entries(gaps).map(([post, sizes]) =>
        buildCell({
          mechanism: laplace(epsilon),
          post,
          decision: 'allotment',
          method: 'exact',
          id: ['a', 'b'],
          name: ['Ash', 'Birch'],
          count: [1, 3],
          truth: [0.25, 0.75],
          bias: [(sizes[at] as number) / 2, -(sizes[at] as number) / 2],
          budgetDollars: null,
        }),
      ),
    ),
  );
const gapFigure = async (gaps: Parameters<typeof withGaps>[0]) =>
  (await renderFigures(withGaps(gaps))).find(({ id }) => id === 'gap-against-budget');

it('lines that lie on one another have one label, others their own', async () => {
  const figure = await gapFigure({ baseline: [0.1, 0.01], pos: [0.05, 0.005], clip: [0.1, 0.01] });
  for (const svg of [figure?.svg, figure?.svgNarrow]) {
    const texts = textsOf(svg as string);
    expect(texts).toContain('baseline rule, clipping at zero');
    expect(texts).toContain('PoS rule');
    expect(texts).not.toContain('baseline rule');
    expect(texts).not.toContain('clipping at zero');
  }
});

it('lines that only meet at their end have a label each', async () => {
  const figure = await gapFigure({ baseline: [0.1, 0.01], clip: [0.2, 0.01] });
  expect(textsOf(figure?.svg as string)).toEqual(expect.arrayContaining(['baseline rule', 'clipping at zero']));
});

it('gaps of 0, which a logarithmic axis has no place for, are named beside the figure', async () => {
  const figure = await gapFigure({ none: [0, 0], sum: [0, 0], baseline: [0.1, 0.01], pos: [0.05, 0] });
  expect(figure?.explanation).toMatch(
    / No line: no post-processing, adjustment to the total, whose gap is 0\. No point: PoS rule at epsilon 1, where the gap is 0\.$/,
  );
  expect((await gapFigure({ baseline: [0.1, 0.01] }))?.explanation).not.toMatch(/No (?:line|point)/);
});

it('a post-processing has one colour in all figures, also when another has no line', async () => {
  const figures = await renderFigures(withGaps({ none: [0, 0], pos: [0.1, 0.01] }));
  const { light } = seriesColours[1] as (typeof seriesColours)[number];
  const [bias, gap] = ['bias-against-truth', 'gap-against-budget'].map((id) => figures.find((one) => one.id === id));
  for (const figure of [bias, gap]) expect(figure?.svg).toContain(light);
  for (const figure of [bias, gap])
    for (const other of [2, 3]) expect(figure?.svg).not.toContain(seriesColours[other]?.light);
  expect(gap?.svg).not.toContain(seriesColours[0]?.light);
});
