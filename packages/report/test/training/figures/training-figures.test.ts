import type { TrainingResult } from '@dpfair/result';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/figure.js';
import { renderFigures } from '../../../src/index.js';
import { attackFigure } from '../../../src/training/figures/lines/attack-figure.js';
import { riskCausesFigure } from '../../../src/training/figures/lines/causes-figure.js';
import { pruningFigure } from '../../../src/training/figures/lines/pruning-figure.js';
import { sweepFigures } from '../../../src/training/figures/lines/sweep-figures.js';
import { about, buildRun, buildTraining, female, male } from '../../fixtures/training/build-training.js';
import { attacks, causeOf, pruningOf, sweepOf, wholeTraining } from '../../fixtures/training/whole-training.js';

const run = buildRun([female, male]);
const ids = async (result: TrainingResult) => (await renderFigures(result)).map(({ id }) => id);

describe('the figures of private training', () => {
  let figures: ReadonlyMap<string, Figure>;
  beforeAll(async () => {
    figures = new Map((await renderFigures(wholeTraining())).map((figure) => [figure.id, figure]));
  });

  it('are those that the result has data for, each with an id of its own', async () => {
    expect([...figures.keys()]).toEqual([
      'learning',
      'risk-causes',
      'step-terms',
      'step-sums',
      'risk-and-error',
      'sweep-clip',
      'sweep-epsilon',
      'sweep-group-size',
      'pruning',
      'frontier',
      'attacks',
    ]);
    expect(await ids(buildTraining([{ ...run, path: null }]))).toEqual(['risk-and-error']);
    expect(await ids(buildTraining([]))).toEqual([]);
  });

  it('learning: a panel a group, and a table whose parts add up to the excessive risk', () => {
    const { title, table, spec } = figures.get('learning') as Figure;
    expect(title).toBe('Most is borne by Male, and clipping is the larger part of it');
    expect((spec as { concat: unknown[] }).concat).toHaveLength(3);
    expect(table.rows).toHaveLength(3 * 11);
    const [group, step, , , risk, clipping, noise] = table.rows[21] as string[];
    expect([group, step]).toEqual(['Male', '100']);
    expect(Number(clipping) + Number(noise)).toBeCloseTo(Number.parseFloat(risk as string), 6);
  });

  it('sums: says that later steps repair most only where the intervals say so', async () => {
    expect(figures.get('step-sums')?.title).toBe(
      'The clipping terms of all steps add up to 0.400 for Male, and later steps repair most of it: 0.0312 is left',
    );
    const [, , plain] = await renderFigures(buildTraining());
    expect(plain?.title).toBe('What the terms of single steps add up to');
  });

  it('every figure has a sentence, an alternative text, two drawings and rows as long as the head', () => {
    for (const { explanation, altText, svg, svgNarrow, table } of figures.values()) {
      expect(explanation).toMatch(/\.$/);
      expect(altText).toMatch(/\.$/);
      expect(svg).not.toMatch(/NaN|undefined/);
      expect(svgNarrow).toContain('width="352"');
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    }
  });
});

describe('titles state what the intervals allow', () => {
  it('causes: the strongest clear correlation, its direction, or that none is clear', () => {
    const title = (...causes: Parameters<typeof causeOf>[]) =>
      riskCausesFigure({ ...run, causes: causes.map((one) => causeOf(...one)) }, 'epsilon 3')?.title;
    expect(title(['gradient-norm', 0.4], ['hessian-trace', -0.6, 0.01])).toBe(
      'Rows bear less excessive risk the larger their Hessian trace: correlation \u22120.60 (\u22120.61 to \u22120.59)',
    );
    expect(title(['gradient-norm', 0.4], ['hessian-trace', 0.6, 0.7])).toBe(
      'Rows bear more excessive risk the larger their gradient norm: correlation 0.40',
    );
    expect(title(['boundary', 0.6, 0.7])).toBe(
      'No property of a row that was looked at clearly goes with its excessive risk',
    );
    expect(riskCausesFigure(run, 'epsilon 3')).toBeNull();
  });

  it('sweeps: falls, rises or does not clearly change', () => {
    const title = (gap: (value: number) => number) => sweepFigures([sweepOf('clip', [0.1, 1], gap)])[0]?.title;
    expect(title((value) => 0.02 / value)).toBe(
      'Clipping bound from 0.1 to 1: the widest difference falls from 0.200 (0.199 to 0.201) to 0.0200 (0.0190 to 0.0210)',
    );
    expect(title((value) => 0.02 * value)).toContain(
      'rises from 0.00200 (0.00100 to 0.00300) to 0.0200 (0.0190 to 0.0210)',
    );
    expect(title((value) => 0.02 + 0.001 * value)).toContain('does not clearly change');
    expect(sweepFigures([sweepOf('clip', [0.1, 0.1], () => 1)])).toEqual([]);
  });

  it('sweeps: two of one setting have ids of their own', () => {
    const sweep = sweepOf('group-size', [10, 100], () => 1);
    expect(sweepFigures([sweep, sweep]).map(({ id }) => id)).toEqual(['sweep-group-size', 'sweep-group-size-2']);
  });

  it('pruning: who loses most and least at the largest rate; one rate is no line', () => {
    const figure = pruningFigure([pruningOf('magnitude', 0.2), pruningOf('magnitude', 0.5)]);
    expect(figure?.title).toBe(
      'Pruning 50.0\u202f% of the weights changes the mean loss of Other by 0.0750 and that of Female by 0.0250',
    );
    expect(pruningFigure([pruningOf('magnitude', 0.2)])).toBeNull();
  });

  it('attacks: the group that is found best, if better than by guessing', () => {
    expect(attackFigure(attacks)?.title).toBe(
      'Members are found better than by guessing, by the estimates best in Male: area under the curve 0.560 (0.540 to 0.580)',
    );
    const guessed = attacks.membership.map((one) => ({ ...one, areaUnderCurve: about(0.7, 0.25) }));
    expect(attackFigure({ ...attacks, membership: guessed })?.title).toBe(
      'Members of no group are clearly found better than by guessing',
    );
    expect(attackFigure({ ...attacks, membership: [] })).toBeNull();
  });
});
