import { expect, it } from 'vitest';
import { methodTexts } from '../../src/messages/method-messages.js';
import { methodText } from '../../src/words/index.js';
import { buildCell, laplace } from '../fixtures/build-cell.js';

const cell = (changes: object) => ({
  ...buildCell({
    mechanism: laplace(1),
    post: 'clip',
    decision: 'identity',
    method: 'exact',
    id: ['a'],
    name: ['A'],
    count: [1],
    truth: [1],
    bias: [0.1],
    budgetDollars: null,
  }),
  ...changes,
});

it.each([
  [{}, methodTexts.exactClip],
  [{ post: 'none' }, methodTexts.exactLinear],
  [{ post: 'baseline', decision: 'allotment' }, methodTexts.exactBaseline],
  [{ post: 'clip', decision: 'allotment' }, methodTexts.exactBaseline],
  [{ post: 'simplex' }, methodTexts.exactOther],
  [{ method: 'series', post: 'simplex', formula: 'separate crossings of zero' }, methodTexts.crossingSeries],
  [{ method: 'series', post: 'none', decision: 'allotment' }, methodTexts.curvatureSeries],
  [{ method: 'series', post: 'pos', decision: 'allotment' }, methodTexts.thresholdSeries],
  [{ method: 'montecarlo', controlVariates: true }, methodTexts.controlled],
  [{ method: 'montecarlo', controlVariates: false }, methodTexts.plain],
])('a cell with %o is explained as it was computed', (changes, text) => {
  expect(methodText(cell(changes))).toBe(text);
});
