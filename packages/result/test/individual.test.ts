import { describe, expect, it } from 'vitest';
import { type Result, resultFromJson, resultToJson, type SmoothingResult, type StabilityResult } from '../src/index.js';
import { messages } from '../src/messages.js';
import { caught } from './caught.js';
import { exampleResult } from './example-result.js';

const nothing = { estimate: null, lower: null, upper: null };
const both = (model: number, smoothed: number) => ({
  model: { estimate: model, lower: model - 0.1, upper: model + 0.1 },
  smoothed: { estimate: smoothed, lower: smoothed - 0.1, upper: smoothed + 0.1 },
});
const head = () => {
  const { schema, tool, run, input, warnings, checks } = exampleResult();
  return { schema, tool, run, input, warnings, checks };
};

/** Two rows, one column, smoothed once; written by hand. */
function smoothing(): SmoothingResult {
  return {
    ...head(),
    kind: 'smoothing',
    data: { rows: 2, missing: 0, label: 'y', group: null, groups: [] },
    model: { source: 'onnx', path: 'm.onnx', sha256: '00', summary: 'a model', classes: ['no', 'yes'], columns: ['x'] },
    runs: [
      {
        metric: { source: 'uniform', norm: null, constant: 1, columns: ['x'], scales: [1], held: [] },
        noise: { kind: 'laplace', scales: [2], sharing: 'separate' },
        guarantee: {
          excess: 0.1,
          delta: 0.001,
          scope: 'each-pair',
          bound: 'theorem-8',
          samples: { least: 1000, most: 1000, total: 2000, pilot: 0 },
          short: 0,
        },
        confidence: 0.95,
        population: {
          group: 'all',
          rows: 2,
          small: true,
          accuracy: both(0.5, 0.5),
          confidence: both(0.5, 0.4),
          positive: { model: nothing, smoothed: nothing },
          abstained: null,
        },
        groups: [],
        rows: {
          row: [2, 3],
          label: [0, null],
          group: [0, 0],
          before: [0, 1],
          after: [0, null],
          probability: [
            [0.75, 0.25],
            [0.25, 0.75],
          ],
          radius: [0.05, null],
          lower: [0.7, null],
          upper: [0.8, null],
          samples: [1000, 1000],
        },
      },
    ],
    searches: [],
  };
}

/** One cell of one repetition; written by hand. */
function stability(): StabilityResult {
  const number = { estimate: 0.5, lower: 0.4, upper: 0.6, deviation: 0.1, defined: 1, reason: null };
  return {
    ...head(),
    kind: 'stability',
    data: {
      label: 'y',
      favourable: 'yes',
      groups: [{ column: 'z', values: ['a', 'b'], contrast: 'a' }],
      rows: { all: 10, training: 6, test: 2, missing: 0 },
      features: 1,
      standardised: true,
      scaling: 'all',
      groupIsFeature: { plain: false },
    },
    setting: {
      preset: 'own',
      loss: 'hinge',
      kernel: { kind: 'rbf', value: 1 },
      intercept: 'none',
      repetitions: 1,
      testShare: 0.2,
      trainingShare: 0.75,
      confidence: 0.95,
    },
    cells: [
      {
        algorithm: 'plain',
        group: 'z',
        lambda: 0.1,
        fairness: { kind: 'none', value: null },
        accuracy: number,
        statisticalRate: number,
        disparateImpact: number,
        parityGap: number,
        stab: { ...number, ofRows: 2 },
        rates: [{ group: 'a', rate: number }],
        norm: number,
        converged: 1,
        fits: [],
        bounds: {
          admissibility: 1,
          kappa: 1,
          gradientBound: null,
          uniform: 0.1,
          uniformLinear: null,
          excessRisk: 0.2,
          generalisation: 1,
          recommended: 0.1,
          changedPredictions: null,
          assumption: null,
          reason: null,
        },
        replaced: null,
        published: null,
      },
    ],
  };
}

/** A copy with one value replaced, at a path such as `runs.0.metric.norm`. */
function changed(result: Result, path: string, value: unknown): string {
  const copy = structuredClone(result) as unknown as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let place = copy;
  for (const key of keys) place = place[key] as Record<string, unknown>;
  place[last] = value;
  return JSON.stringify(copy);
}

const refusalOf = (result: Result, path: string, value: unknown) =>
  caught(() => resultFromJson(changed(result, path, value), 'r.json')).message;

describe.each([
  ['smoothing', smoothing()],
  ['stability', stability()],
])('a result of %s', (_, result) => {
  it('goes through the published schema and back, byte for byte', () => {
    const text = resultToJson(result);
    expect(resultToJson(resultFromJson(text, 'r.json'))).toBe(text);
  });
});

describe('a fit of a result of stability', () => {
  it.each([{}, { boundWithoutEffect: null }, { boundWithoutEffect: true }])(
    'is read with or without what older versions did not ask: %o',
    (asked) => {
      const fit = {
        ...{ repetition: 0, converged: true, ending: 'minimum', iterations: 3, objective: 0.5, gradientNorm: 0 },
        ...{ constraintSlack: null, accuracy: 0.5, statisticalRate: null, norm: 1, epsilon: null },
        ...asked,
      };
      const result = resultFromJson(changed(stability(), 'cells.0.fits', [fit]), 'r.json') as StabilityResult;
      expect(result.cells[0]?.fits).toEqual([fit]);
      expect(refusalOf(stability(), 'cells.0.fits', [{ ...fit, boundWithoutEffect: 'no' }])).toContain(
        'boundWithoutEffect',
      );
    },
  );
});

describe('columns of a result of smoothing', () => {
  it.each(['label', 'group', 'before', 'after', 'radius', 'lower', 'upper', 'samples'])(
    'are refused where %s has fewer rows than the others',
    (column) => {
      expect(refusalOf(smoothing(), `runs.0.rows.${column}`, [0])).toBe(
        `r.json:runs.0.rows.${column}: ${messages.columnLength(1, 2, 'row')}`,
      );
    },
  );

  it('are refused where one class has fewer probabilities, or a metric fewer scales', () => {
    expect(refusalOf(smoothing(), 'runs.0.rows.probability.1', [1])).toBe(
      `r.json:runs.0.rows.probability: ${messages.columnLength(1, 2, 'row')}`,
    );
    expect(refusalOf(smoothing(), 'runs.0.metric.scales', [1, 1])).toBe(
      `r.json:runs.0.metric.scales: ${messages.columnLength(2, 1, 'columns')}`,
    );
  });

  it('may be of no rows at all', () => {
    const rows = Object.fromEntries(Object.keys(smoothing().runs[0]?.rows ?? {}).map((name) => [name, []]));
    expect(() => resultFromJson(changed(smoothing(), 'runs.0.rows', rows), 'r.json')).not.toThrow();
  });
});

it.each([
  [smoothing(), 'runs.0.population.accuracy.smoothed'],
  [smoothing(), 'runs.0.population.confidence.model'],
  [stability(), 'cells.0.accuracy'],
  [stability(), 'cells.0.stab'],
  [stability(), 'cells.0.rates.0.rate'],
])('an estimate outside its own interval, or negative, is refused: %#', (result, path) => {
  expect(refusalOf(result, `${path}.estimate`, 0.9)).toContain('estimate outside its own interval: 0.9');
  expect(refusalOf(result, `${path}.estimate`, -0.5)).toContain(messages.negative(-0.5));
  expect(() => resultFromJson(changed(result, `${path}.lower`, null), 'r.json')).not.toThrow();
});
