import { type Figure, renderFigures } from '@dpfair/report';
import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { beforeAll, describe, expect, it } from 'vitest';
import { signedScale, sizeScale } from '../../src/axis/index.js';
import { density } from '../../src/figures/bias/density.js';
import { mergeMarks } from '../../src/figures/drawing/merge-marks.js';
import { themedSvg } from '../../src/figures/drawing/themed-svg.js';
import { tidySvg } from '../../src/figures/drawing/tidy-svg.js';
import { buildCell, laplace } from '../fixtures/build-cell.js';
import { buildResult } from '../fixtures/build-result.js';
import { counties } from '../fixtures/counties.js';
import { districts } from '../fixtures/districts.js';
import { hostileResult } from '../fixtures/hostile-result.js';

let many: Figure[];
let few: Figure[];

beforeAll(async () => {
  many = await renderFigures(districts(400));
  few = await renderFigures(counties());
});

describe('figures', () => {
  it('are those the result has data for', () => {
    expect(many.map(({ id }) => id)).toEqual(['bias-against-truth', 'gap-against-budget', 'harm-by-size', 'groups']);
    expect(few.map(({ id }) => id)).toEqual(['bias-against-truth']);
  });

  it('state a finding with a number or a name', () => {
    expect(many[0]?.title).toMatch(
      /^Large entities pay: at epsilon 0\.001 the largest tenth bears \d+\.\d\u202f% of the loss with \d+\.\d\u202f% of the whole/,
    );
    expect(many[1]?.title).toMatch(
      /^The gap of the baseline rule is [\d,]+ times wider at epsilon 0\.001 than at epsilon 0\.1$/,
    );
    expect(few[0]?.title).toBe(
      'Under Gaussian noise of standard deviation 25 Honolulu loses most and Kalawao gains most',
    );
  });

  it('name the rule a title about groups speaks of', () => {
    expect(many[3]?.title).toMatch(/^At epsilon 0\.001 with the baseline rule State /);
  });

  it('say that a size pays only when it loses more than in proportion', async () => {
    const title = async (bias: (truth: number) => number) => {
      const truth = Array.from({ length: 100 }, (_, index) => (index < 10 ? 8 : 20 / 90) / 100);
      const entities = truth.map(String).map((_, index) => String(index));
      const one = buildCell({
        mechanism: laplace(1),
        post: 'baseline',
        decision: 'allotment',
        method: 'exact',
        id: entities,
        name: entities,
        count: truth,
        truth,
        bias: truth.map(bias),
        budgetDollars: null,
      });
      return (await renderFigures(buildResult([one])))[0]?.title;
    };
    // ten entities hold 80 %: with losses in proportion they bear 80 %, without the others' losses all, else 10 %
    expect(await title((truth) => -truth / 10)).toBe(
      'The loss goes with size: at epsilon 1 the largest tenth bears 80.0\u202f% of it with 80.0\u202f% of the whole (baseline rule)',
    );
    expect(await title((truth) => (truth > 0.01 ? -truth / 10 : truth / 10))).toBe(
      'Large entities pay: at epsilon 1 the largest tenth bears 100\u202f% of the loss with 80.0\u202f% of the whole (baseline rule)',
    );
    expect(await title((truth) => (truth > 0.01 ? truth / 10 : -truth / 10))).not.toMatch(/^Large/);
  });

  it('claim nothing when no interval leaves zero out', async () => {
    const [figure] = await renderFigures(counties(1e-4, 5e-4));
    expect(figure?.title).toContain('can be told from zero');
  });

  it('have as many cells as columns in every row of their table', () => {
    for (const { table } of [...many, ...few]) {
      expect(table.rows.length).toBeGreaterThan(0);
      for (const row of table.rows) expect(row.length).toBe(table.columns.length);
    }
  });

  it('list every entity when there are few', () => {
    expect(few[0]?.table.rows.length).toBe(4 * 5);
  });

  it('are one image with a text to assistive technology, and nothing internal', () => {
    for (const { svg, altText } of [...many, ...few]) {
      expect(svg.match(/role="img"/g)).toHaveLength(1);
      expect(svg.slice(0, svg.indexOf('>'))).toContain(`aria-label="${altText}"`);
      expect(svg.slice(svg.indexOf('>'))).not.toMatch(/aria-|role=|class=|concat_|layer_|id="/);
    }
  });

  it('can be drawn again from their specification without a warning', async () => {
    for (const { spec } of [...many, ...few]) {
      const warnings: unknown[] = [];
      const keep = (...texts: unknown[]) => {
        warnings.push(...texts);
        return logger;
      };
      const logger = { level: () => logger, error: keep, warn: keep, info: () => logger, debug: () => logger };
      const copy = JSON.parse(JSON.stringify(spec)) as TopLevelSpec;
      const view = new View(parse(compile(copy, { logger: logger as never }).spec), {
        renderer: 'none',
        logger: logger as never,
      });
      expect((await view.toSVG()).length).toBeGreaterThan(1000);
      expect(warnings).toEqual([]);
    }
  });

  it('are the same bytes for the same result', async () => {
    expect(await renderFigures(counties())).toEqual(few);
  });

  it('keep hostile names as text', async () => {
    for (const { svg, svgNarrow } of await renderFigures(hostileResult())) {
      for (const drawing of [svg, svgNarrow]) {
        const tags = new Set([...drawing.matchAll(/<\/?([a-z!-]+)/gi)].map(([, name]) => name));
        expect([...tags].filter((tag) => !['svg', 'g', 'path', 'text', 'line'].includes(tag as string))).toEqual([]);
        expect(drawing.replace(/"[^"]*"/g, '""').replace(/>[^<]*</g, '><')).not.toMatch(/ on[a-z]+=/);
      }
    }
  });
});

describe('density', () => {
  it('counts every point once', () => {
    const points = Array.from({ length: 500 }, (_, index) => ({
      truth: index % 7 === 0 ? 0 : index,
      bias: Math.sin(index),
    }));
    const x = sizeScale(points.map((point) => point.truth));
    const y = signedScale(points.map((point) => point.bias));
    const boxes = density(points, x, y, 20, 10);
    expect(boxes.reduce((sum, box) => sum + box.entities, 0)).toBe(500);
    expect(boxes.length).toBeLessThanOrEqual(200);
    for (const box of boxes) {
      const inside = points.filter(
        (point) => point.truth >= box.x && point.truth < box.x2 && point.bias >= box.y && point.bias < box.y2,
      );
      expect(inside.length).toBeGreaterThan(0);
    }
  });
});

describe('smaller drawings', () => {
  it('round coordinates and leave text alone', () => {
    expect(
      tidySvg('<g class="a" transform="translate(0,0)"><text class="b" x="1.23456">class="b" 1.23456</text></g>'),
    ).toBe('<text x="1.2">class="b" 1.23456</text>');
  });

  it('join lines and boxes that look alike, in order', () => {
    expect(
      mergeMarks(
        '<line transform="translate(1,2)" x2="3" y2="0" stroke="#000"/><path d="M0,0h1" stroke="#000"/><path d="M5,5h1" fill="#fff"/>',
      ),
    ).toBe('<path d="M1,2l3,0M0,0h1" stroke="#000"/><path d="M5,5h1" fill="#fff"/>');
  });

  it('write what texts have in common once', () => {
    expect(
      mergeMarks(
        '<text transform="translate(1,1)" fill="#000">a</text><text transform="translate(2,1)" fill="#000">b</text>',
      ),
    ).toBe('<g fill="#000"><text transform="translate(1,1)">a</text><text transform="translate(2,1)">b</text></g>');
  });

  it('take the colours of the page, and keep colours that are not of the theme', () => {
    expect(themedSvg('<path fill="#1b1b1b" stroke="#123456"/>')).toBe('<path fill="var(--ink)" stroke="#123456"/>');
  });
});
