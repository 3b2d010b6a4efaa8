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
  ['unbiased', 'exact', methodTexts.exactLinear],
  ['clipping', 'exact', methodTexts.exactClip],
  ['baseline-quadrature', 'exact', methodTexts.exactBaseline],
  ['curvature', 'series', methodTexts.curvatureSeries],
  ['simplex-expansion', 'series', methodTexts.thresholdSeries],
  ['pos-expansion', 'series', methodTexts.thresholdSeries],
  ['separate-crossings', 'series', methodTexts.crossingSeries],
  ['rule-quadrature', 'exact', methodTexts.exactRule],
  ['rule-sum', 'exact', methodTexts.exactRuleSum],
])('a cell of the estimator %s is explained by its own text, whatever its formula says', (estimator, method, text) => {
  expect(methodText(cell({ estimator, method, formula: 'a few other words' }))).toBe(text);
});

it.each([
  ['montecarlo', true, methodTexts.controlled],
  ['montecarlo', false, methodTexts.plain],
  ['exact', false, methodTexts.exactOther],
  ['series', false, methodTexts.seriesOther],
])(
  'a cell of method %s (control variates: %s) that names no estimator is explained by its method',
  (method, controlVariates, text) => {
    for (const estimator of [undefined, null]) {
      expect(methodText(cell({ method, controlVariates, estimator }))).toBe(text);
    }
  },
);

it.each([
  [true, methodTexts.controlled],
  [false, methodTexts.plain],
])('a simulated cell (control variates: %s) is explained as it was simulated', (controlVariates, text) => {
  expect(methodText(cell({ method: 'montecarlo', estimator: 'montecarlo', controlVariates }))).toBe(text);
});

it('simulated answers are explained with what no trial showed', () => {
  const entities = { ...cell({}).entities, probability: [1] };
  expect(methodText(cell({ method: 'montecarlo', estimator: 'montecarlo', entities }))).toBe(methodTexts.answers);
});
