import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Figure } from '../src/figure.js';
import { escapeText } from '../src/html/escape.js';
import { renderFigures } from '../src/render-figures.js';
import { answers, ofTwoParts } from './fixtures/answers.js';
import { counties } from './fixtures/counties.js';
import { districts } from './fixtures/districts.js';
import { hostileResult } from './fixtures/hostile-result.js';

let many: Figure[];

let few: Figure[];

let yesNo: Figure[];

beforeAll(async () => {
  many = await renderFigures(districts(400));
  few = await renderFigures(counties());
  yesNo = [...(await renderFigures(ofTwoParts(answers()))), ...(await renderFigures(answers(400)))];
});

describe('figures', () => {
  it('are those the result has data for', () => {
    expect(many.map(({ id }) => id)).toEqual(['bias-against-truth', 'gap-against-budget', 'harm-by-size', 'groups']);
    expect(few.map(({ id }) => id)).toEqual(['bias-against-truth', 'map']);
    expect(yesNo.map(({ id }) => id)).toEqual([
      'flip-against-distance',
      'composition',
      'gap-against-budget',
      'flip-against-distance',
      'gap-against-budget',
    ]);
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

  it('claim nothing when no interval leaves zero out', async () => {
    const [figure] = await renderFigures(counties(1e-4, 5e-4));
    expect(figure?.title).toContain('can be told from zero');
  });

  it('have as many cells as columns in every row of their table', () => {
    for (const { table } of [...many, ...few, ...yesNo]) {
      expect(table.rows.length).toBeGreaterThan(0);
      for (const row of table.rows) expect(row.length).toBe(table.columns.length);
    }
  });

  it('list every entity when there are few', () => {
    expect(few[0]?.table.rows.length).toBe(4 * 5);
  });

  it('are one image with a text to assistive technology, and nothing internal', () => {
    for (const { svg, altText } of [...many, ...few, ...yesNo]) {
      expect(svg.match(/role="img"/g)).toHaveLength(1);
      expect(svg.slice(0, svg.indexOf('>'))).toContain(`aria-label="${escapeText(altText)}"`);
      expect(svg.slice(svg.indexOf('>'))).not.toMatch(/aria-|role=|class=|concat_|layer_|id="/);
    }
  });

  it('can be drawn again from their specification without a warning', async () => {
    for (const { spec } of [...many, ...few, ...yesNo]) {
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
