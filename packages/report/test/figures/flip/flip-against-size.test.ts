import type { AuditResult } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/figure.js';
import { flipFinding } from '../../../src/figures/flip/flip-finding.js';
import { flipsOf } from '../../../src/figures/flip/flip-marks.js';
import { renderFigures } from '../../../src/render-figures.js';
import { answers, withoutDistances } from '../../fixtures/answers.js';
import { buildCell, type CellParts, laplace } from '../../fixtures/build-cell.js';
import { buildResult } from '../../fixtures/build-result.js';

interface Layer {
  readonly mark: { readonly type: string; readonly color?: string };
  readonly data: { readonly values: readonly { readonly y: number; readonly y2: number }[] };
}

const parts: CellParts = {
  mechanism: laplace(1),
  post: 'clip',
  decision: 'threshold',
  method: 'montecarlo',
  trials: 10_000,
  id: ['a', 'b', 'c'],
  name: ['A', 'B', 'C'],
  count: [10, 20, 30],
  truth: [1, 0, 1],
  bias: [-0.25, 0.5, 0],
  standardError: [0.01, 0.4, 0],
  intervalMultiplier: 2,
  budgetDollars: null,
};

describe('the figure of flip probabilities', () => {
  it('stands in for that against distance where a result has no distances', async () => {
    const figures = await renderFigures(withoutDistances(answers()));
    expect(figures.map(({ id }) => id)).toEqual(['flip-against-size', 'gap-against-budget']);
    const [flips, gap] = figures;
    expect(flips?.table.rows.length).toBe(6 * 60);
    expect(flips?.altText).toContain('6 panels');
    expect(gap?.title).toMatch(
      /^The gap of .* is [\d.]+ percentage points at epsilon 1 and [\d.]+ percentage points at /,
    );
    const large = await renderFigures(withoutDistances(answers(400)));
    expect(large[0]?.explanation).toContain('more entities a box holds');
    expect(large[0]?.svg.length).toBeLessThan(60_000);
    for (const { svg, table } of [...figures, ...large]) {
      expect(svg).not.toMatch(/NaN|Infinity/);
      for (const row of table.rows) expect(row.length).toBe(table.columns.length);
    }
  });

  it('puts entitled entities below the line and others above it, intervals within what a probability can be', () => {
    const flips = flipsOf(buildCell(parts));
    expect(flips.map(({ bias }) => bias)).toEqual([-0.25, 0.5, 0]);
    // log(300) / 10,000 = 0.00057038
    expect(flips[0]?.low).toBeCloseTo(-0.25 - 0.02 - 0.00057038, 8);
    expect([flips[1]?.low, flips[1]?.high]).toEqual([0, 1]);
    expect(flips[2]?.low).toBeCloseTo(-0.00057038, 8);
    expect(flips[2]?.high).toBe(0);
  });

  it('draws the boxes of a density on the side of their answer, none across the line', async () => {
    const [figure] = await renderFigures(withoutDistances(answers(400)));
    const { concat = [] } = (figure as Figure).spec as { concat?: readonly { readonly layer: readonly Layer[] }[] };
    const layers = concat.flatMap(({ layer }) => layer).filter(({ mark }) => mark.type === 'rect');
    expect(layers.length).toBe(2 * 6);
    for (const { mark, data } of layers) {
      const side = mark.color === '#d55e00' ? -1 : 1;
      expect(data.values.length).toBeGreaterThan(0);
      for (const { y, y2 } of data.values) expect(Math.min(side * y, side * y2)).toBeGreaterThan(-1e-9);
    }
  });

  it('names the size that gets most wrong answers, else the extremes', () => {
    const many = (wrong: (index: number) => number): AuditResult => {
      const id = Array.from({ length: 40 }, (_, index) => String(index));
      return buildResult([
        buildCell({
          ...parts,
          method: 'exact',
          id,
          name: id.map((one) => `N${one}`),
          count: id.map((_, index) => 10 + index),
          truth: id.map((_, index) => index % 2),
          bias: id.map((_, index) => (index % 2 === 1 ? -1 : 1) * wrong(index)),
          standardError: id.map(() => 0),
        }),
      ]);
    };
    expect(
      flipFinding(
        many((index) => (index < 20 ? 0.4 : 0.1)),
        'epsilon 1',
      ),
    ).toBe(
      'Small entities get the wrong answers: at epsilon 1 the smaller half bears 80.0\u202f% of them (clipping at zero)',
    );
    expect(
      flipFinding(
        many((index) => (index < 20 ? 0.1 : 0.4)),
        'epsilon 1',
      ),
    ).toMatch(/^Large entities .* 80\.0/);
    expect(
      flipFinding(
        many((index) => (index === 2 || index === 39 ? 0.4 : 0.1)),
        'epsilon 1',
      ),
    ).toBe('At epsilon 1 N39 is most likely to lose (40.0\u202f%) and N2 to gain (40.0\u202f%)');
    const unsure = buildResult([buildCell({ ...parts, standardError: [1, 1, 1] })]);
    expect(flipFinding(unsure, 'epsilon 1')).toContain('can be told from zero');
  });
});
