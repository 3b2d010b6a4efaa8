import type { Cell } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { composition } from '../../../src/figures/composition/composition.js';
import { compositionLines } from '../../../src/figures/composition/composition-lines.js';
import { drawSvg } from '../../../src/figures/drawing/draw-svg.js';
import { buildCell, laplace } from '../../fixtures/build-cell.js';
import { buildResult } from '../../fixtures/build-result.js';
import { eventOf, withEvents } from '../../fixtures/with-events.js';

/** Two entities that satisfy both parts with flip probabilities .1 and .2, joined by a word; and one far away. */
function joined(bias: number, events = ['lep > 10', 'citizens > 20']): Cell {
  const cell = buildCell({
    mechanism: laplace(1),
    post: 'none',
    decision: 'threshold',
    method: 'exact',
    id: ['a', 'b', 'c'],
    name: ['A', 'B', 'C'],
    count: [30, 10, 20],
    truth: [1, 1, 1],
    bias: [bias, bias, 0],
    distance: [0.3, 0.4, 9],
    budgetDollars: null,
  });
  const flips = [0.1, 0.2, 0.3, 0.3, 0.3, 0.3];
  const asked = (name: string, k: number) => {
    const yes = 1 - (flips[k] as number);
    return eventOf([yes, yes, 1], { name, question: `${name}, asked by itself` });
  };
  return withEvents(cell, events.map(asked));
}

const draftOf = (cell: Cell) => composition(buildResult([cell]));

describe('the figure of the parts of a rule', () => {
  it('adds up and averages the flips of each part and of the whole', () => {
    // "and" of two that hold: .1 + .2 - .02 = .28.
    const lines = compositionLines(joined(-0.28));
    expect(lines?.map(({ name, wrong }) => [name, Math.round(1e9 * wrong) / 1e9])).toEqual([
      ['lep > 10', 0.2],
      ['citizens > 20', 0.4],
      ['the whole rule', 0.56],
    ]);
    expect(lines?.[2]?.points).toEqual([{ distance: 0.25, entities: 2, mean: expect.closeTo(0.28, 12) }]);
  });

  it('says whether joining adds errors up or hides them', () => {
    expect(draftOf(joined(-0.28))?.title).toBe(
      'Joining adds up errors: at epsilon 1 the rule is expected to be wrong for 0.560 of 3 entities, its parts alone for 0.200 (lep > 10) and 0.400 (citizens > 20)',
    );
    // "or" of two that hold: .02.
    expect(draftOf(joined(-0.02))?.title).toMatch(/^Joining hides errors: .* wrong for 0\.0400 of 3 entities/);
    expect(draftOf(joined(-0.15))?.title).toMatch(/^At epsilon 1 the rule is expected to be wrong for 0\.300 of 3/);
  });

  it('draws a line for each with its name, and has the means as its data', async () => {
    const draft = draftOf(joined(-0.28));
    for (const layout of ['wide', 'narrow'] as const) {
      const svg = await drawSvg((draft as NonNullable<typeof draft>).draw(layout), draft?.altText ?? '');
      for (const name of ['lep &gt; 10', 'citizens &gt; 20', 'the whole rule']) expect(svg).toContain(`>${name}<`);
      expect(svg).not.toMatch(/NaN|Infinity/);
    }
    expect(draft?.table).toEqual({
      columns: [
        'distance to the threshold (standard deviations)',
        'entities',
        'lep > 10',
        'citizens > 20',
        'the whole rule',
      ],
      rows: [['0 to 0.5', '2', '10.0\u202f%', '20.0\u202f%', '28.0\u202f%']],
    });
  });

  it('is not there for one part, for six, or without any', () => {
    expect(draftOf(joined(-0.1, ['lep > 10']))).toBeNull();
    expect(draftOf(joined(-0.1, ['a', 'b', 'c', 'd', 'e', 'f']))).toBeNull();
    const { events: _, ...entities } = joined(-0.1).entities;
    expect(draftOf({ ...joined(-0.1), entities })).toBeNull();
  });
});
