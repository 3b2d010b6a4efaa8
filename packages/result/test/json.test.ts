import { describe, expect, it } from 'vitest';
import { type Result, resultFromJson, resultToJson } from '../src/index.js';
import { messages } from '../src/messages.js';
import { caught } from './caught.js';
import { exampleResult } from './example-result.js';

/** The example with one value replaced, at a path such as `cells.0.alpha.estimate`. */
function changed(path: string, value: unknown): Record<string, unknown> {
  const copy = structuredClone(exampleResult()) as unknown as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let place = copy;
  for (const key of keys) place = place[key] as Record<string, unknown>;
  if (value === undefined) delete place[last];
  else place[last] = value;
  return copy;
}

describe('resultToJson', () => {
  it('writes one line of JSON that ends with a line end', () => {
    const text = resultToJson(exampleResult());
    expect(text.endsWith('}\n')).toBe(true);
    expect(text.slice(0, -1)).not.toContain('\n');
    expect(JSON.parse(text)).toEqual(exampleResult());
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'refuses %s and names its field',
    (value) => {
      const refusal = caught(() => resultToJson(changed('cells.0.alpha.estimate', value) as unknown as Result));
      expect(refusal.code).toBe('output');
      expect(refusal.faults).toEqual([messages.notFinite('result.cells[0].alpha.estimate', value)]);
    },
  );

  it('refuses NaN in a column of entities', () => {
    const result = changed('cells.0.entities.bias', [0.1, Number.NaN]) as unknown as Result;
    expect(caught(() => resultToJson(result)).code).toBe('output');
  });
});

describe('resultFromJson', () => {
  it('reads back what resultToJson wrote, number for number', () => {
    const result = exampleResult();
    expect(resultFromJson(resultToJson(result), 'result.json')).toEqual(result);
  });

  it('refuses text that is not JSON, naming the file', () => {
    const refusal = caught(() => resultFromJson('{', 'broken.json'));
    expect(refusal.code).toBe('input');
    expect(refusal.faults).toEqual([messages.notJson('broken.json')]);
    expect(refusal.message).toBe('broken.json: not JSON (allowed: a result written by --json)');
  });

  it.each([
    ['schema', 'dpfair-result/2'],
    ['kind', 'invoice'],
    ['run.seed', 7],
    ['run.threads', -1],
    ['input.rows', 1.5],
    ['checks.0.status', 'maybe'],
    ['warnings.0.code', 'unheard-of'],
    ['cells.0.method', 'guess'],
    ['cells.0.estimator', 'guess'],
    ['cells.0.mechanism.neighbours', 'someone'],
    ['cells.0.alpha.confidence', 1.5],
    ['cells.0.entities.bias', ['0.1', '0.2']],
    ['cells.0.costOfPrivacy', undefined],
  ])('refuses %s = %j and says where it is', (path, value) => {
    const refusal = caught(() => resultFromJson(JSON.stringify(changed(path, value)), 'result.json'));
    expect(refusal.code).toBe('input');
    expect(refusal.faults.map((fault) => String(fault.column)).join(' ')).toContain(path);
    expect(refusal.message.startsWith('result.json:')).toBe(true);
  });

  it.each(['clipping', 'montecarlo', null])('keeps the estimator %j of a cell', (estimator) => {
    const read = resultFromJson(JSON.stringify(changed('cells.0.estimator', estimator)), 'r.json');
    expect(read.cells[0]?.estimator).toBe(estimator);
  });

  it('reads a result from before cells named their estimator', () => {
    const read = resultFromJson(JSON.stringify(changed('cells.0.estimator', undefined)), 'r.json');
    expect(read.cells[0]).not.toHaveProperty('estimator');
  });

  it('lists no more than twenty violations', () => {
    const bias = Array.from({ length: 50 }, () => 'x');
    const refusal = caught(() => resultFromJson(JSON.stringify(changed('cells.0.entities.bias', bias)), 'r.json'));
    expect(refusal.faults).toHaveLength(20);
  });

  it('takes null where a number does not exist, but not in the truth', () => {
    const undefinedBias = changed('cells.0.entities.bias', [null, null]);
    expect(() => resultFromJson(JSON.stringify(undefinedBias), 'r.json')).not.toThrow();
    const undefinedTruth = changed('cells.0.entities.truth', [null, 1]);
    expect(caught(() => resultFromJson(JSON.stringify(undefinedTruth), 'r.json')).code).toBe('input');
  });
});
